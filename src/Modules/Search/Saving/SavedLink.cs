using ExportPortal.Kernel.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Search.Saving;

/// <summary>Why a link was mailed.</summary>
internal enum SavedLinkPurpose
{
    /// <summary>Somebody named the address in the form; opens the page to confirm on.</summary>
    Confirm,
    /// <summary>Something new was told; opens the page to stop on.</summary>
    Stop,
}

/// <summary>A secret link to a saved search. Each mail has one of its own, and all of them stop it.</summary>
internal sealed class SavedLink
{
    /// <summary>Hash of the token; the token itself is nowhere stored.</summary>
    public required string Hash { get; init; }

    public long SavedId { get; private set; }

    public SavedSearch? Saved { get; init; }

    public required SavedLinkPurpose Purpose { get; init; }

    /// <summary>When its mail was queued, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A new link to a saved search, and its token.</summary>
    public static (SavedLink Link, string Token) New(SavedSearch saved, SavedLinkPurpose purpose, DateTimeOffset at)
    {
        var token = SecretToken.New();
        return (new SavedLink { Hash = SecretToken.Hash(token), Saved = saved, Purpose = purpose, At = at }, token);
    }

    internal sealed class Map : IEntityTypeConfiguration<SavedLink>
    {
        public void Configure(EntityTypeBuilder<SavedLink> builder)
        {
            builder.ToTable("search_saved_links").HasKey(l => l.Hash);
            builder.Property(l => l.Hash).HasMaxLength(64);
            builder.HasOne(l => l.Saved).WithMany().HasForeignKey(l => l.SavedId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
