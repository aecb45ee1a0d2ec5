using System.Buffers;
using System.Runtime.CompilerServices;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>The scores of some documents of one segment for one query. Rents its arrays: to be disposed.</summary>
internal sealed class SegmentScores : IDisposable
{
    private readonly Segment _segment;
    private readonly BitSet _documents;
    private readonly RankedSet _places;
    private readonly double[] _cultureWeights;
    private readonly FieldWeights[] _fieldWeights;
    private readonly double[] _scores;
    private readonly double[] _best;
    private readonly int[] _touched;
    private int _touchedCount;

    /// <param name="snapshot">What is searched.</param>
    /// <param name="segment">A segment of it.</param>
    /// <param name="chain">The cultures that the reader reads.</param>
    /// <param name="documents">Those that are scored; not to be changed meanwhile.</param>
    public SegmentScores(Snapshot snapshot, Segment segment, IReadOnlyList<string> chain, BitSet documents)
    {
        (_segment, _documents, _places) = (segment, documents, new(documents));
        _cultureWeights = Array.ConvertAll(segment.Cultures, c => Ranking.Culture(PlaceIn(chain, c)));
        _fieldWeights = Array.ConvertAll(segment.Cultures, c => snapshot.FieldWeights[c]);
        _scores = Rent(_places.Count);
        _best = Rent(_places.Count);
        _touched = ArrayPool<int>.Shared.Rent(_places.Count);
    }

    /// <summary>The score of one of the documents.</summary>
    public double ScoreOf(int document) => _scores[_places[document]];

    /// <summary>Adds a term's postings to the group at hand: of several terms the best counts in a document.</summary>
    public void AddTerm(int term, double weight)
    {
        var postings = _segment.PostingsOf(term);
        var sectionDocument = _segment.SectionDocument;
        var sectionCulture = _segment.SectionCulture;
        // A document's sections follow each other.
        var (present, best) = (-1, 0d);
        for (int at = 0, section = 0; at < postings.Length;)
        {
            section += Postings.ReadDistance(postings, ref at);
            var document = sectionDocument[section];
            if (!_documents[document])
            {
                Postings.SkipEntries(postings, ref at);
                continue;
            }
            var culture = sectionCulture[section];
            var weights = _fieldWeights[culture];
            var frequency = 0d;
            for (var more = true; more;)
            {
                var entry = postings[at++];
                more = Postings.MoreAfter(entry);
                frequency += Weigh(weights, section, entry);
            }
            var score = weight * Saturate(culture, frequency);
            if (document != present)
            {
                if (present >= 0)
                    Raise(present, best);
                (present, best) = (document, score);
            }
            else if (score > best)
                best = score;
        }
        if (present >= 0)
            Raise(present, best);
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
                frequency += Weigh(_fieldWeights[culture], section, entry);
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
            if (_segment.SectionDocument[section = Postings.NextSection(postings, ref at, section)] is var document && _documents[document])
                Raise(document, weight);
    }

    /// <summary>Closes the group at hand: its score is added.</summary>
    public void EndGroup()
    {
        foreach (var place in _touched.AsSpan(0, _touchedCount))
        {
            _scores[place] += _best[place];
            _best[place] = 0;
        }
        _touchedCount = 0;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_scores);
        ArrayPool<double>.Shared.Return(_best);
        ArrayPool<int>.Shared.Return(_touched);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Weigh(FieldWeights weights, int section, byte entry)
    {
        var field = Postings.FieldOf(entry);
        return weights.Of(field, _segment.Lengths[field][section]) * Postings.CountOf(entry);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Saturate(byte culture, double frequency) => _cultureWeights[culture] * frequency * (Ranking.Saturation + 1) / (frequency + Ranking.Saturation);

    private void Raise(int document, double score)
    {
        var place = _places[document];
        ref var best = ref _best[place];
        if (best == 0)
            _touched[_touchedCount++] = place;
        if (score > best)
            best = score;
    }

    private static double[] Rent(int size)
    {
        var array = ArrayPool<double>.Shared.Rent(size);
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
}
