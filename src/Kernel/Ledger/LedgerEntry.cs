using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Kernel.Ledger;

/// <summary>Something that happened and led to something. Holds ids and digests, never personal data.</summary>
/// <param name="Kind">What happened: <c>inquiry.received</c>, <c>inquiry.released</c>…</param>
/// <param name="Subject">The public id or reference of what it happened to.</param>
/// <param name="Cause">What led to it, as <c>kind:id</c>; null when nothing is known.</param>
/// <param name="Actor">Who did it, as an internal person id; null for a visitor or the portal itself.</param>
/// <param name="Detail">More about it, JSON of ids, codes and numbers; empty for none.</param>
public sealed record LedgerFact(string Kind, string Subject, string? Cause = null, string? Actor = null, string Detail = "");

/// <summary>An entry of the ledger. Each carries the hash of the one before, so that a change or loss is seen.</summary>
public sealed class LedgerEntry
{
    private static readonly string FirstLink = new('0', 64);

    /// <summary>Its place, ascending.</summary>
    public long Position { get; private set; }

    /// <summary>When it was written, UTC, to the microsecond.</summary>
    public DateTimeOffset At { get; private init; }

    /// <inheritdoc cref="LedgerFact.Kind"/>
    public string Kind { get; private init; } = "";

    /// <inheritdoc cref="LedgerFact.Subject"/>
    public string Subject { get; private init; } = "";

    /// <inheritdoc cref="LedgerFact.Cause"/>
    public string? Cause { get; private init; }

    /// <inheritdoc cref="LedgerFact.Actor"/>
    public string? Actor { get; private init; }

    /// <inheritdoc cref="LedgerFact.Detail"/>
    public string Detail { get; private init; } = "";

    /// <summary>The <see cref="Hash"/> of the entry before; 64 zeros for the first.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>SHA-256 over <see cref="Previous"/> and all facts, 64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    internal static LedgerEntry From(LedgerFact fact, DateTimeOffset at) => new()
    {
        At = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)),
        Kind = fact.Kind,
        Subject = fact.Subject,
        Cause = fact.Cause,
        Actor = fact.Actor,
        Detail = fact.Detail,
    };

    // Runs while the order lock is held: no other entry can come between reading the last link and writing the next.
    internal static async Task SealAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var previous = await db.Set<LedgerEntry>().OrderByDescending(e => e.Position).Select(e => e.Hash).FirstOrDefaultAsync(cancellation) ?? FirstLink;
        foreach (var entry in db.ChangeTracker.Entries<LedgerEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity))
        {
            entry.Previous = previous;
            entry.Hash = previous = entry.ComputeHash();
        }
    }

    /// <summary>Walks the whole chain; null if it holds, else the position of the first entry that does not fit.</summary>
    public static async Task<long?> FindBreakAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var previous = FirstLink;
        await foreach (var entry in db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (entry.Previous != previous || entry.Hash != entry.ComputeHash())
                return entry.Position;
            previous = entry.Hash;
        }
        return null;
    }

    private string ComputeHash()
    {
        var microseconds = (At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        // The length before each part keeps parts apart, whatever they hold.
        var parts = new[] { Previous, microseconds.ToString(CultureInfo.InvariantCulture), Kind, Subject, Cause ?? "", Actor ?? "", Detail };
        var whole = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    internal sealed class Map : IEntityTypeConfiguration<LedgerEntry>
    {
        public void Configure(EntityTypeBuilder<LedgerEntry> builder)
        {
            builder.ToTable("kernel_ledger").HasKey(e => e.Position);
            builder.Property(e => e.Kind).HasMaxLength(60);
            builder.Property(e => e.Subject).HasMaxLength(120);
            builder.Property(e => e.Cause).HasMaxLength(160);
            builder.Property(e => e.Actor).HasMaxLength(64);
            builder.Property(e => e.Previous).HasMaxLength(64);
            builder.Property(e => e.Hash).HasMaxLength(64);
            builder.HasIndex(e => e.Subject);
            builder.HasIndex(e => e.Previous).IsUnique();
        }
    }
}
