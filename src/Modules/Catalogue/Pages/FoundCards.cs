using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Catalogue.Pages;

/// <summary>What the search index knows of a subject, as a card.</summary>
internal static class FoundCards
{
    // The index keeps a picture's key only. Cards reserve their room by a fixed shape, so any original will do.
    private const int CardWidth = 1200, CardHeight = 900;

    public static Card ToCard(this SearchHit hit, Wording words)
    {
        var card = hit.Card;
        FoundText? Found(string? text, string culture) => string.IsNullOrEmpty(text) ? null : new(culture, text);
        return new()
        {
            Kind = hit.Kind,
            Id = hit.Id,
            Name = new(card.Culture, card.Name),
            Summary = Found(card.Summary, card.Culture),
            Path = $"/{words.Culture.Tag}/{string.Join('/', card.Path.Split('/').Select(Uri.EscapeDataString))}",
            Image = card.Image is { } key ? new(key, FileType.Png, 0, CardWidth, CardHeight) : null,
            ImageAlt = Found(card.ImageAlt, card.Culture),
            Firm = card.OrganisationId,
            FirmName = Found(card.OrganisationName, card.OrganisationCulture ?? card.Culture),
            Sector = card.Sector,
            Sample = card.Sample,
        };
    }
}
