using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>A starting feed that this database has had.</summary>
internal sealed class ImportedFeed
{
    /// <summary>SHA-256 of the file; <c>declined</c> for one that was not wanted.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<ImportedFeed>
    {
        public void Configure(EntityTypeBuilder<ImportedFeed> builder)
        {
            builder.ToTable("catalogue_imported_feeds").HasKey(f => f.Hash);
            builder.Property(f => f.Hash).HasMaxLength(64);
            builder.Property(f => f.Name).HasMaxLength(60);
        }
    }
}
