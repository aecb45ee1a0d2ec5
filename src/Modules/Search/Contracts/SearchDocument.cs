namespace ExportPortal.Search.Contracts;

/// <summary>Where in a document a text stands; decides its weight.</summary>
public enum SearchField
{
    /// <summary>The subject's name.</summary>
    Name,
    /// <summary>Keywords given for finding it.</summary>
    Keywords,
    /// <summary>One or two sentences.</summary>
    Summary,
    /// <summary>Values of the sector's sheet and names of variants.</summary>
    Facts,
    /// <summary>The long text.</summary>
    Description,
    /// <summary>The name of the organisation behind it.</summary>
    Organisation,
    /// <summary>What its classes are called. Thousands share such a text, so it is kept once and tells little: it changes neither how rare a word is nor what is alike.</summary>
    Classification,
}

/// <summary>Something that can be found, whole: all its cultures in one document.</summary>
public sealed record SearchDocument
{
    /// <summary>What kind of subject this is, as the source names it: <c>product</c>, <c>organisation</c>, <c>showroom</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The subject's public id; unique within its kind.</summary>
    public required string Id { get; init; }

    /// <summary>The texts to search in, each in its culture (any well-formed BCP 47 tag). Plain text, no mark-up.</summary>
    public IReadOnlyList<SearchText> Texts { get; init; } = [];

    /// <summary>Codes found exactly, before anything else: HS, CAS, ATC, EMDN, model, GTIN, id.</summary>
    public IReadOnlyList<SearchCode> Codes { get; init; } = [];

    /// <summary>What the document can be filtered and counted by. A facet may have several values.</summary>
    public IReadOnlyList<FacetValue> Facets { get; init; } = [];

    /// <summary>What a result shows, one card for each culture that has a name of its own. At least one.</summary>
    public required IReadOnlyList<SearchCard> Cards { get; init; }

    /// <summary>When the subject was first published, UTC; for sorting by newest.</summary>
    public DateTimeOffset Published { get; init; }
}

/// <summary>A text of a document in one culture.</summary>
/// <param name="Field">Where it stands.</param>
/// <param name="Culture">BCP 47 tag.</param>
/// <param name="Text">Plain text as it is shown.</param>
public sealed record SearchText(SearchField Field, string Culture, string Text);

/// <summary>A code of a document.</summary>
/// <param name="Field">What kind of code: <c>hs</c>, <c>cas</c>, <c>ec</c>, <c>atc</c>, <c>emdn</c>, <c>model</c>, <c>gtin</c>, <c>id</c>…</param>
/// <param name="Code">As written; compared without case, spaces, hyphens and dots.</param>
public sealed record SearchCode(string Field, string Code);

/// <summary>A value of a facet: <c>("sector", "ict")</c>.</summary>
public sealed record FacetValue(string Facet, string Value);

/// <summary>What a result shows in one culture.</summary>
public sealed record SearchCard
{
    /// <summary>The culture this card is written in.</summary>
    public required string Culture { get; init; }

    /// <summary>The name, in <see cref="Culture"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The summary, in <see cref="Culture"/>; empty if there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The page's address without the culture segment: <c>products/epoetin-alfa</c>, not yet percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>The key of the picture's media file; null if there is none.</summary>
    public string? Image { get; init; }

    /// <summary>The picture's alternative text in <see cref="Culture"/>; null if there is none.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>The organisation behind it: its public id; null for a showroom.</summary>
    public string? OrganisationId { get; init; }

    /// <summary>The organisation's name as a reader of <see cref="Culture"/> sees it.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>The culture <see cref="OrganisationName"/> is written in.</summary>
    public string? OrganisationCulture { get; init; }

    /// <summary>The public id of its sector; null if it has none.</summary>
    public string? Sector { get; init; }

    /// <summary>True for an invented sample.</summary>
    public bool Sample { get; init; }
}
