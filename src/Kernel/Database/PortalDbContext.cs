using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Measuring;
using ExportPortal.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ExportPortal.Kernel.Database;

/// <summary>The one database context. Modules add their entities by configurations in their own assemblies.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options, PortalModel model, TimeProvider time) : DbContext(options)
{
    // Any constant: everything that takes positions in order waits on this one lock.
    private const long OrderLock = 0x45_78_70_6F_72_74;

    private (Guid Transaction, DateTimeOffset At) _instant;

    /// <summary>True on PostgreSQL, false on SQLite.</summary>
    public bool IsPostgres => Database.IsNpgsql();

    /// <summary>Adds an entry to the change log; it is written with the next save, in the same transaction, with that one's <see cref="InstantAsync"/>.</summary>
    /// <param name="kind">What kind of subject changed, e.g. <c>product</c>.</param>
    /// <param name="subject">Its public id.</param>
    public void Announce(string kind, string subject) =>
        Add(new Change { Kind = kind, Subject = subject, At = time.GetUtcNow() });

    /// <summary>Adds an entry to the ledger; it is chained and written with the next save, in the same transaction.</summary>
    public void Record(LedgerFact fact) => Add(LedgerEntry.From(fact, time.GetUtcNow()));

    /// <summary>Queues an effect; it is carried out after the next save has been committed, and again until it succeeds.</summary>
    /// <param name="kind">The kind of effect, which names its handler.</param>
    /// <param name="payload">What the handler needs, JSON. It is erased when the effect is done.</param>
    /// <param name="dataOf">The reference under which personal data in the payload is erased; null when it holds none.</param>
    public void Queue(string kind, string payload, string? dataOf = null) => Add(OutboxMessage.New(kind, payload, dataOf, time.GetUtcNow()));

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        string[] facts = [.. ChangeTracker.Entries<LedgerEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Kind)];
        var sealsLedger = facts.Length > 0;
        var takesPosition = sealsLedger || ChangeTracker.Entries<Change>().Any(e => e.State == EntityState.Added);
        if (!takesPosition)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await TakeOrderLockAsync(cancellationToken);
        foreach (var change in ChangeTracker.Entries<Change>().Where(e => e.State == EntityState.Added).ToArray())
            change.Property(c => c.At).CurrentValue = await InstantAsync(cancellationToken);
        if (sealsLedger)
            await LedgerEntry.SealAsync(this, cancellationToken);
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        foreach (var fact in facts)
            PortalMeter.LedgerFacts.Add(1, new KeyValuePair<string, object?>("kind", fact));
        return written;
    }

    /// <summary>Begins a transaction in which no other writer of positions, such as another publisher, can come between.</summary>
    public async Task<IDbContextTransaction> BeginOrderedAsync(CancellationToken cancellation)
    {
        var transaction = await Database.BeginTransactionAsync(cancellation);
        await TakeOrderLockAsync(cancellation);
        return transaction;
    }

    /// <summary>
    /// The one instant of all that an ordered transaction publishes: by the database's clock, and later than every entry of the change
    /// log before it. So what came after an entry is known by instants, whichever nodes wrote both and however their clocks differ.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction runs.</exception>
    public async Task<DateTimeOffset> InstantAsync(CancellationToken cancellation)
    {
        var transaction = Database.CurrentTransaction?.TransactionId ?? throw new InvalidOperationException("Only a transaction has an instant.");
        if (_instant.Transaction == transaction)
            return _instant.At;
        var now = await new DatabaseClock(time).NowAsync(this, cancellation);
        var next = await Set<Change>().OrderByDescending(c => c.Position).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellation) + TimeSpan.FromMicroseconds(1);
        // The databases keep microseconds.
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        _instant = (transaction, next > now ? next.Value : now);
        return _instant.At;
    }

    /// <summary>Not offered: every save is asynchronous.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (var assembly in model.Assemblies)
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new ColumnNames());
        if (Database.IsSqlite())
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsInteger>();
        else
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantInUtc>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    // Positions must become visible in order, or a reader that has seen a later one never sees an earlier one.
    // SQLite has one writer at a time; on PostgreSQL the lock is held until the commit.
    private async Task TakeOrderLockAsync(CancellationToken cancellation)
    {
        if (IsPostgres)
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OrderLock})", cancellation);
    }

    // SQLite can neither order nor compare offsets in SQL; microseconds since 1970 it can.
    private sealed class InstantAsInteger() : ValueConverter<DateTimeOffset, long>(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));

    private sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => instant.ToUniversalTime(), instant => instant);
}
