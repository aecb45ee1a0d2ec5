using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Inquiries.Records;

/// <summary>Whose words a message is.</summary>
internal enum Writer
{
    Buyer,
    Desk,
    Firm,
    /// <summary>A note among the desk's staff, which neither buyer nor firm sees.</summary>
    Note,
}

/// <summary>A text in an inquiry.</summary>
internal sealed class Message
{
    public long Id { get; private set; }

    public long InquiryId { get; private set; }

    public Inquiry? Inquiry { get; init; }

    public required Writer Writer { get; init; }

    /// <summary>The firm whose words they are; null for others.</summary>
    public string? Firm { get; init; }

    /// <summary>The internal id of the person of the staff; null for the buyer.</summary>
    public string? Author { get; init; }

    /// <summary>The culture it is written in, as its writer says.</summary>
    public required string Culture { get; init; }

    /// <summary>Empty after the buyer's data was erased.</summary>
    public required string Text { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Names the form it came with, so that the same form sent twice makes one message.</summary>
    public required string Form { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> builder)
        {
            builder.ToTable("inquiries_messages").HasKey(m => m.Id);
            builder.Property(m => m.Firm).HasMaxLength(100);
            builder.Property(m => m.Author).HasMaxLength(64);
            builder.Property(m => m.Culture).HasMaxLength(35);
            builder.Property(m => m.Text).HasMaxLength(Records.Inquiry.LongestMessage);
            builder.Property(m => m.Form).HasMaxLength(80);
            builder.HasIndex(m => m.Form).IsUnique();
            builder.HasOne(m => m.Inquiry).WithMany().HasForeignKey(m => m.InquiryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
