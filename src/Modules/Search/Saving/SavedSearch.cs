using System.Security.Cryptography;
using System.Text;
using ExportPortal.Kernel.Values;
using ExportPortal.Search.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Search.Saving;

/// <summary>A search that is looked at again for somebody. All of it is personal data, and erased by deleting the row.</summary>
internal sealed class SavedSearch
{
    /// <summary>The longest search that is kept, as <see cref="Query"/> writes it.</summary>
    public const int LongestQuery = 4_000;

    /// <summary>How long one waits to be confirmed.</summary>
    public static readonly TimeSpan KeptUnconfirmed = TimeSpan.FromDays(7);

    public long Id { get; private set; }

    /// <summary>The reference under which mails about it are taken back.</summary>
    public string Reference { get; private init; } = "saved-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Hash of address and search: the same person watches the same search once.</summary>
    public required string Key { get; init; }

    public required string Email { get; init; }

    /// <summary>What <see cref="EmailAddress.MailboxOf"/> makes of the address, to count by.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The reader's interface culture: mails are written in it, and words are searched for in it.</summary>
    public required string Culture { get; set; }

    /// <summary>The search as its address has it, percent-encoded: <c>?q=pump&amp;sector=medical</c>.</summary>
    public required string Query { get; init; }

    /// <summary>When its reader consented, UTC; the last time, if they asked again before confirming.</summary>
    public required DateTimeOffset AskedAt { get; set; }

    /// <summary>When they confirmed their address, UTC; null before.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>
    /// What was first published up to this instant, UTC, was looked at. It moves together with the mail's queueing, and is checked
    /// when it does: of several nodes that look at once, one queues a mail.
    /// </summary>
    public required DateTimeOffset LookedAt { get; set; }

    /// <summary>Not looked at again before this instant, UTC.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public static string KeyOf(string email, SearchRequest search) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{email.ToLowerInvariant()}\n{SearchLinks.QueryOf(search with { Text = search.Text.ToLowerInvariant() })}")));

    internal sealed class Map : IEntityTypeConfiguration<SavedSearch>
    {
        public void Configure(EntityTypeBuilder<SavedSearch> builder)
        {
            builder.ToTable("search_saved").HasKey(s => s.Id);
            builder.Property(s => s.Reference).HasMaxLength(40);
            builder.Property(s => s.Key).HasMaxLength(64);
            builder.Property(s => s.Email).HasMaxLength(EmailAddress.Longest);
            builder.Property(s => s.Mailbox).HasMaxLength(EmailAddress.Longest);
            builder.Property(s => s.Culture).HasMaxLength(35);
            builder.Property(s => s.Query).HasMaxLength(LongestQuery);
            builder.Property(s => s.LookedAt).IsConcurrencyToken();
            builder.HasIndex(s => s.Key).IsUnique();
            builder.HasIndex(s => s.Mailbox);
            builder.HasIndex(s => s.DueAt);
        }
    }
}
