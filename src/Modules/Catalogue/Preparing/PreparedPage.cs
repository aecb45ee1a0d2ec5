using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Catalogue.Preparing;

/// <summary>All that a subject's page shows in one culture, ready to be rendered: one row read, one render.</summary>
internal sealed class PreparedPage
{
    public required string Kind { get; init; }

    public required string Subject { get; init; }

    /// <summary>An interface culture.</summary>
    public required string Culture { get; init; }

    /// <summary>The last segment of the page's address in this culture.</summary>
    public required string Slug { get; set; }

    /// <summary>What lists show of it: a <see cref="Card"/>, JSON.</summary>
    public required string Card { get; set; }

    /// <summary>What the page shows, JSON.</summary>
    public required string Page { get; set; }

    /// <summary>From this instant on it must be prepared again, UTC: something it depends on changed, or a certificate expires. Null for never.</summary>
    public DateTimeOffset? StaleAt { get; set; }

    /// <summary>The form its JSON was written in. A row of an older one is prepared again by a portal that knows a newer one.</summary>
    public int Form { get; set; }

    /// <summary>The form that is written now; to be raised with each change of what pages are made of.</summary>
    public const int PresentForm = 2;

    /// <summary>Takes over what was prepared anew.</summary>
    public void Take(PreparedPage anew) => (Slug, Card, Page, Form, StaleAt) = (anew.Slug, anew.Card, anew.Page, anew.Form, anew.StaleAt);

    internal sealed class Map : IEntityTypeConfiguration<PreparedPage>
    {
        public void Configure(EntityTypeBuilder<PreparedPage> builder)
        {
            builder.ToTable("catalogue_pages").HasKey(p => new { p.Kind, p.Subject, p.Culture });
            builder.Property(p => p.Kind).HasMaxLength(20);
            builder.Property(p => p.Subject).HasMaxLength(100);
            builder.Property(p => p.Culture).HasMaxLength(35);
            builder.Property(p => p.Slug).HasMaxLength(110);
            builder.HasIndex(p => new { p.Kind, p.Culture, p.Slug });
            builder.HasIndex(p => p.StaleAt);
            // Zero for a node of the release before, which does not name it.
            builder.Property(p => p.Form).HasDefaultValue(0);
            builder.HasIndex(p => p.Form);
        }
    }
}
