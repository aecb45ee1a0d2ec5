using System.Buffers;

namespace ExportPortal.Search.Analysis;

/// <summary>Reads what was typed with the wrong keyboard layout switched on, by the table keyboards.tsv.</summary>
internal static class Keyboards
{
    private sealed record Layout(Dictionary<char, char> ToLatin, Dictionary<char, char> FromLatin);

    private static readonly Layout[] Layouts = [.. AnalysisData.Read("keyboards.tsv").Select(l => new Layout(
        l[1].Zip(l[2]).ToDictionary(k => k.First, k => k.Second),
        l[1].Zip(l[2]).ToDictionary(k => k.Second, k => k.First)))];

    private static readonly SearchValues<char> SignsOfLetters =
        SearchValues.Create([.. Layouts.SelectMany(l => l.FromLatin.Where(k => !char.IsLetter(k.Key) && char.IsLetter(k.Value)).Select(k => k.Key)).Distinct()]);

    /// <summary>True for a sign whose key gives a letter in another layout.</summary>
    public static bool IsLetterElsewhere(char sign) => SignsOfLetters.Contains(sign);

    /// <summary>What the same keys give in other layouts; nothing where no key of the text is known to a layout.</summary>
    public static IEnumerable<string> Retype(string text) =>
        Layouts.SelectMany(l => (string[])[Retype(text, l.FromLatin), Retype(text, l.ToLatin)]).Where(t => t != text).Distinct(StringComparer.Ordinal);

    // A text that has a letter which is on no key of the layout was not typed with it.
    private static string Retype(string text, Dictionary<char, char> keys)
    {
        var typed = text.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < typed.Length; i++)
        {
            if (keys.TryGetValue(typed[i], out var other))
                typed[i] = other;
            else if (char.IsLetter(typed[i]))
                return text;
        }
        return new(typed);
    }
}
