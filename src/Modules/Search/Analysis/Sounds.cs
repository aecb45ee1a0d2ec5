namespace ExportPortal.Search.Analysis;

/// <summary>Writes a name's consonants by the table sounds.tsv, alike for every script, and compares the vowels between them.</summary>
internal sealed class Sounds
{
    /// <summary>Shorter words share their sounds with too many others.</summary>
    public const int MinLetters = 4;

    /// <summary>What Key writes is no longer.</summary>
    public const int MaxKeyLength = 3 * Analyser.MaxTermLength + 1;

    private const int MinSounds = 3;

    // So many consonants are hardly alike by chance, and spelling takes liberties with vowels.
    private const int MinSure = 5;

    private const char Divider = ' ';
    private const int AnyOrNone = 0, Open = 1, Middle = 2, Close = 4, Round = 8;
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

    /// <summary>Writes what all words that begin so sound alike by: the sounds of a folded word, and a blank. Gives its length; 0 as Write does.</summary>
    public static int Begin(CharClass script, ReadOnlySpan<char> word, Span<char> target)
    {
        var length = Write(script, word, target);
        if (length > 0)
            target[length++] = Divider;
        return length;
    }

    /// <summary>Writes the same with the word itself behind it.</summary>
    public static int Key(CharClass script, ReadOnlySpan<char> word, Span<char> target)
    {
        var length = Begin(script, word, target);
        if (length == 0)
            return 0;
        word.CopyTo(target[length..]);
        return length + word.Length;
    }

    /// <summary>The word of a key.</summary>
    public static ReadOnlySpan<char> WordOf(ReadOnlySpan<char> key) => key[(key.IndexOf(Divider) + 1)..];

    /// <summary>Tells whether words of another script with the same consonants may be the same name: the fewer consonants, the more their vowels have to be alike.</summary>
    /// <param name="script">The script of the word.</param>
    /// <param name="word">The word, folded.</param>
    /// <param name="otherScript">The other script.</param>
    public static SpanPredicate LikenessOf(CharClass script, ReadOnlySpan<char> word, CharClass otherScript)
    {
        var vowels = VowelsOf(script, word);
        return other => vowels.Count > MinSure || AreAlike(script, vowels, otherScript, VowelsOf(otherScript, other));
    }

    /// <summary>A condition of letters.</summary>
    public delegate bool SpanPredicate(ReadOnlySpan<char> letters);

    private static bool AreAlike(CharClass script, List<List<int>> vowels, CharClass otherScript, List<List<int>> others)
    {
        if (otherScript == CharClass.Arabic)
            (script, vowels, others) = (otherScript, others, vowels);
        for (var i = 0; i < vowels.Count; i++)
            if (!(script == CharClass.Arabic ? MayBeWritten(vowels[i], others[i], isFirst: i == 0) : AreAlike(vowels[i], others[i], isLast: i == vowels.Count - 1)))
                return false;
        return true;
    }

    // Each vowel as the set of what it may be heard as.
    private static bool AreAlike(List<int> vowels, List<int> others, bool isLast)
    {
        // The last e of a French or an English name is silent, and may be another vowel elsewhere: vaccine, вакцина.
        if (isLast && (vowels is [Middle | Close] || others is [Middle | Close]))
            return true;
        return vowels.Count > 0 && others.Count > 0 ? (vowels[0] & others[0]) != 0 : vowels.Count == others.Count;
    }

    // Persian and Arabic write what begins a word, and of the others the long ones.
    private static bool MayBeWritten(List<int> written, List<int> heard, bool isFirst)
    {
        if (isFirst && written.Count > 0 != heard.Count > 0)
            return false;
        var at = 0;
        // An alef carries any vowel.
        foreach (var vowel in written.Skip(isFirst && written is [Open, ..] ? 1 : 0).Where(v => v != AnyOrNone))
        {
            while (at < heard.Count && (heard[at] & vowel) == 0)
                at++;
            if (at++ >= heard.Count)
                return false;
        }
        return true;
    }

    // The vowels before each consonant, and behind the last.
    private static List<List<int>> VowelsOf(CharClass script, ReadOnlySpan<char> word)
    {
        var vowels = new List<List<int>> { new() };
        var last = ' ';
        for (var at = 0; All[IndexOf(script)].Next(word, ref at) is { } sign;)
        {
            foreach (var sound in sign.Where(char.IsAsciiLetterLower).Where(s => s != last))
            {
                last = sound;
                vowels.Add([]);
            }
            if (sign.Length > 0 && !char.IsAsciiLetterLower(sign[^1]))
                vowels[^1].Add(sign.Aggregate(0, (heard, s) => heard | HeardAs(s)));
        }
        if (last == 'h')
        {
            // As in سارینه for Sarineh: a vowel, unless one is written before it.
            if (script == CharClass.Arabic && vowels[^2].Count == 0)
                vowels[^2].Add(Open | Middle);
            vowels[^2].AddRange(vowels[^1]);
            vowels.RemoveAt(vowels.Count - 1);
        }
        return vowels;
    }

    private static int HeardAs(char sign) => sign switch { 'A' => Open, 'E' => Middle, 'I' => Close, 'U' => Round, _ => AnyOrNone };

    private int Write(ReadOnlySpan<char> word, Span<char> target)
    {
        var length = 0;
        for (var at = 0; at < word.Length;)
        {
            if (Next(word, ref at) is not { } sign)
                return 0;
            foreach (var sound in sign)
                if (char.IsAsciiLetterLower(sound) && (length == 0 || target[length - 1] != sound))
                    target[length++] = sound;
        }
        return length;
    }

    // Null at the end, and where letters are unknown.
    private string? Next(ReadOnlySpan<char> word, ref int at)
    {
        string? sign = null;
        for (var letters = Math.Min(LongestLetters, word.Length - at); letters > 0; letters--)
        {
            if (!_signs.TryGetValue(word.Slice(at, letters), out sign))
                continue;
            at += letters;
            break;
        }
        return sign;
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
