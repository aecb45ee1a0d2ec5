using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Glossaries;

/// <summary>
/// The words of the glossary that must stand in a text as they are: TENS is not "ten", and PACS not PAC. Their keys differ from all stems.
/// </summary>
internal static class ExactWords
{
    private const int MostLetters = 5, LeastLetters = 2;

    private const char Mark = '=';

    // Terms stand in their plain form, so that this is the end of a word (أسيتون) and not of a plural.
    private const char ArabicNun = 'ن';

    /// <summary>True for an abbreviation within a term.</summary>
    /// <param name="term">The term as it is written.</param>
    /// <param name="token">A word of it.</param>
    /// <param name="word">The word, folded.</param>
    /// <param name="language">The language it is read in.</param>
    public static bool Are(string term, in Token token, ReadOnlySpan<char> word, StemLanguage language)
    {
        var mayBe = MayBe(word, token.Script, language);
        if (!mayBe || token.Script == CharClass.Arabic)
            return mayBe;
        var written = term.AsSpan(token.From, token.To - token.From);
        return written.Length >= LeastLetters && IsUpper(written);
    }

    /// <summary>True for a word of a text that may be one.</summary>
    public static bool MayBe(ReadOnlySpan<char> word, CharClass script, StemLanguage language) => script switch
    {
        CharClass.Latin or CharClass.Cyrillic or CharClass.Other => word.Length <= MostLetters,
        CharClass.Arabic => language == StemLanguage.Arabic && word[^1] == ArabicNun,
        _ => false,
    };

    /// <summary>True for a word of a text that may be several of one, as UAVs are.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word, CharClass script) => script == CharClass.Latin && word.Length is > LeastLetters and <= MostLetters + 1 && word[^1] == 's';

    /// <summary>Writes the key of a word: without what stands before it, as the Arabic article does. Gives its length, at most one more than the word's.</summary>
    public static int Key(ReadOnlySpan<char> word, StemLanguage language, Span<char> target)
    {
        target[0] = Mark;
        return 1 + Stemmer.TakeOffBeginning(language, word, target[1..]);
    }

    private static bool IsUpper(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
            if (!char.IsUpper(letter))
                return false;
        return true;
    }
}
