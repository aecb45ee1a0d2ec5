using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Kernel.Outbox;

/// <summary>An effect outside the database that must follow a committed change: a mail, a call.</summary>
public sealed class OutboxMessage
{
    /// <summary>Its number; also the effect's own identity, so that a repeated one can be recognised.</summary>
    public long Id { get; private set; }

    /// <summary>Names the handler.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>What the handler needs, JSON; erased when done.</summary>
    public string Payload { get; internal set; } = "";

    /// <summary>The reference under which the personal data in its payload is erased; null when it holds none.</summary>
    public string? DataOf { get; private init; }

    /// <summary>When it was queued, UTC.</summary>
    public DateTimeOffset QueuedAt { get; private init; }

    /// <summary>Not tried before this instant, UTC.</summary>
    public DateTimeOffset DueAt { get; internal set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Until when its present owner may work on it, UTC; null when nobody does.</summary>
    public DateTimeOffset? LeaseEnd { get; internal set; }

    /// <summary>Rises with each lease; a former owner whose number is older can no longer finish it.</summary>
    public long Fence { get; internal set; }

    /// <summary>
    /// When it succeeded, UTC; null while it has not. Set together with <see cref="LeaseEnd"/>: it is being handed over at this moment,
    /// or was when its owner ended.
    /// </summary>
    public DateTimeOffset? DoneAt { get; internal set; }

    /// <summary>Set when it is given up after <see cref="OutboxDispatcher.MostAttempts"/> attempts, UTC.</summary>
    public DateTimeOffset? GivenUpAt { get; internal set; }

    /// <summary>What went wrong last, for operators; no personal data.</summary>
    public string? LastError { get; internal set; }

    internal static OutboxMessage New(string kind, string payload, string? dataOf, DateTimeOffset now) =>
        new() { Kind = kind, Payload = payload, DataOf = dataOf, QueuedAt = now, DueAt = now };

    internal sealed class Map : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            builder.ToTable("kernel_outbox").HasKey(m => m.Id);
            builder.Property(m => m.Kind).HasMaxLength(40);
            builder.Property(m => m.DataOf).HasMaxLength(120);
            builder.Property(m => m.LastError).HasMaxLength(500);
            builder.HasIndex(m => m.DataOf);
            builder.HasIndex(m => new { m.DoneAt, m.GivenUpAt, m.DueAt });
        }
    }
}

/// <summary>Carries out one kind of queued effect.</summary>
public interface IOutboxHandler
{
    /// <summary>The kind it handles.</summary>
    string Kind { get; }

    /// <summary>Carries the effect out. An exception means that it is tried again later.</summary>
    /// <param name="effect">What to do.</param>
    /// <param name="cancellation">Ends with the lease or the process.</param>
    Task HandleAsync(OutboxEffect effect, CancellationToken cancellation);
}

/// <summary>An effect in its handler's hands.</summary>
/// <param name="Id">The message's number, the same at each attempt.</param>
/// <param name="Payload">What was queued.</param>
/// <param name="SettleAsync">
/// To be awaited by a handler whose effect can't be recognised if it is repeated, right before its last word: from then on the effect
/// counts as done unless the handler fails, so that a process killed after that word does not have it done again. Throws when the
/// effect is no longer this owner's.
/// </param>
public sealed record OutboxEffect(long Id, string Payload, Func<Task> SettleAsync);
