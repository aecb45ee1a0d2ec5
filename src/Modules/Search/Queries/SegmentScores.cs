using System.Buffers;
using System.Runtime.CompilerServices;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>The scores of one segment's documents for one query. Rents its arrays: to be disposed.</summary>
internal sealed class SegmentScores : IDisposable
{
    private static readonly double[] Weights = PerField(Ranking.Weight);
    private static readonly double[] Norms = PerField(Ranking.LengthNorm);

    private readonly Segment _segment;
    private readonly double[] _cultureWeights;
    private readonly double[] _inverseLengths;
    private readonly double[] _scores;
    private readonly ulong[] _words;
    private readonly double[] _best;
    private readonly int[] _touched;
    private int _touchedCount;

    public SegmentScores(Snapshot snapshot, Segment segment, IReadOnlyList<string> chain)
    {
        _segment = segment;
        _cultureWeights = Array.ConvertAll(segment.Cultures, c => Ranking.Culture(PlaceIn(chain, c)));
        _inverseLengths = segment.Cultures.SelectMany(c => snapshot.AverageLengths[c]).Select(l => 1d / l).ToArray();
        _scores = Rent<double>(segment.DocumentCount);
        _words = Rent<ulong>(segment.DocumentCount);
        _best = Rent<double>(segment.DocumentCount);
        _touched = ArrayPool<int>.Shared.Rent(segment.DocumentCount);
    }

    public double ScoreOf(int document) => _scores[document];

    /// <summary>The query's words that were found in the document.</summary>
    public ulong WordsOf(int document) => _words[document];

    /// <summary>Adds a term's postings to the group at hand: of several terms the best counts in a document.</summary>
    public void AddTerm(int term, double weight)
    {
        var postings = _segment.PostingsOf(term);
        var sectionDocument = _segment.SectionDocument;
        var sectionCulture = _segment.SectionCulture;
        for (int at = 0, section = 0; at < postings.Length;)
        {
            section += Postings.ReadDistance(postings, ref at);
            var culture = sectionCulture[section];
            var frequency = 0d;
            for (var more = true; more;)
            {
                var entry = postings[at++];
                more = Postings.MoreAfter(entry);
                frequency += Weigh(section, culture, entry);
            }
            Raise(sectionDocument[section], weight * Saturate(culture, frequency));
        }
    }

    /// <summary>What a term gives to one document, and the section in which it gives most; null where it does not stand.</summary>
    public (double Score, int Section, IReadOnlyList<(SearchField, int)> Fields)? Explain(int term, double weight, int document)
    {
        (double Score, int Section, IReadOnlyList<(SearchField, int)> Fields)? best = null;
        var postings = _segment.PostingsOf(term);
        for (int at = 0, section = 0; at < postings.Length;)
        {
            var here = at;
            section = Postings.NextSection(postings, ref at, section);
            if (_segment.SectionDocument[section] < document)
                continue;
            if (_segment.SectionDocument[section] > document)
                break;
            Postings.ReadDistance(postings, ref here);
            var culture = _segment.SectionCulture[section];
            var (frequency, fields) = (0d, new List<(SearchField, int)>());
            for (var more = true; more;)
            {
                var entry = postings[here++];
                more = Postings.MoreAfter(entry);
                frequency += Weigh(section, culture, entry);
                fields.Add(((SearchField)Postings.FieldOf(entry), Postings.CountOf(entry)));
            }
            if (weight * Saturate(culture, frequency) is var score && score > (best?.Score ?? 0))
                best = (score, section, fields);
        }
        return best;
    }

    /// <summary>Adds a term whose score does not depend on where and how often it stands.</summary>
    public void AddFixed(int term, double weight)
    {
        var postings = _segment.PostingsOf(term);
        for (int at = 0, section = 0; at < postings.Length;)
            Raise(_segment.SectionDocument[section = Postings.NextSection(postings, ref at, section)], weight);
    }

    /// <summary>Closes the group at hand: its score is added, and its words are found.</summary>
    public void EndGroup(ulong words)
    {
        for (var i = 0; i < _touchedCount; i++)
        {
            var document = _touched[i];
            _scores[document] += _best[document];
            _words[document] |= words;
            _best[document] = 0;
        }
        _touchedCount = 0;
    }

    /// <summary>The documents in which all the words were found.</summary>
    public BitSet WithAll(ulong words, BitSet within)
    {
        var found = new BitSet(within.Size);
        foreach (var document in within)
            if (_words[document] != 0 && (_words[document] & words) == words)
                found.Set(document);
        return found;
    }

    /// <summary>The documents in which any of the words was found.</summary>
    public BitSet WithAny(ulong words, BitSet within)
    {
        var found = new BitSet(within.Size);
        foreach (var document in within)
            if ((_words[document] & words) != 0)
                found.Set(document);
        return found;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_scores);
        ArrayPool<ulong>.Shared.Return(_words);
        ArrayPool<double>.Shared.Return(_best);
        ArrayPool<int>.Shared.Return(_touched);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Weigh(int section, byte culture, byte entry)
    {
        var field = Postings.FieldOf(entry);
        var length = _segment.Lengths[section * Segment.FieldCount + field] * _inverseLengths[culture * Segment.FieldCount + field];
        return Weights[field] * Postings.CountOf(entry) / (1 + Norms[field] * (length - 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Saturate(byte culture, double frequency) => _cultureWeights[culture] * frequency * (Ranking.Saturation + 1) / (frequency + Ranking.Saturation);

    private void Raise(int document, double score)
    {
        ref var best = ref _best[document];
        if (best == 0)
            _touched[_touchedCount++] = document;
        if (score > best)
            best = score;
    }

    private static T[] Rent<T>(int size)
    {
        var array = ArrayPool<T>.Shared.Rent(size);
        Array.Clear(array, 0, size);
        return array;
    }

    private static int PlaceIn(IReadOnlyList<string> chain, string culture)
    {
        for (var i = 0; i < chain.Count; i++)
            if (chain[i].Equals(culture, StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }

    private static double[] PerField(Func<SearchField, double> value) => Enum.GetValues<SearchField>().Select(value).ToArray();
}
