using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Index;

/// <summary>
/// All that can be looked up stands in one sorted dictionary per segment; the first character of a term says what it is.
/// </summary>
internal static class Term
{
    /// <summary>A word as written, folded.</summary>
    public const char Word = 'w';

    /// <summary>A code without its signs; its postings name the document's first section.</summary>
    public const char Code = 'c';

    /// <summary>The first four or six digits of an HS code.</summary>
    public const char HsHeading = 'h';

    /// <summary>A whole name.</summary>
    public const char Name = 'n';

    /// <summary>A concept of the glossary, by its id.</summary>
    public const char Concept = 'g';

    /// <summary>Before another term: a word of a class's name, or its stem. Terms of their own, so that they do not change how rare a word is that documents say themselves.</summary>
    public const char Class = 'k';

    /// <summary>The sounds of a word of a name, and the word; the script is part of the term, as a name's own script needs no sounds.</summary>
    public static char Sound(CharClass script) => script switch
    {
        CharClass.Latin => 'L',
        CharClass.Cyrillic => 'C',
        CharClass.Arabic => 'A',
        _ => throw new ArgumentOutOfRangeException(nameof(script), script, "The sounds of this script are not known."),
    };

    public static bool IsSound(string term) => Sounds.Scripts.Any(s => term[0] == Sound(s));

    /// <summary>A document's identity.</summary>
    public const char Identity = 'i';

    /// <summary>A stem; its language is part of the term, as endings of one language mean nothing in another.</summary>
    public static char Stem(StemLanguage language) => (char)('0' + (int)language);

    /// <summary>What a term is, in a word.</summary>
    public static string NameOf(char what) => what switch
    {
        Word => "word",
        Code => "code",
        HsHeading => "hs",
        Name => "name",
        Concept => "concept",
        >= '0' and <= '9' => "stem",
        _ => "sound",
    };

    /// <summary>A term as it is without saying that a class's name holds it.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> term) => term[0] == Class ? term[1..] : term;

    public static string Of(char what, ReadOnlySpan<char> text) => string.Concat([what], text);

    public static string Of(DocumentKey key) => $"{Identity}{key.Kind}/{key.Id}";

    public static DocumentKey KeyOf(ReadOnlySpan<char> identity)
    {
        var slash = identity.IndexOf('/');
        return new(identity[1..slash].ToString(), identity[(slash + 1)..].ToString());
    }
}

/// <summary>Which document: kind and public id.</summary>
internal readonly record struct DocumentKey(string Kind, string Id);
