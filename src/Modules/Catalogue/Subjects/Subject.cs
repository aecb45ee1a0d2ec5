using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Catalogue.Subjects;

/// <summary>The live row of a subject: what is published, whole. Only publishing writes it.</summary>
internal sealed class Subject
{
    /// <summary>The type of its feed line: <c>product</c>, <c>organisation</c>…</summary>
    public required string Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>Its place in the order of first publication, which is also the order of export.</summary>
    public long Order { get; init; }

    /// <summary>The feed line as published, with the media key beside each file.</summary>
    public required string Content { get; set; }

    /// <summary>What it belongs to, for lists: a product's firm; a showroom's market.</summary>
    public string? Owner { get; set; }

    /// <summary>A product's or showroom's sector.</summary>
    public string? Sector { get; set; }

    public DateTimeOffset FirstPublished { get; init; }

    public DateTimeOffset Published { get; set; }

    internal sealed class Map : IEntityTypeConfiguration<Subject>
    {
        public void Configure(EntityTypeBuilder<Subject> builder)
        {
            builder.ToTable("catalogue_subjects").HasKey(s => new { s.Kind, s.Id });
            builder.Property(s => s.Kind).HasMaxLength(20);
            builder.Property(s => s.Id).HasMaxLength(100);
            builder.Property(s => s.Owner).HasMaxLength(100);
            builder.Property(s => s.Sector).HasMaxLength(100);
            builder.HasIndex(s => new { s.Kind, s.Order }).IsUnique();
            builder.HasIndex(s => new { s.Kind, s.Owner });
            builder.HasIndex(s => new { s.Kind, s.Sector });
        }
    }
}
