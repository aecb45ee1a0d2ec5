using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Catalogue.Revisions;

/// <summary>A snapshot of one part of a subject; never changed. Parts made by one act share their number.</summary>
internal sealed class Revision
{
    /// <summary>The part with the facts that are the same in all cultures.</summary>
    public const string Shared = "shared";

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    /// <summary><see cref="Shared"/> or a culture tag.</summary>
    public required string Part { get; init; }

    /// <summary>Rises with each act that changed the subject.</summary>
    public required int Number { get; init; }

    /// <summary>The part's content, canonical JSON: for a culture, text by path.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where it came from: <c>feed</c>, or the internal id of a person.</summary>
    public required string Source { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.ToTable("catalogue_revisions").HasKey(r => new { r.Kind, r.Subject, r.Part, r.Number });
            builder.Property(r => r.Kind).HasMaxLength(20);
            builder.Property(r => r.Subject).HasMaxLength(100);
            builder.Property(r => r.Part).HasMaxLength(35);
            builder.Property(r => r.Hash).HasMaxLength(64);
            builder.Property(r => r.Source).HasMaxLength(64);
        }
    }
}

/// <summary>Where a part of a subject stands.</summary>
internal enum PartState
{
    /// <summary>Its live revision is on the site.</summary>
    Published,
    /// <summary>It was on the site and was taken off.</summary>
    Withdrawn,
}

/// <summary>The state of one part of a subject, and which of its revisions is live.</summary>
internal sealed class SubjectPart
{
    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required string Part { get; init; }

    /// <summary>The newest revision of this part.</summary>
    public required int Newest { get; set; }

    /// <summary>The hash of the newest revision, to know equal content without reading it.</summary>
    public required string Hash { get; set; }

    /// <summary>The revision on the site; null when none is.</summary>
    public int? Live { get; set; }

    public PartState State { get; set; }

    internal sealed class Map : IEntityTypeConfiguration<SubjectPart>
    {
        public void Configure(EntityTypeBuilder<SubjectPart> builder)
        {
            builder.ToTable("catalogue_parts").HasKey(p => new { p.Kind, p.Subject, p.Part });
            builder.Property(p => p.Kind).HasMaxLength(20);
            builder.Property(p => p.Subject).HasMaxLength(100);
            builder.Property(p => p.Part).HasMaxLength(35);
            builder.Property(p => p.Hash).HasMaxLength(64);
        }
    }
}
