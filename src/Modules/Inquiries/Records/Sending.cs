using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Inquiries.Records;

/// <summary>
/// That a form, or a request with an idempotency key, became an inquiry. Its key is unique, so of several that come at once one makes the inquiry;
/// the others are told the same, for a day.
/// </summary>
internal sealed class Sending
{
    /// <summary>How long the same is told again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary><c>form:</c> or <c>api:</c> and the form's id or a hash of the idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was sent; of a form together with a secret of its sender's browser.</summary>
    public required string Digest { get; init; }

    public long InquiryId { get; private set; }

    public Inquiry? Inquiry { get; init; }

    /// <summary>The tracking link's token, encrypted: the link itself is stored hashed only.</summary>
    public required string SealedToken { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<Sending>
    {
        public void Configure(EntityTypeBuilder<Sending> builder)
        {
            builder.ToTable("inquiries_sendings").HasKey(s => s.Key);
            builder.Property(s => s.Key).HasMaxLength(80);
            builder.Property(s => s.Digest).HasMaxLength(64);
            builder.Property(s => s.SealedToken).HasMaxLength(1_000);
            builder.HasIndex(s => s.At);
            builder.HasOne(s => s.Inquiry).WithMany().HasForeignKey(s => s.InquiryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
