using ExportPortal.Media.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Inquiries.Records;

/// <summary>A file that a buyer attached: first to a form, then to the inquiry the form became.</summary>
internal sealed class Attachment
{
    public const int Most = 5;
    public const int LongestName = 120;
    public const string Gone = "gone:";

    /// <summary>How long a form keeps a file while its sender corrects what was refused.</summary>
    public static readonly TimeSpan KeptByForm = TimeSpan.FromHours(1);

    /// <summary>Its id in the attachment store.</summary>
    public required string Id { get; init; }

    /// <summary>Null while the form has not become an inquiry, and after erasing.</summary>
    public long? InquiryId { get; private set; }

    public Inquiry? Inquiry { get; set; }

    /// <summary>The form it came with, or <see cref="Gone"/> and its id once the file is to be deleted.</summary>
    public required string Form { get; init; }

    /// <summary>The file's name as its sender called it, without path and control characters.</summary>
    public required string Name { get; init; }

    public required FileType Type { get; init; }

    public required long Length { get; init; }

    /// <summary>SHA-256 of its content.</summary>
    public required string Digest { get; init; }

    /// <summary>When it goes unless it belongs to an inquiry.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> builder)
        {
            builder.ToTable("inquiries_attachments").HasKey(a => a.Id);
            builder.Property(a => a.Id).HasMaxLength(32);
            builder.Property(a => a.Form).HasMaxLength(80);
            builder.Property(a => a.Name).HasMaxLength(LongestName);
            builder.Property(a => a.Digest).HasMaxLength(64);
            builder.HasIndex(a => new { a.Form, a.Digest }).IsUnique();
            builder.HasIndex(a => a.ExpiresAt);
            builder.HasOne(a => a.Inquiry).WithMany().HasForeignKey(a => a.InquiryId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}
