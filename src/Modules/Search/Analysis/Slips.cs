namespace ExportPortal.Search.Analysis;

/// <summary>How far a typed letter is from the one that was meant, by the tables slips.tsv and keyboards.tsv.</summary>
internal static class Slips
{
    /// <summary>The letters sound alike.</summary>
    public const int AlikeInSound = 1;

    /// <summary>The keys are neighbours, the letters look alike or are swapped, or one is doubled or not.</summary>
    public const int Likely = 2;

    /// <summary>Any other letter in place of one, one too many or one too few.</summary>
    public const int Any = 3;

    private static readonly string[] KeyRows = ["qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"];

    private static readonly Dictionary<char, char> Sounds = Letters("sound").SelectMany(l => l.Select(c => (c, l[0]))).ToDictionary();
    private static readonly HashSet<(char, char)> Near = [.. Letters("shape").SelectMany(Pairs), .. Layouts().SelectMany(NeighbouringKeys)];

    /// <summary>The same for letters that sound alike.</summary>
    public static char SoundOf(char letter) => letter < 'a' ? letter : Sounds.GetValueOrDefault(letter, letter);

    public static int Cost(char typed, char meant) =>
        typed == meant ? 0
        : SoundOf(typed) == SoundOf(meant) ? AlikeInSound
        : Near.Contains((typed, meant)) ? Likely
        : Any;

    private static IEnumerable<string> Letters(string kind) => AnalysisData.Read("slips.tsv").Where(l => l[0] == kind).Select(l => Folding.Fold(l[1]));

    private static IEnumerable<(char, char)> Pairs(string letters) => letters.SelectMany(a => letters.Where(b => b != a).Select(b => (a, b)));

    // The letter on each key of the standard American layout.
    private static IEnumerable<Dictionary<char, char>> Layouts() =>
        AnalysisData.Read("keyboards.tsv").Select(l => l[2].Zip(l[1], (key, letter) => (key, Folding.Fold(letter.ToString())))
            .Where(k => k.Item2.Length == 1).ToDictionary(k => k.key, k => k.Item2[0]))
            .Append(KeyRows.SelectMany(r => r).Where(char.IsAsciiLetter).ToDictionary(c => c));

    private static IEnumerable<(char, char)> NeighbouringKeys(Dictionary<char, char> letters)
    {
        for (var row = 0; row < KeyRows.Length; row++)
            for (var at = 0; at < KeyRows[row].Length; at++)
                foreach (var other in (char?[])[Key(row, at - 1), Key(row, at + 1), Key(row + 1, at - 1), Key(row + 1, at), Key(row - 1, at), Key(row - 1, at + 1)])
                    if (other is { } key && letters.TryGetValue(KeyRows[row][at], out var typed) && letters.TryGetValue(key, out var meant))
                        yield return (typed, meant);
    }

    private static char? Key(int row, int at) => row >= 0 && row < KeyRows.Length && at >= 0 && at < KeyRows[row].Length ? KeyRows[row][at] : null;
}
