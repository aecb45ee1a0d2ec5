using ExportPortal.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Inquiries.Records;

/// <summary>What a buyer wants.</summary>
internal enum InquiryKind
{
    Information,
    Quotation,
    Sample,
    Partnership,
}

/// <summary>How far an inquiry is.</summary>
internal enum InquiryState
{
    Received,
    Held,
    Released,
    Answered,
    Closed,
}

/// <summary>A buyer's question to one or several firms, without anything that tells who the buyer is.</summary>
internal sealed class Inquiry
{
    public const int LongestMessage = 4_000;
    public const int MostProducts = 20;

    /// <summary>Begins the origin of what a desk itself is asked.</summary>
    public const string DeskOrigin = "desk:";

    // The workflow: which state may follow which.
    private static readonly Dictionary<InquiryState, InquiryState[]> Next = new()
    {
        [InquiryState.Received] = [InquiryState.Held, InquiryState.Released, InquiryState.Closed],
        [InquiryState.Held] = [InquiryState.Released, InquiryState.Closed],
        [InquiryState.Released] = [InquiryState.Answered, InquiryState.Closed],
        [InquiryState.Answered] = [InquiryState.Released, InquiryState.Closed],
        [InquiryState.Closed] = [],
    };

    public long Id { get; private set; }

    /// <summary>What it is called by towards people; random.</summary>
    public required string Reference { get; init; }

    public required InquiryKind Kind { get; init; }

    public InquiryState State { get; private set; } = InquiryState.Received;

    /// <summary>The interface culture the buyer wants to be answered in.</summary>
    public required string Culture { get; init; }

    /// <summary>How much they want; null when they did not say.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The unit of <see cref="Quantity"/>, UN/ECE Recommendation 20; null without a quantity.</summary>
    public string? Unit { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country the goods go to.</summary>
    public required string Destination { get; init; }

    /// <summary>What led here, as <c>kind:id</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The desk that answers for it; empty while the portal has none.</summary>
    public required string Desk { get; init; }

    /// <summary>Why this desk, as <see cref="Routing.StoredReason"/>.</summary>
    public required string RoutingReason { get; init; }

    /// <summary>What the release check found, as <see cref="Routing.StoredReason"/>; null before it was asked.</summary>
    public string? ReleaseFinding { get; private set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When the buyer proved that the address is theirs; null while they have not.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Until when the next step is due; null when nobody waits.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the present step, overdue, was passed on to the next level; null while it was not.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>When the buyer's data was erased; null while it is kept.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Rises with each change, so that of two people who act at once one is told.</summary>
    public int Version { get; private set; }

    public List<InquiryPart> Parts { get; init; } = [];

    public List<InquiryProduct> Products { get; init; } = [];

    /// <summary>True for what only its desk is asked: it passes the release like any other, but no firm gets it.</summary>
    public bool IsForDesk => Origin.StartsWith(DeskOrigin, StringComparison.Ordinal);

    /// <summary>How far it is in the words of its readers, the end of a text key: a desk accepts what others are given.</summary>
    public string ShownState => IsForDesk && State == InquiryState.Released ? "Accepted" : State.ToString();

    /// <summary>How far it is in the words of its buyer, who waits on while only some of the firms asked have answered; the end of a text key.</summary>
    public string BuyerState => State == InquiryState.Released && Parts.Any(p => p.AnsweredAt is not null) ? "PartlyAnswered" : ShownState;

    public bool MayBecome(InquiryState state) => Next[State].Contains(state);

    public void AwaitRelease(DateTimeOffset due) => DueAt = due;

    public Outcome Hold(DateTimeOffset due) => Become(InquiryState.Held, due);

    public Outcome Release(string finding, DateTimeOffset now, DateTimeOffset due)
    {
        if (State is not (InquiryState.Received or InquiryState.Held))
            return Refused;
        (ReleaseFinding, ReleasedAt) = (finding, now);
        return Become(InquiryState.Released, due);
    }

    /// <summary>A check that forbids the release is recorded, too.</summary>
    public void RecordFinding(string finding) => (ReleaseFinding, Version) = (finding, Version + 1);

    /// <summary>A firm answers its part, or (null) the desk answers for all. Answered is what has no open part left.</summary>
    public Outcome Answer(string? firm, DateTimeOffset now)
    {
        if (State is not (InquiryState.Released or InquiryState.Answered))
            return Refused;
        foreach (var part in Parts.Where(p => firm is null || p.Firm == firm))
            part.AnsweredAt ??= now;
        Version++;
        return State == InquiryState.Answered || Parts.Any(p => p.AnsweredAt is null) ? Outcome.Done : Become(InquiryState.Answered, null);
    }

    /// <summary>The buyer asks again: those who answered are asked once more, by a clock that starts anew.</summary>
    public Outcome AskAgain(DateTimeOffset due)
    {
        if (State == InquiryState.Closed)
            return Refused;
        Version++;
        var answered = Parts.Where(p => p.AnsweredAt is not null).ToArray();
        if (answered.Length == 0 && State != InquiryState.Answered)
            return Outcome.Done;
        foreach (var part in answered)
            part.AnsweredAt = null;
        (State, DueAt, EscalatedAt) = (InquiryState.Released, due, null);
        return Outcome.Done;
    }

    public Outcome Close() => Become(InquiryState.Closed, null);

    /// <summary>Passes an overdue step on to the next level: true once for each step.</summary>
    public bool Escalate(DateTimeOffset now)
    {
        if (EscalatedAt is not null || DueAt is null || DueAt >= now)
            return false;
        (EscalatedAt, Version) = (now, Version + 1);
        return true;
    }

    /// <summary>Notes that the buyer's data is gone. Nobody is left to be answered, so it ends.</summary>
    public void Erase(DateTimeOffset now) =>
        (ErasedAt, State, DueAt, EscalatedAt, Version) = (now, InquiryState.Closed, null, null, Version + 1);

    public void Confirm(DateTimeOffset now)
    {
        ConfirmedAt ??= now;
        Version++;
    }

    private static Outcome Refused => Outcome.Refused("Inquiries.Step.NotNow");

    private Outcome Become(InquiryState state, DateTimeOffset? due)
    {
        if (!MayBecome(state))
            return Refused;
        (State, DueAt, EscalatedAt, Version) = (state, due, null, Version + 1);
        return Outcome.Done;
    }

    internal sealed class Map : IEntityTypeConfiguration<Inquiry>
    {
        public void Configure(EntityTypeBuilder<Inquiry> builder)
        {
            builder.ToTable("inquiries_inquiries").HasKey(i => i.Id);
            builder.Property(i => i.Reference).HasMaxLength(20);
            builder.Property(i => i.Culture).HasMaxLength(35);
            builder.Property(i => i.Quantity).HasPrecision(18, 4);
            builder.Property(i => i.Unit).HasMaxLength(3);
            builder.Property(i => i.Destination).HasMaxLength(2);
            builder.Property(i => i.Origin).HasMaxLength(120);
            builder.Property(i => i.Desk).HasMaxLength(100);
            builder.Property(i => i.RoutingReason).HasMaxLength(1_000);
            builder.Property(i => i.ReleaseFinding).HasMaxLength(1_000);
            builder.Property(i => i.Version).IsConcurrencyToken();
            builder.HasIndex(i => i.Reference).IsUnique();
            builder.HasIndex(i => new { i.Desk, i.State, i.DueAt });
            builder.HasIndex(i => new { i.EscalatedAt, i.DueAt });
            builder.HasMany(i => i.Parts).WithOne().HasForeignKey(p => p.InquiryId).OnDelete(DeleteBehavior.Cascade);
            builder.HasMany(i => i.Products).WithOne().HasForeignKey(p => p.InquiryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
