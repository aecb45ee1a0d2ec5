using System.Globalization;
using System.Text;

namespace ExportPortal.Search.Analysis;

/// <summary>folding.tsv worked out for every character of the basic plane, so that folding a text is one look-up a character.</summary>
internal sealed class FoldTable
{
    private const char Several = '\0';
    private readonly char[] _single = new char[char.MaxValue + 1];
    private readonly CharClass[] _class = new CharClass[char.MaxValue + 1];
    private readonly Dictionary<char, string> _several = [];
    private readonly Dictionary<(char, char), char> _pairs = [];

    public static FoldTable Default { get; } = new(AnalysisData.Read("folding.tsv"), AnalysisData.Read("simplified.tsv"));

    private FoldTable(IEnumerable<string[]> lines, IEnumerable<string[]> simplified)
    {
        var maps = new Dictionary<char, string>();
        var kept = new HashSet<char>();
        var marks = new HashSet<char>();
        var zeros = new List<char>();
        var classes = new Dictionary<char, CharClass>();
        foreach (var line in lines)
        {
            switch (line[0])
            {
                case "map": foreach (var c in Range(line[1])) maps[c] = Points(line[2]); break;
                case "keep": kept.UnionWith(Range(line[1])); break;
                case "mark": marks.UnionWith(Range(line[1])); break;
                case "digit": zeros.AddRange(Range(line[1])); break;
                case "join": classes[Points(line[1])[0]] = CharClass.Join; break;
                case "group": classes[Points(line[1])[0]] = CharClass.Group; break;
                case "pair": _pairs[(Points(line[1])[0], Points(line[1])[1])] = Points(line[2])[0]; break;
                default: throw new InvalidOperationException($"folding.tsv knows no rule {line[0]}.");
            }
        }
        foreach (var (traditional, plain) in simplified.SelectMany(l => l[0].Zip(l[1])))
            maps[traditional] = plain.ToString();
        var digits = zeros.SelectMany(zero => Enumerable.Range(0, 10).Select(i => (From: (char)(zero + i), To: (char)('0' + i))))
            .ToDictionary(d => d.From, d => d.To);

        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            var folded = FoldWith(c, maps, kept, digits);
            if (folded.Length == 1 && folded[0] != Several)
                _single[c] = folded[0];
            else
                _several[c] = folded;
            _class[c] = marks.Contains(c) ? CharClass.Mark : classes.TryGetValue(c, out var known) ? known : CharClasses.Of(c);
        }
    }

    /// <summary>What the character becomes: no, one or several characters. Not for surrogates.</summary>
    public ReadOnlySpan<char> Fold(ref readonly char c)
    {
        ref readonly var single = ref _single[c];
        return single != Several ? new ReadOnlySpan<char>(in single) : _several[c];
    }

    /// <summary>The class of a folded character.</summary>
    public CharClass ClassOf(char folded) => _class[folded];

    /// <summary>True if a folded letter and the mark after it are a letter of their own.</summary>
    public bool TryPair(char letter, char mark, out char paired) => _pairs.TryGetValue((letter, mark), out paired);

    private static string FoldWith(char c, Dictionary<char, string> maps, HashSet<char> kept, Dictionary<char, char> digits)
    {
        if (maps.TryGetValue(c, out var mapped))
            return mapped;
        // Normalize refuses U+FFFE and halves of pairs.
        if (char.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate)
            return " ";
        var source = kept.Contains(c) ? c.ToString() : c.ToString().Normalize(NormalizationForm.FormKD);
        var result = new StringBuilder(source.Length);
        foreach (var part in source)
        {
            if (maps.TryGetValue(part, out mapped))
                result.Append(mapped);
            else
                result.Append(digits.TryGetValue(part, out var digit) ? digit : char.ToLowerInvariant(part));
        }
        return result.ToString();
    }

    private static IEnumerable<char> Range(string text)
    {
        var ends = text.Split('-');
        return Enumerable.Range(Point(ends[0]), Point(ends[^1]) - Point(ends[0]) + 1).Select(i => (char)i);
    }

    private static string Points(string text) =>
        string.Concat(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => (char)Point(p)));

    private static int Point(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
