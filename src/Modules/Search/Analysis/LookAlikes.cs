namespace ExportPortal.Search.Analysis;

/// <summary>Cyrillic and Greek letters that look like Latin ones as capitals: in codes nobody can tell which was typed. Folded letters throughout.</summary>
internal static class LookAlikes
{
    private const string Cyrillic = "авекмнорстхуіјѕ", LatinOfCyrillic = "abekmhopctxyijs";
    private const string Greek = "αβεζηικμνορτυχ", LatinOfGreek = "abezhikmnoptyx";

    private const char Micro = 'μ';

    private static readonly Dictionary<char, char> ToLatin = Cyrillic.Zip(LatinOfCyrillic).Concat(Greek.Zip(LatinOfGreek)).ToDictionary(l => l.First, l => l.Second);
    private static readonly Dictionary<char, char> ToCyrillic = Cyrillic.Zip(LatinOfCyrillic).ToDictionary(l => l.Second, l => l.First);

    /// <summary>A word with digits in Latin letters; as it is where a letter of it looks like no Latin one.</summary>
    public static string InLatin(string word) => Write(word, ToLatin) ?? word;

    /// <summary>The same word with digits as other keyboards write it, if all its letters can be mistaken.</summary>
    public static IEnumerable<string> Twins(string word) =>
        new[] { Write(word, ToLatin), Write(InLatin(word), ToCyrillic) }.OfType<string>().Where(twin => twin != word);

    /// <summary>True for letters that are Latin, or look so.</summary>
    public static bool LookLatin(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
            if (!char.IsAsciiLetter(letter) && !ToLatin.ContainsKey(letter))
                return false;
        return true;
    }

    private static string? Write(string word, Dictionary<char, char> letters)
    {
        if (!word.Any(char.IsAsciiDigit) || IsAmount(word))
            return null;
        var written = word.ToCharArray();
        for (var i = 0; i < written.Length; i++)
        {
            if (letters.TryGetValue(written[i], out var letter))
                written[i] = letter;
            else if (char.IsLetter(written[i]) && !letters.ContainsValue(written[i]) && !(letters == ToLatin && char.IsAsciiLetter(written[i])))
                return null;
        }
        return new(written);
    }

    // 100μg and 10µm: between a number and a unit it says how small that is, and is no capital M.
    private static bool IsAmount(string word)
    {
        for (var at = word.IndexOf(Micro, StringComparison.Ordinal); at > 0; at = word.IndexOf(Micro, at + 1))
            if (char.IsAsciiDigit(word[at - 1]) && at + 1 < word.Length && char.IsAsciiLetter(word[at + 1]))
                return true;
        return false;
    }
}
