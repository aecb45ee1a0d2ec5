using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Inquiries.Records;

/// <summary>One firm's part of an inquiry.</summary>
internal sealed class InquiryPart
{
    public long InquiryId { get; private set; }

    /// <summary>The firm's public id.</summary>
    public required string Firm { get; init; }

    /// <summary>When it was answered, by the firm or by the desk for it; null while it waits.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    internal sealed class Map : IEntityTypeConfiguration<InquiryPart>
    {
        public void Configure(EntityTypeBuilder<InquiryPart> builder)
        {
            builder.ToTable("inquiries_parts").HasKey(p => new { p.InquiryId, p.Firm });
            builder.Property(p => p.Firm).HasMaxLength(100);
            builder.HasIndex(p => p.Firm);
        }
    }
}

/// <summary>A product that an inquiry asks about, with the name under which the buyer saw it.</summary>
internal sealed class InquiryProduct
{
    public long InquiryId { get; private set; }

    /// <summary>The product's public id.</summary>
    public required string Product { get; init; }

    /// <summary>Its firm's public id.</summary>
    public required string Firm { get; init; }

    public required string Name { get; init; }

    /// <summary>The culture the name is written in.</summary>
    public required string NameCulture { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<InquiryProduct>
    {
        public void Configure(EntityTypeBuilder<InquiryProduct> builder)
        {
            builder.ToTable("inquiries_products").HasKey(p => new { p.InquiryId, p.Product });
            builder.Property(p => p.Product).HasMaxLength(100);
            builder.Property(p => p.Firm).HasMaxLength(100);
            builder.Property(p => p.Name).HasMaxLength(250);
            builder.Property(p => p.NameCulture).HasMaxLength(35);
        }
    }
}
