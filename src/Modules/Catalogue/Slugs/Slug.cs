using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Catalogue.Slugs;

/// <summary>The last segment of a page's address in one culture. An old one leads to its successor for good and is never given to another subject.</summary>
internal sealed class Slug
{
    private const int MaxLength = 80;

    public required string Kind { get; init; }

    public required string Culture { get; init; }

    public required string Text { get; init; }

    public required string Subject { get; init; }

    /// <summary>False for one that only redirects.</summary>
    public bool Current { get; set; }

    // The sign over a Persian he that few type, apart or in one; whoever leaves it out means the same address.
    private const char He = '\u0647', HeWithEzafe = '\u06C0';
    private static readonly Rune Ezafe = new(0x0654);

    /// <summary>A name in its own script as a segment of an address: NFC, lower case, letters and digits with hyphens between. Empty if the name has neither.</summary>
    public static string Make(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var rune in name.Replace(HeWithEzafe, He).Normalize(NormalizationForm.FormC).EnumerateRunes().Where(r => r != Ezafe))
        {
            var keeps = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (keeps)
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-' && rune.Value is not ('\'' or '’' or '®' or '™'))
                slug.Append('-');
            if (slug.Length >= MaxLength && (!keeps || slug.Length >= MaxLength + 20))
                break;
        }
        return slug.ToString().Trim('-');
    }

    internal sealed class Map : IEntityTypeConfiguration<Slug>
    {
        public void Configure(EntityTypeBuilder<Slug> builder)
        {
            builder.ToTable("catalogue_slugs").HasKey(s => new { s.Kind, s.Culture, s.Text });
            builder.Property(s => s.Kind).HasMaxLength(20);
            builder.Property(s => s.Culture).HasMaxLength(35);
            builder.Property(s => s.Text).HasMaxLength(110);
            builder.Property(s => s.Subject).HasMaxLength(100);
            builder.HasIndex(s => new { s.Kind, s.Subject });
            builder.HasIndex(s => new { s.Kind, s.Text });
        }
    }
}
