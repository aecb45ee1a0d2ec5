using ExportPortal.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Inquiries.Records;

/// <summary>What a link in the buyer's hands opens.</summary>
internal enum LinkPurpose
{
    /// <summary>The inquiry's own page.</summary>
    Track,
    /// <summary>Proof that the mail address is theirs; leads to the inquiry's page.</summary>
    Confirm,
}

/// <summary>A secret link to an inquiry. An inquiry has several: one on the screen after sending, one in each mail.</summary>
internal sealed class BuyerLink
{
    /// <summary>Hash of the token; the token itself is nowhere stored.</summary>
    public required string Hash { get; init; }

    public long InquiryId { get; private set; }

    public Inquiry? Inquiry { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>A new link to an inquiry, and its token.</summary>
    public static (BuyerLink Link, string Token) New(Inquiry inquiry, LinkPurpose purpose)
    {
        var token = SecretToken.New();
        return (new BuyerLink { Hash = SecretToken.Hash(token), Inquiry = inquiry, Purpose = purpose }, token);
    }

    internal sealed class Map : IEntityTypeConfiguration<BuyerLink>
    {
        public void Configure(EntityTypeBuilder<BuyerLink> builder)
        {
            builder.ToTable("inquiries_links").HasKey(l => l.Hash);
            builder.Property(l => l.Hash).HasMaxLength(64);
            builder.HasOne(l => l.Inquiry).WithMany().HasForeignKey(l => l.InquiryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
