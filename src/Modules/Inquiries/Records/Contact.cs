using System.Security.Cryptography;
using System.Text;
using ExportPortal.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Inquiries.Records;

/// <summary>Who asked: personal data, kept for a purpose and a time, and erased by deleting the row.</summary>
internal sealed class Contact
{
    /// <summary>The purpose the buyer consented to.</summary>
    public const string AnsweringPurpose = "answer-inquiry";

    public const int LongestName = 100;
    public const int LongestCompany = 200;

    public long InquiryId { get; private set; }

    public Inquiry? Inquiry { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty when they gave none.</summary>
    public required string Company { get; init; }

    public required string Email { get; init; }

    /// <summary>What <see cref="EmailAddress.MailboxOf"/> makes of the address, to count by.</summary>
    public required string Mailbox { get; init; }

    /// <summary>E.164; empty when they gave none.</summary>
    public required string Phone { get; init; }

    public required string Purpose { get; init; }

    public required DateTimeOffset ConsentedAt { get; init; }

    public required DateTimeOffset KeepUntil { get; init; }

    /// <summary>Goes with the row: without it the digests in the ledger fit nobody.</summary>
    public string Salt { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>What stands in the ledger for a text about this contact.</summary>
    public string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Salt + "\n" + text)));

    internal sealed class Map : IEntityTypeConfiguration<Contact>
    {
        public void Configure(EntityTypeBuilder<Contact> builder)
        {
            builder.ToTable("inquiries_contacts").HasKey(c => c.InquiryId);
            builder.Property(c => c.Name).HasMaxLength(LongestName);
            builder.Property(c => c.Company).HasMaxLength(LongestCompany);
            builder.Property(c => c.Email).HasMaxLength(EmailAddress.Longest);
            builder.Property(c => c.Mailbox).HasMaxLength(EmailAddress.Longest);
            builder.Property(c => c.Phone).HasMaxLength(20);
            builder.Property(c => c.Purpose).HasMaxLength(40);
            builder.Property(c => c.Salt).HasMaxLength(32);
            builder.HasIndex(c => c.KeepUntil);
            builder.HasIndex(c => new { c.Mailbox, c.ConsentedAt });
            builder.HasOne(c => c.Inquiry).WithOne().HasForeignKey<Contact>(c => c.InquiryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
