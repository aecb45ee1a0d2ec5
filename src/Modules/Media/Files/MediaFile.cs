using ExportPortal.Media.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Media.Files;

/// <summary>What is known of a stored picture or document; its content stands in the media folder.</summary>
internal sealed class MediaFile
{
    public required string Key { get; init; }

    public required FileType Type { get; init; }

    public required long Length { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required DateTimeOffset Added { get; init; }

    public static MediaFile From(StoredFile file, DateTimeOffset now) =>
        new() { Key = file.Key, Type = file.Type, Length = file.Length, Width = file.Width, Height = file.Height, Added = now };

    internal sealed class Map : IEntityTypeConfiguration<MediaFile>
    {
        public void Configure(EntityTypeBuilder<MediaFile> builder)
        {
            builder.ToTable("media_files").HasKey(f => f.Key);
            builder.Property(f => f.Key).HasMaxLength(64);
        }
    }
}
