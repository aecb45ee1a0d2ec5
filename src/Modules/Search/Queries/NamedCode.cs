using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Queries;

/// <summary>Takes off a code what says which code it is: 3002.15 of "HS code 3002.15".</summary>
internal static class NamedCode
{
    /// <summary>The code alone; the text as it is, if it is anything else than a code and the name of its system.</summary>
    public static string Read(string text, Analyser analyser)
    {
        if (!text.Any(char.IsDigit) || !text.Any(char.IsLetter))
            return text;
        analyser.Read(text);
        var words = analyser.Tokens.GroupBy(t => t.Word).Select(w => w.ToArray()).ToArray();
        var codes = Array.FindAll(words, w => Array.Exists(w, t => t.Script == CharClass.Digit));
        var names = words.Except(codes).ToArray();
        if (codes.Length == 0 || Array.IndexOf(words, codes[^1]) - Array.IndexOf(words, codes[0]) >= codes.Length
            || !Array.TrueForAll(names, w => Name(w).All(n => n.IsSystem || n.IsWord)) || !Array.Exists(names, w => Name(w).Any(n => n.IsSystem)))
            return text;
        return text[codes[0][0].From..codes[^1].Max(t => t.To)];

        IEnumerable<(bool IsSystem, bool IsWord)> Name(Token[] word) =>
            word[0].Kind == TokenKind.Single ? [Judge(analyser.Terms(word[0].Start, word[^1].Start + word[^1].Length))]
            : word.Where(t => t.Kind == TokenKind.Word).Select(t => Judge(analyser.Term(t)));
    }

    private static (bool IsSystem, bool IsWord) Judge(ReadOnlySpan<char> word) => (WordLists.Default.IsCodeSystem(word), WordLists.Default.IsCodeWord(word));
}
