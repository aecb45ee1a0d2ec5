using ExportPortal.Search.Contracts;

namespace ExportPortal.Search;

/// <summary>All weights of the rank, in one place.</summary>
internal static class Ranking
{
    /// <summary>The facet under which a document's kind is counted and chosen.</summary>
    public const string KindFacet = "kind";

    /// <summary>An HS code is also found by this many of its first digits: the heading and the subheading.</summary>
    public static readonly int[] HsHeadings = [4, 6];

    /// <summary>How soon more occurrences of a word stop counting (BM25's k1).</summary>
    public const double Saturation = 1.2;

    /// <summary>What a word in a field counts, against one in the description.</summary>
    public static double Weight(SearchField field) => field switch
    {
        SearchField.Name => 8,
        SearchField.Keywords => 5,
        SearchField.Summary => 3,
        SearchField.Facts => 2.5,
        SearchField.Description => 1,
        SearchField.Organisation => 1.5,
        SearchField.Classification => 0.5,
        _ => 1,
    };

    /// <summary>How much a text longer than others counts less (BM25's b): a long name is no worse a name, a long description holds more by chance.</summary>
    public static double LengthNorm(SearchField field) => field switch
    {
        SearchField.Name => 0.4,
        SearchField.Keywords => 0.3,
        SearchField.Organisation => 0.2,
        SearchField.Classification => 0,
        _ => 0.7,
    };

    /// <summary>A word as typed, against its other forms.</summary>
    public const double Exact = 1;

    /// <summary>Another form of the word, by its stem.</summary>
    public const double Stemmed = 0.8;

    /// <summary>A word that goes on from what was typed last.</summary>
    public const double Prefix = 0.5;

    /// <summary>Two typed words written as one, or one as two.</summary>
    public const double Rejoined = 0.9;

    /// <summary>A word that need not be found: one by which a question is asked is rare in the texts that answer it.</summary>
    public const double SmallWord = 0.2;

    /// <summary>A character of a script without spaces, beside the pairs it stands in.</summary>
    public const double Character = 0.15;

    /// <summary>A character that no text has in a pair as it was typed.</summary>
    public const double LoneCharacter = 0.2;

    /// <summary>Texts in the reader's culture, in those of its chain, and in any other.</summary>
    public static double Culture(int placeInChain) => placeInChain switch { 0 => 1, > 0 => 0.85, _ => 0.75 };

    /// <summary>A word of the same meaning, in any language, against the word as typed.</summary>
    public const double Concept = 0.9;

    /// <summary>A name in another script that sounds like the word.</summary>
    public const double Sounding = 0.6;

    /// <summary>A word put in for one that nobody wrote: in a long question that may be no error, but a word the texts do without.</summary>
    public const double Mended = 0.7;

    /// <summary>A word near to a mistyped one that is not the likeliest.</summary>
    public const double Near = 0.5;

    /// <summary>What is added, as a share of the score, when all the words stand beside each other as they were typed.</summary>
    public const double Nearness = 0.4;

    // Steps that no sum of word scores climbs over.

    /// <summary>The whole query is a code of the document.</summary>
    public const double WholeCode = 1_000_000;

    /// <summary>The whole query is the document's name.</summary>
    public const double WholeName = 100_000;

    /// <summary>The whole query begins the document's HS code.</summary>
    public const double HsHeading = 20_000;

    /// <summary>A part of the query is a code of the document.</summary>
    public const double PartCode = 20_000;

    /// <summary>The whole query begins a code of the document.</summary>
    public const double BegunCode = 2_000;

    /// <summary>Where fewer documents hold all the words, the best of those that hold some are added, up to this many.</summary>
    public const int Few = 100;

    /// <summary>The share of the words' weight that a document added so must hold: a little less than an average word.</summary>
    public static double LeastShare(ulong words) => 1d / (words + 1);

    /// <summary>The share of a score that remains when hardly any of the words is found.</summary>
    public const double FewWords = 0.2;
}
