namespace ExportPortal.Search.Analysis;

/// <summary>Writes a name's sounds by the table sounds.tsv, alike for every script that writes vowels or leaves them out.</summary>
internal sealed class Sounds
{
    /// <summary>Shorter words share their sounds with too many others.</summary>
    public const int MinLetters = 4;

    private const int MinSounds = 3;
    private const int LongestLetters = 4;

    /// <summary>The scripts that are compared.</summary>
    public static readonly IReadOnlyList<CharClass> Scripts = [CharClass.Latin, CharClass.Cyrillic, CharClass.Arabic];

    private static readonly Sounds[] All = [.. Scripts.Select(s => new Sounds(AnalysisData.Read("sounds.tsv").Where(l => ScriptOf(l[0]) == s)))];

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _signs;

    private Sounds(IEnumerable<string[]> lines) =>
        _signs = lines.ToDictionary(l => Folding.Fold(l[1]), l => l.Length > 2 ? l[2] : "", StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the sounds of a folded word and gives their number; 0 if they are too few to be compared, or letters are unknown. The target holds twice the word's length.</summary>
    public static int Write(CharClass script, ReadOnlySpan<char> word, Span<char> target)
    {
        var place = IndexOf(script);
        if (place < 0 || word.Length < MinLetters)
            return 0;
        var length = All[place].Write(word, target);
        // The silent h at the end of many Persian names is written or not.
        if (length > 0 && target[length - 1] == 'h')
            length--;
        return length < MinSounds ? 0 : length;
    }

    private int Write(ReadOnlySpan<char> word, Span<char> target)
    {
        var length = 0;
        for (var i = 0; i < word.Length;)
        {
            var letters = Math.Min(LongestLetters, word.Length - i);
            string? signs = null;
            while (letters > 0 && !_signs.TryGetValue(word.Slice(i, letters), out signs))
                letters--;
            if (signs is null)
                return 0;
            foreach (var sign in signs)
                if (length == 0 || target[length - 1] != sign)
                    target[length++] = sign;
            i += letters;
        }
        return length;
    }

    private static int IndexOf(CharClass script)
    {
        for (var i = 0; i < Scripts.Count; i++)
            if (Scripts[i] == script)
                return i;
        return -1;
    }

    private static CharClass ScriptOf(string name) => name switch
    {
        "latin" => CharClass.Latin,
        "cyrillic" => CharClass.Cyrillic,
        "arabic" => CharClass.Arabic,
        _ => throw new InvalidOperationException($"sounds.tsv knows no script {name}."),
    };
}
