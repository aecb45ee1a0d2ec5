namespace ExportPortal.Search.Queries;

/// <summary>A term that a query asks for.</summary>
/// <param name="Term">With the character that says what it is; see Index.Term.</param>
/// <param name="Weight">Times the word's score; for a code, a heading or a name, the score itself.</param>
/// <param name="Prefix">True if all terms that begin so are meant.</param>
internal readonly record struct QueryTerm(string Term, double Weight, bool Prefix = false);

/// <summary>Terms of which the best counts.</summary>
/// <param name="Words">The words of the query that are found with any of them, one bit each.</param>
/// <param name="Terms">At least one.</param>
/// <param name="Fixed">True if the weight is the score: how rare or how frequent the term is does not matter.</param>
internal sealed record QueryGroup(ulong Words, IReadOnlyList<QueryTerm> Terms, bool Fixed = false)
{
    /// <summary>True if a document that holds one of the terms is meant, whatever is said beside it: "please quote SZ-300".</summary>
    public bool Tells { get; init; }
}

/// <summary>
/// What is looked for. Each word has a bit. Several groups may cover the same word: COVID-19 is found as <c>covid</c> and <c>19</c>,
/// or as <c>covid19</c>, or as a code. A document holds all words when the groups found in it cover all that are required.
/// </summary>
internal sealed record QueryPlan(IReadOnlyList<QueryGroup> Groups, ulong Required)
{
    /// <summary>More words are not looked for.</summary>
    public const int MaxWords = 64;

    /// <summary>True if the words are meant as they are: a part of the text is a code of a document, or the whole is a single word with digits, as codes are.</summary>
    public bool Strict { get; init; }

    /// <summary>Small parts of words, which tell nothing without all of the word: 2 of HER2, both of Wi-Fi.</summary>
    public IReadOnlyList<(ulong Parts, ulong Word)> Fragments { get; init; } = [];

    /// <summary>Words that say what the others mean, and tell nothing by themselves: "without".</summary>
    public ulong Needed { get; init; }

    /// <summary>The word that stands last.</summary>
    public ulong Last { get; init; }

    /// <summary>The words, by the place of their bit.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public static QueryPlan Nothing { get; } = new([], 0);
}
