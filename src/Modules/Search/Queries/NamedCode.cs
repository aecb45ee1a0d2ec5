using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Queries;

/// <summary>Takes off a tariff code what says that it is one: 3002.15 of "HS code 3002.15".</summary>
internal static class NamedCode
{
    // Heading, subheading, and national codes below it.
    private static readonly int[] Lengths = [4, 6, 8, 10];

    /// <summary>The code alone; the text as it is, if it is anything else than words that say so and a tariff code.</summary>
    public static string Read(string text, Analyser analyser)
    {
        var first = IndexOfDigit(text);
        if (first <= 0)
            return text;
        var code = text[first..].Trim();
        var key = Folding.CodeKey(code);
        if (Array.IndexOf(Lengths, key.Length) < 0 || !key.All(char.IsAsciiDigit))
            return text;
        analyser.Read(text.AsSpan(0, first));
        var words = analyser.Tokens.GroupBy(t => t.Word).SelectMany(w => NameCode([.. w])).ToArray();
        return words.Length > 0 && Array.TrueForAll(words, w => w) ? code : text;

        IEnumerable<bool> NameCode(Token[] word) =>
            word[0].Kind == TokenKind.Single ? [WordLists.Default.IsCodeWord(analyser.Terms(word[0].Start, word[^1].Start + word[^1].Length))]
            : word.Where(t => t.Kind == TokenKind.Word).Select(t => WordLists.Default.IsCodeWord(analyser.Term(t)));
    }

    private static int IndexOfDigit(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsDigit(text[i]))
                return i;
        return -1;
    }
}
