using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>The terms under which a typed code may stand in the index.</summary>
internal sealed class CodeTerms(Snapshot snapshot)
{
    // GS1: an item's number of any length is the same padded to fourteen digits.
    private static readonly int[] GtinLengths = [8, 12, 13, 14];
    private const int CaseLength = 14;

    // National tariffs go on from the six digits of the HS.
    private static readonly int[] TariffLengths = [8, 10];

    /// <summary>In how many documents the order of a code's parts is looked at.</summary>
    private const int MostRead = 200;

    /// <summary>Of how many words that begin as typed the documents are looked at.</summary>
    private const int MostBegun = 1000;

    private readonly Dictionary<string, bool> _together = new(StringComparer.Ordinal);

    /// <summary>The codes that this one is, of those that are there.</summary>
    /// <param name="key">As Folding.CodeKey makes it.</param>
    public IReadOnlyList<string> Same(string key)
    {
        if (key.Length == 0)
            return [];
        if (Array.IndexOf(GtinLengths, key.Length) < 0 || !key.All(char.IsAsciiDigit))
            return Standing([Term.Of(Term.Code, key)]);
        var items = Standing(Padded(key));
        return items.Count == 0 && ItemOfCase(key) is { } item ? Standing(Padded(item)) : items;
    }

    /// <summary>The headings that hold a code of a national tariff, the narrowest that hold anything; none if it is no such code.</summary>
    public IReadOnlyList<string> TariffHeadings(string key)
    {
        if (Array.IndexOf(TariffLengths, key.Length) < 0 || !key.All(char.IsAsciiDigit))
            return [];
        return Ranking.HsHeadings.OrderDescending()
            .Select(digits => Standing([Term.Of(Term.Code, key.AsSpan(0, digits)), Term.Of(Term.HsHeading, key.AsSpan(0, digits))]))
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>True if a code or a word goes on from this.</summary>
    public bool Begins(string term) => snapshot.Segments.Any(s => s.Segment.Terms.FindPrefix(term) is var (begin, end) && end > begin);

    /// <summary>True if some text holds the parts one after another, whatever signs stand between them.</summary>
    public bool StandTogether(Analyser analyser, IEnumerable<Token> parts)
    {
        string[] words = [.. parts.Select(p => analyser.Term(p).ToString())];
        string[] rarest = [.. words.Distinct().Select(w => Term.Of(Term.Word, w)).OrderBy(w => snapshot.CountPostings(w))];
        if (rarest.Length == 0 || snapshot.CountPostings(rarest[0]) == 0)
            return false;
        var key = string.Join(' ', words);
        if (!_together.TryGetValue(key, out var together))
            _together[key] = together = StandTogether(rarest, Array.ConvertAll(words, w => WordSequence.SignOf(w)));
        return together;
    }

    private bool StandTogether(string[] rarest, ushort[] signs) =>
        snapshot.Together(rarest[0], rarest[Math.Min(1, rarest.Length - 1)])
            .Select(t => (t.Segment, Document: t.Segment.SectionDocument[t.Section])).Distinct().Take(MostRead)
            .Any(t =>
            {
                using var document = t.Segment.ReadDocument(t.Document);
                return document.Holds(signs);
            });

    /// <summary>True if all the words are found in some document, wherever they stand there; also if too many words begin so to tell.</summary>
    public bool StandInOneDocument(IReadOnlyList<QueryGroup> groups, ulong words) => snapshot.Segments.Any(s =>
    {
        if (groups.Any(g => g.Terms.Any(t => t.Prefix && s.Segment.Terms.FindPrefix(t.Term) is var (begin, end) && end - begin > MostBegun)))
            return true;
        var found = s.Live();
        for (var rest = words; rest != 0 && found.Count() > 0; rest &= rest - 1)
        {
            var held = new BitSet(found.Size);
            foreach (var term in groups.Where(g => (g.Words & rest & (~rest + 1)) != 0).SelectMany(g => g.Terms))
                AddDocuments(s.Segment, term, held);
            found.And(held);
        }
        return found.Count() > 0;
    });

    private static void AddDocuments(Segment segment, QueryTerm term, BitSet to)
    {
        var at = segment.Terms.Find(term.Term);
        var (begin, end) = term.Prefix ? segment.Terms.FindPrefix(term.Term) : at < 0 ? (0, 0) : (at, at + 1);
        for (var ordinal = begin; ordinal < end; ordinal++)
            segment.AddDocuments(ordinal, to);
    }

    private IReadOnlyList<string> Standing(IEnumerable<string> terms) => [.. terms.Where(t => snapshot.CountPostings(t) > 0)];

    private static IEnumerable<string> Padded(string digits)
    {
        var bare = digits.TrimStart('0');
        return GtinLengths.Where(l => l >= bare.Length).Select(l => Term.Of(Term.Code, bare.PadLeft(l, '0')));
    }

    // A case has the number of what it holds, after a digit for its size and with a check digit of its own.
    private static string? ItemOfCase(string key)
    {
        if (key.Length != CaseLength || key[0] == '0')
            return null;
        var item = key[1..^1] + CheckDigit(key[1..^1]);
        return key[^1] == item[^1] || key[^1] == CheckDigit(key[..^1]) ? item : null;
    }

    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        return (char)('0' + (10 - sum % 10) % 10);
    }
}
