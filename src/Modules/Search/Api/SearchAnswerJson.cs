using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Api;

/// <summary>The answer as it is sent. Names and order are the contract.</summary>
internal sealed record SearchAnswerJson(int Total, int Page, int PageSize, IReadOnlyList<ItemJson> Items, IReadOnlyList<FacetJson> Facets)
{
    /// <summary>Sent only where it is true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool QueryCut { get; init; }

    /// <summary>Sent only where it is true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PhraseCut { get; init; }

    /// <summary>Sent only where the text was mended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Correction { get; init; }

    // Letters of all scripts go as they are.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    public static SearchAnswerJson Of(SearchRequest request, SearchAnswer answer, FacetWords words) => new(
        answer.Total, request.Page, request.PageSize,
        [.. answer.Hits.Select(h => ItemJson.Of(h, request.Culture, words))],
        [.. answer.Facets.Where(f => f.Values.Count > 0 || SearchFacets.All.Contains(f.Facet)).Select(f => FacetJson.Of(f, request.Culture, words))])
    {
        QueryCut = request.TextCut,
        PhraseCut = answer.PhraseCut,
        Correction = answer.Correction,
    };
}

/// <param name="Firm">The public id of the organisation behind it.</param>
/// <param name="Sector">The public id of its sector.</param>
internal sealed record ItemJson(
    string Id, string Kind, string Culture, string Name, string Summary, string? Firm, string? FirmName, string? Sector, string? SectorName,
    string Url, string? Image, double Score, IReadOnlyList<HighlightJson> Highlights)
{
    private const int ImageWidth = 480;

    /// <summary>Sent only where it is true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SomeWords { get; init; }

    /// <summary>Sent only to staff who ask for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplanationJson? Explanation { get; init; }

    public static ItemJson Of(SearchHit hit, string culture, FacetWords words)
    {
        var card = hit.Card;
        return new(
            hit.Id, hit.Kind, card.Culture, card.Name, card.Summary, card.OrganisationId, card.OrganisationName,
            card.Sector, card.Sector is null ? null : words.Label(SearchFacets.Sector, card.Sector, culture).Value,
            ResultAddress.Page(card, culture), card.Image is null ? null : ResultAddress.Picture(card.Image, ImageWidth),
            Math.Round(hit.Score, 4), [.. hit.Highlights.Select(HighlightJson.Of)])
        {
            SomeWords = !hit.AllWords,
            Explanation = hit.Explanation is { } explanation ? ExplanationJson.Of(explanation) : null,
        };
    }
}

internal sealed record ExplanationJson(double Words, double Nearness, IReadOnlyList<ExplainedTermJson> Terms)
{
    public static ExplanationJson Of(SearchExplanation explanation) => new(
        Math.Round(explanation.Words, 4), Math.Round(explanation.Nearness, 4), [.. explanation.Terms.Select(ExplainedTermJson.Of)]);
}

internal sealed record ExplainedTermJson(string For, string How, string Term, string? Culture, IReadOnlyDictionary<string, int> Fields, double Weight, double Rarity, double Score)
{
    public static ExplainedTermJson Of(ExplainedTerm term) => new(
        term.For, term.How, term.Term, term.Culture, term.Fields.ToDictionary(f => HighlightJson.FieldOf(f.Field), f => f.Count, StringComparer.Ordinal),
        Math.Round(term.Weight, 4), Math.Round(term.Rarity, 4), Math.Round(term.Score, 4));
}

internal sealed record HighlightJson(string Field, string Culture, string Text, IReadOnlyList<int[]> Ranges)
{
    public static HighlightJson Of(SearchHighlight highlight) => new(
        FieldOf(highlight.Field), highlight.Culture, highlight.Text, [.. highlight.Ranges.Select(r => new[] { r.Start, r.Length })]);

    public static string FieldOf(SearchField field) => field switch
    {
        SearchField.Name => "name",
        SearchField.Keywords => "keywords",
        SearchField.Summary => "summary",
        SearchField.Facts => "facts",
        SearchField.Description => "description",
        SearchField.Classification => "classification",
        _ => "organisation",
    };
}

internal sealed record FacetJson(string Field, IReadOnlyList<FacetValueJson> Values)
{
    public static FacetJson Of(FacetCount facet, string culture, FacetWords words) => new(
        facet.Facet, [.. facet.Values.Select(v => new FacetValueJson(v.Value, words.Label(facet.Facet, v.Value, culture).Value, v.Count, v.Selected))]);
}

internal sealed record FacetValueJson(string Value, string Label, int Count, bool Selected);
