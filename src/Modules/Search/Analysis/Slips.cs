namespace ExportPortal.Search.Analysis;

/// <summary>How far a typed letter is from the one that was meant, by the tables slips.tsv and keyboards.tsv.</summary>
internal static class Slips
{
    /// <summary>The letters sound alike.</summary>
    public const int AlikeInSound = 1;

    /// <summary>The keys are neighbours, the letters look alike or are swapped, or one is doubled or not.</summary>
    public const int Likely = 3;

    /// <summary>Any other letter in place of one, one too many or one too few.</summary>
    public const int Any = 4;

    private static readonly string[] KeyRows = ["qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"];

    private static readonly char[] Sounds = ReadSounds();
    private static readonly HashSet<char> Vowels = [.. Letters("vowel").SelectMany(v => v)];
    private static readonly HashSet<int> Near = [.. Letters("shape").SelectMany(Pairs).Concat(Layouts().SelectMany(NeighbouringKeys)).Select(p => Both(p.Item1, p.Item2))];

    /// <summary>The same for letters that sound alike.</summary>
    public static char SoundOf(char letter) => Sounds[letter];

    /// <summary>True for a vowel of a script that writes them all.</summary>
    public static bool IsVowel(char letter) => Vowels.Contains(letter);

    public static int Cost(char typed, char meant) =>
        typed == meant ? 0
        : SoundOf(typed) == SoundOf(meant) ? AlikeInSound
        : Near.Contains(Both(typed, meant)) ? Likely
        : Any;

    private static int Both(char typed, char meant) => (typed << 16) | meant;

    private static char[] ReadSounds()
    {
        var sounds = new char[char.MaxValue + 1];
        for (var i = 0; i < sounds.Length; i++)
            sounds[i] = (char)i;
        foreach (var letters in Letters("sound"))
            foreach (var letter in letters)
                sounds[letter] = letters[0];
        return sounds;
    }

    private static IEnumerable<string> Letters(string kind) => AnalysisData.Read("slips.tsv").Where(l => l[0] == kind).Select(l => Folding.Fold(l[1]));

    private static IEnumerable<(char, char)> Pairs(string letters) => letters.SelectMany(a => letters.Where(b => b != a).Select(b => (a, b)));

    // The letter on each key of the standard American layout. The key of ؤ is not where و is typed.
    private static IEnumerable<Dictionary<char, char>> Layouts() =>
        AnalysisData.Read("keyboards.tsv").Select(l => l[2].Zip(l[1], (key, letter) => (key, letter, Folding.Fold(letter.ToString())))
            .Where(k => k.Item3.Length == 1 && (k.Item3[0] == k.letter || !l[1].Contains(k.Item3[0], StringComparison.Ordinal))).ToDictionary(k => k.key, k => k.Item3[0]))
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
