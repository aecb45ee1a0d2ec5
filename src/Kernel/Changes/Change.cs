using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Kernel.Changes;

/// <summary>An entry of the change log: a published subject changed. Every node reads the log with a cursor of its own.</summary>
public sealed class Change
{
    /// <summary>Its place in the log; later changes have higher ones, with gaps.</summary>
    public long Position { get; private set; }

    /// <summary>What kind of subject: <c>product</c>, <c>organisation</c>, <c>showroom</c>, <c>sector</c>…; <c>*</c> asks for a rebuild of everything derived.</summary>
    public required string Kind { get; init; }

    /// <summary>The subject's public id.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was written, UTC; the same for all of a transaction, and later for those after it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What tells it from the entry that has its position in any other database: its instant, kind and subject.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()} {Kind} {Subject}");

    internal sealed class Map : IEntityTypeConfiguration<Change>
    {
        public void Configure(EntityTypeBuilder<Change> builder)
        {
            builder.ToTable("kernel_changes").HasKey(c => c.Position);
            builder.Property(c => c.Kind).HasMaxLength(40);
            builder.Property(c => c.Subject).HasMaxLength(200);
            builder.HasIndex(c => c.At);
        }
    }
}
