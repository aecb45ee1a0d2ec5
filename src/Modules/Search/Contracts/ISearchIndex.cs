namespace ExportPortal.Search.Contracts;

/// <summary>Answers searches from its own derived index, in process. Safe for any number of callers at once.</summary>
public interface ISearchIndex
{
    /// <summary>Never fails for any query text; a culture without documents is answered along its chain.</summary>
    SearchAnswer Search(SearchQuery query);

    /// <summary>Documents alike, those that share the rarest words first, then the newest. Takes much less time than a search.</summary>
    IReadOnlyList<SearchHit> Similar(SimilarQuery query);

    /// <summary>How many documents the index holds, and up to which position of the change log it has read.</summary>
    SearchIndexState State { get; }
}

/// <summary>How results are ordered.</summary>
public enum SearchSort
{
    /// <summary>Best match first; without words, newest first.</summary>
    Relevance,
    /// <summary>By name as the reader's language sorts.</summary>
    Name,
    /// <summary>Last published first.</summary>
    Newest,
}

/// <summary>A search.</summary>
public sealed record SearchQuery
{
    /// <summary>What the reader typed; empty lists all. Cut at <see cref="MaxTextLength"/> characters.</summary>
    public string Text { get; init; } = "";

    /// <summary>The longest query text that is read, in characters.</summary>
    public const int MaxTextLength = 500;

    /// <summary>The largest page that is answered.</summary>
    public const int MaxPageSize = 100;

    /// <summary>The reader's culture, any well-formed BCP 47 tag.</summary>
    public required string Culture { get; init; }

    /// <summary>The kinds of documents wanted; empty for all.</summary>
    public IReadOnlyCollection<string> Kinds { get; init; } = [];

    /// <summary>Chosen facet values. Values of one facet are alternatives; different facets must all hold. An unknown value matches nothing.</summary>
    public IReadOnlyCollection<FacetValue> Chosen { get; init; } = [];

    /// <summary>The facets to count, in the order wanted. Counts follow the choices in the other facets.</summary>
    public IReadOnlyCollection<string> Facets { get; init; } = [];

    /// <summary>How many values of each facet are told, from 1: the most frequent, and beside them those that are chosen.</summary>
    public int MostValues { get; init; } = int.MaxValue;

    /// <summary>The order of results.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>From 1 to <see cref="MaxPageSize"/>.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Only what was first published after this instant, UTC; null for no bound.</summary>
    public DateTimeOffset? PublishedAfter { get; init; }

    /// <summary>Only what was first published at this instant or before, UTC; null for no bound.</summary>
    public DateTimeOffset? PublishedUntil { get; init; }

    /// <summary>Only what holds all the words, or has a code that is one of them, also where few do.</summary>
    public bool AllWords { get; init; }

    /// <summary>Only what holds the last word in its name, in any form or meaning, or a word that goes on from it.</summary>
    public bool LastWordInName { get; init; }

    /// <summary>Whether the passages that hold the words are wanted; finding them takes longer than finding the documents.</summary>
    public bool Highlights { get; init; } = true;

    /// <summary>Whether each result tells how its score came about, which takes longer than the search.</summary>
    public bool Explain { get; init; }
}

/// <summary>What documents are to be like.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="Text">The name, or other words, they should share.</param>
/// <param name="Culture">The culture of the words and of the reader, any well-formed BCP 47 tag.</param>
/// <param name="Within">The facet's value they all have.</param>
/// <param name="Except">The public id of the one that is not wanted: the one they are to be like.</param>
/// <param name="Count">How many are wanted at most.</param>
public sealed record SimilarQuery(string Kind, string Text, string Culture, FacetValue Within, string Except, int Count);

/// <summary>
/// One page of results with the counts of all. Where few documents hold all words, those that hold the most telling ones follow;
/// not where a code or words in quotation marks are asked for.
/// </summary>
/// <param name="Total">How many documents match, over all pages.</param>
/// <param name="Hits">The page's results, best first.</param>
/// <param name="Facets">The counts, in the order asked for.</param>
/// <param name="AllWords">False when no document holds all words, or has a code that is one of them.</param>
public sealed record SearchAnswer(int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyList<FacetCount> Facets, bool AllWords)
{
    /// <summary>What was looked for in place of a text with words that stand in no document; null if it was the text itself.</summary>
    public string? Correction { get; init; }

    /// <summary>True if so many documents hold the words of a phrase that it was looked for in the best of them only.</summary>
    public bool PhraseCut { get; init; }
}

/// <summary>A result.</summary>
/// <param name="Kind">The document's kind.</param>
/// <param name="Id">The document's public id.</param>
/// <param name="Card">What to show, in the best culture for the reader.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
/// <param name="Highlights">Passages of the original texts that hold the words.</param>
public sealed record SearchHit(string Kind, string Id, SearchCard Card, double Score, IReadOnlyList<SearchHighlight> Highlights)
{
    /// <summary>Whether it holds all the words, or has a code that is one of them; those come before all others.</summary>
    public bool AllWords { get; init; } = true;

    /// <summary>How the score came about; null unless asked for, and without words.</summary>
    public SearchExplanation? Explanation { get; init; }
}

/// <summary>How a score came about: the sum of its terms' scores, times <paramref name="Words"/>, times <paramref name="Nearness"/>.</summary>
/// <param name="Terms">The best term of each group of the query that the document holds, the highest score first.</param>
/// <param name="Words">What remains where words are missing: 1 with all of them, down to 0.2.</param>
/// <param name="Nearness">From 1; 1.4 where all the words stand beside each other as they were typed.</param>
public sealed record SearchExplanation(IReadOnlyList<ExplainedTerm> Terms, double Words, double Nearness);

/// <summary>What a term of the query gave to a score.</summary>
/// <param name="For">The words of the query that it stands for, folded.</param>
/// <param name="How"><c>word</c>, <c>stem</c>, <c>concept</c>, <c>sound</c>, <c>name</c> (the whole one), <c>code</c> or <c>hs</c>.</param>
/// <param name="Term">As the index holds it.</param>
/// <param name="Culture">The culture of the text that it stands in; null for a code.</param>
/// <param name="Fields">How often it stands where, at most 16 times each; none for a code or a whole name.</param>
/// <param name="Weight">Below 1 for what is not the word as typed: another form, a meaning, a sound; for a code or a whole name, the score.</param>
/// <param name="Rarity">How much it tells: the greater, the fewer documents hold it (BM25's inverse document frequency); 1 for a code or a whole name.</param>
/// <param name="Score">What it adds.</param>
public sealed record ExplainedTerm(string For, string How, string Term, string? Culture, IReadOnlyList<(SearchField Field, int Count)> Fields, double Weight, double Rarity, double Score);

/// <summary>A passage of a text with the places of the words found.</summary>
/// <param name="Field">Where the text stands.</param>
/// <param name="Culture">The culture it is written in.</param>
/// <param name="Text">The name whole, of longer texts a passage of at most 240 characters, as written.</param>
/// <param name="Ranges">Start and length in UTF-16 units of <paramref name="Text"/>, in order, not overlapping.</param>
public sealed record SearchHighlight(SearchField Field, string Culture, string Text, IReadOnlyList<(int Start, int Length)> Ranges)
{
    /// <summary>True if the original text goes on before <see cref="Text"/>.</summary>
    public bool CutBefore { get; init; }

    /// <summary>True if the original text goes on after <see cref="Text"/>.</summary>
    public bool CutAfter { get; init; }
}

/// <summary>The counts of one facet.</summary>
/// <param name="Facet">The facet's id.</param>
/// <param name="Values">Values with at least one match or chosen, most first, then by value; as many as were asked for.</param>
public sealed record FacetCount(string Facet, IReadOnlyList<FacetValueCount> Values);

/// <summary>A facet's value with its count.</summary>
public sealed record FacetValueCount(string Value, int Count, bool Selected);

/// <summary>What the index holds.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Position">The last position of the change log that it has taken in.</param>
/// <param name="Ready">False until the first build or load is complete.</param>
public sealed record SearchIndexState(int Documents, long Position, bool Ready);
