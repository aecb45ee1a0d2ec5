using System.Globalization;

namespace ExportPortal.Search.Queries;

/// <summary>Chooses the part of a long text that is shown.</summary>
internal static class Passage
{
    public const int MaxLength = 240;

    // How far an edge moves to stand between words; scripts without spaces are cut where it falls.
    private const int EdgeSearch = 30;

    /// <summary>The line that holds the most different words; of several the last, which of classes is the narrowest.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="matches">At least one.</param>
    public static (int From, int To) Line(string text, IReadOnlyList<(int From, int To, ulong Words)> matches)
    {
        var best = matches.GroupBy(m => text.LastIndexOf('\n', m.From) + 1).OrderBy(line => ulong.PopCount(line.Aggregate(0UL, (words, m) => words | m.Words))).ThenBy(line => line.Key).Last().Key;
        return (best, text.IndexOf('\n', best) is >= 0 and var end ? end : text.Length);
    }

    /// <summary>The passage that holds the most different words, then the most matches, with about as much text before as after them.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="matches">In order of their start; at least one.</param>
    public static (int From, int To) Choose(string text, IReadOnlyList<(int From, int To, ulong Words)> matches)
    {
        if (text.Length <= MaxLength)
            return (0, text.Length);
        var best = (Words: 0, Count: 0, From: 0, To: 0);
        for (var i = 0; i < matches.Count; i++)
        {
            ulong words = 0;
            var (count, to) = (0, matches[i].From);
            for (var j = i; j < matches.Count && matches[j].To - matches[i].From <= MaxLength; j++, count++)
            {
                words |= matches[j].Words;
                to = Math.Max(to, matches[j].To);
            }
            var distinct = (int)ulong.PopCount(words);
            if (distinct > best.Words || (distinct == best.Words && count > best.Count))
                best = (distinct, count, matches[i].From, to);
        }
        if (best.Count == 0)
            best = (1, 1, matches[0].From, matches[0].From);
        var spare = MaxLength - (best.To - best.From);
        var from = Math.Clamp(best.From - spare / 2, 0, text.Length - MaxLength);
        var end = from + MaxLength;
        return (from == 0 ? 0 : StartBetweenWords(text, from, best.From), end == text.Length ? end : EndBetweenWords(text, end, best.To));
    }

    private static int StartBetweenWords(string text, int from, int latest)
    {
        for (var i = from; i < Math.Min(latest, from + EdgeSearch); i++)
            if (char.IsWhiteSpace(text[i]) && i + 1 <= latest)
                return i + 1;
        while (from < latest && ContinuesCharacter(text, from))
            from++;
        return from;
    }

    private static int EndBetweenWords(string text, int end, int earliest)
    {
        for (var i = end; i > Math.Max(earliest, end - EdgeSearch); i--)
            if (char.IsWhiteSpace(text[i]))
                return i;
        while (end > earliest && ContinuesCharacter(text, end))
            end--;
        return end;
    }

    private static bool ContinuesCharacter(string text, int at) =>
        char.IsLowSurrogate(text[at]) || CharUnicodeInfo.GetUnicodeCategory(text[at])
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
