namespace ExportPortal.Search.Analysis;

/// <summary>words.tsv: words a query can do without, and affixes that may stand apart from their word.</summary>
internal sealed class WordLists
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stop;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _before;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _after;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _light;

    public static WordLists Default { get; } = new(AnalysisData.Read("words.tsv"));

    private WordLists(IEnumerable<string[]> lines)
    {
        var stops = new HashSet<string>(StringComparer.Ordinal);
        var before = new HashSet<string>(StringComparer.Ordinal);
        var after = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var word in line[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold))
            {
                switch (line[0])
                {
                    case "stop": stops.Add(word); break;
                    case "affix-before": before.Add(word); break;
                    case "affix-after": after.Add(word); break;
                    default: throw new InvalidOperationException($"words.tsv knows no list {line[0]}.");
                }
            }
        }
        _stop = stops.GetAlternateLookup<ReadOnlySpan<char>>();
        _before = before.GetAlternateLookup<ReadOnlySpan<char>>();
        _after = after.GetAlternateLookup<ReadOnlySpan<char>>();
        _light = stops.Union(before).Union(after).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>True for a word that need not be found, in any language: the reader's own is only guessed.</summary>
    public bool IsStop(ReadOnlySpan<char> term) => _stop.Contains(term);

    /// <summary>True for a word that a phrase can do without.</summary>
    public bool IsLight(ReadOnlySpan<char> term) => _light.Contains(term);

    public bool IsAffixBefore(ReadOnlySpan<char> term) => _before.Contains(term);

    public bool IsAffixAfter(ReadOnlySpan<char> term) => _after.Contains(term);
}
