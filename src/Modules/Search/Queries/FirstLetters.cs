using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>The first two letters of words that are looked for: most other words are told by theirs, before their stems are made.</summary>
internal sealed class FirstLetters
{
    private const int Places = 4096;

    private readonly BitSet _places = new(Places);

    public void Add(ReadOnlySpan<char> word) => _places.Set(PlaceOf(word));

    /// <summary>False for a word that begins like none of those that were added.</summary>
    public bool MayBegin(ReadOnlySpan<char> word) => _places[PlaceOf(word)];

    private static int PlaceOf(ReadOnlySpan<char> word) => word.Length == 0 ? 0 : (word[0] * 61 + (word.Length == 1 ? 0 : word[1])) % Places;
}
