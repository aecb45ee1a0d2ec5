using System.Numerics;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>Looks a plan's words up in every segment.</summary>
internal sealed class WordSearch : IDisposable
{
    /// <summary>
    /// How many postings one query may read; the words that are everywhere are left out first, as they tell least. The rarest is read in any case.
    /// It bounds the time of hostile queries.
    /// </summary>
    private const long MaxPostings = 1_000_000;

    /// <summary>How many postings a word may have that need not be found: one that is so frequent tells little, and takes as long to read as all the others.</summary>
    private const long MaxOptionalPostings = 20_000;

    /// <summary>How many postings the words that begin with the last letters typed may have together in a segment; of more, the most frequent words are taken until they are so many.</summary>
    private const long MaxPrefixPostings = 100_000;

    private sealed record Lookup(QueryGroup Group, List<(int Term, double Weight)>[] BySegment, long Cost, double Rarity);

    private readonly Snapshot _snapshot;
    private readonly IReadOnlyList<string> _chain;
    private readonly SegmentWords[] _found;
    private readonly IReadOnlyList<string> _words;
    private readonly IReadOnlyList<(ulong Parts, ulong Word)> _fragments;
    private readonly ulong _needed;
    private readonly List<Lookup> _read = [];
    private readonly ulong _required;
    // Not all of the places where they stand are read: names that sound alike are looked for in some fields only.
    private ulong _anywhere;
    private readonly double[] _weights = new double[QueryPlan.MaxWords];
    private readonly double _allWeights;
    private readonly Dictionary<ulong, double> _shares = [];
    private BitSet[] _whole = [];
    private SegmentScores[]? _scores;

    public WordSearch(Snapshot snapshot, QueryPlan plan, IReadOnlyList<string> chain)
    {
        (_snapshot, _words, _fragments, _needed, _chain) = (snapshot, plan.Words, plan.Fragments, plan.Needed, chain);
        _found = [.. snapshot.Segments.Select(s => new SegmentWords(s.Segment))];
        var lookups = plan.Groups.Select(LookUp).Where(l => (l.Group.Words & plan.Required) != 0 || l.Cost <= MaxOptionalPostings || l.Group.Terms.Any(t => t.Prefix)).OrderBy(l => l.Cost).ToArray();
        ulong read = 0, leftOut = 0;
        var cost = 0L;
        foreach (var lookup in lookups)
        {
            cost += lookup.Cost;
            if (cost > MaxPostings && read != 0)
            {
                leftOut |= lookup.Group.Words;
                continue;
            }
            // What is asked for by name or code may be found by its words as well: they count as read if they are.
            if (!lookup.Group.Fixed)
                read |= lookup.Group.Words;
            _read.Add(lookup);
            for (var i = 0; i < _found.Length; i++)
                _found[i].Add(lookup.Group.Words, lookup.BySegment[i].ConvertAll(t => t.Term));
            Weigh(lookup);
        }
        _required = plan.Required & ~(leftOut & ~read);
        _anywhere |= plan.Required & leftOut;
        _allWeights = WeightOf(_required);
    }

    /// <summary>
    /// The documents, by segment, that hold all the words; false if there are none. Where they are few, the best of those that hold
    /// some of the words are added; where the words are meant strictly, only if there are none, and then all of them.
    /// </summary>
    public bool Find(BitSet[] within, bool strictly, out BitSet[] found)
    {
        _whole = [.. within.Select((w, i) => _found[i].WithAll(_required, w))];
        for (var i = 0; i < _whole.Length; i++)
        {
            var coded = new BitSet(_whole[i].Size);
            AddTold(i, coded);
            coded.And(within[i]);
            _whole[i].Or(coded);
        }
        found = _whole;
        var whole = found.Sum(f => f.Count());
        if (strictly && whole == 0)
            found = [.. within.Select((w, i) => TellingOf(i, w))];
        else if (!strictly && whole < Ranking.Few)
            found = WithBest(within, Ranking.Few - whole, whole == 0 ? 0 : Ranking.LeastShare(ulong.PopCount(_required)));
        return whole > 0;
    }

    // Those of a segment that have the name or a code asked for.
    private void AddTold(int segment, BitSet to)
    {
        foreach (var lookup in _read.Where(l => l.Group.Tells))
            foreach (var (term, _) in lookup.BySegment[segment])
                _snapshot.Segments[segment].Segment.AddDocuments(term, to);
    }

    /// <summary>Those of some documents of a segment that hold words in their names; all, if the words tell so little that they were not read.</summary>
    public BitSet InNames(int segment, ulong words, BitSet documents)
    {
        var read = _read.Where(l => !l.Group.Fixed && (l.Group.Words & words) != 0).ToArray();
        if (read.Length == 0)
            return documents;
        var named = new BitSet(documents.Size);
        foreach (var lookup in read)
            foreach (var (term, _) in lookup.BySegment[segment])
                _snapshot.Segments[segment].Segment.AddNamed(term, named);
        named.And(documents);
        return named;
    }

    /// <summary>In which fields of some documents the required words stand, by segment.</summary>
    public Dictionary<int, FoundFields> FieldsOf(IEnumerable<Candidate> documents) =>
        documents.GroupBy(d => d.Segment, d => d.Document).ToDictionary(s => s.Key, s => FieldsOf(s.Key, s));

    private FoundFields FieldsOf(int segment, IEnumerable<int> documents)
    {
        var fields = new FoundFields(_snapshot.Segments[segment].Segment, documents, _anywhere);
        foreach (var lookup in _read.Where(l => !l.Group.Fixed && (l.Group.Words & _required) != 0))
            foreach (var (term, _) in lookup.BySegment[segment])
                fields.Add(term, lookup.Group.Words & _required);
        return fields;
    }

    /// <summary>Scores documents that were found. It is done once: those asked for later must be among them.</summary>
    public void Score(BitSet[] documents)
    {
        if (_scores is not null)
            return;
        _scores = [.. documents.Select((d, i) => new SegmentScores(_snapshot, _snapshot.Segments[i].Segment, _chain, d))];
        foreach (var lookup in _read)
            Score(lookup, _scores);
    }

    /// <summary>A document that was scored; with only some words found its score is the less, the less those weigh.</summary>
    public Candidate CandidateOf(int segment, int document) => new(HoldsAll(segment, document), ScoreOf(segment, document, Share(segment, document)), segment, document);

    private double Share(int segment, int document) => HoldsAll(segment, document) ? 1 : ShareOf(_found[segment].WordsOf(document));

    private double ScoreOf(int segment, int document, double share) => ScoresOf(segment).ScoreOf(document) * Completeness(share);

    private SegmentScores ScoresOf(int segment) => (_scores ?? throw new InvalidOperationException("Nothing was scored."))[segment];

    private static double Completeness(double share) => Ranking.FewWords + (1 - Ranking.FewWords) * share;

    /// <summary>How the score of a found document came about, before the places of its words were looked at.</summary>
    public SearchExplanation Explain(int segment, int document) =>
        new([.. _read.Select(l => Explain(l, segment, document)).OfType<ExplainedTerm>().OrderByDescending(t => t.Score)], Completeness(Share(segment, document)), Nearness: 1);

    private ExplainedTerm? Explain(Lookup lookup, int at, int document)
    {
        var segment = _snapshot.Segments[at].Segment;
        var isFixed = lookup.Group.Fixed;
        var rarity = isFixed ? 1 : lookup.Rarity;
        ExplainedTerm? best = null;
        foreach (var (ordinal, weight) in lookup.BySegment[at])
            if (ScoresOf(at).Explain(ordinal, weight * rarity, document) is { } found && (isFixed ? weight : found.Score) is var score && score > (best?.Score ?? 0))
            {
                var term = Term.Bare(segment.Terms[ordinal]);
                best = new(string.Join(' ', _words.Where((_, bit) => (lookup.Group.Words >> bit & 1) == 1)), Term.NameOf(term[0]), term[1..].ToString(),
                    isFixed ? null : segment.Cultures[segment.SectionCulture[found.Section]], isFixed ? [] : found.Fields, weight, rarity, score);
            }
        return best;
    }

    private bool HoldsAll(int segment, int document) => _whole[segment][document];

    // Without what tells nothing by itself: parts of words, and "without".
    private ulong Telling(ulong words)
    {
        ulong whole = 0, cut = 0;
        foreach (var (parts, word) in _fragments)
        {
            if ((words & word) == word)
                whole |= word;
            else
                cut |= parts;
        }
        words &= _required & ~(cut & ~whole);
        return (words & ~_needed) == 0 && (_required & ~_needed) != 0 ? 0 : words;
    }

    private BitSet TellingOf(int segment, BitSet within)
    {
        var any = _found[segment].WithAny(_required, within);
        if (_fragments.Count == 0 && _needed == 0)
            return any;
        var telling = new BitSet(any.Size);
        foreach (var (document, words) in _found[segment].WordsOf(any))
            if (Telling(words) != 0)
                telling.Set(document);
        return telling;
    }

    /// <summary>The share that words found in a document have in the weight of all; of words that stand nowhere, none.</summary>
    private double ShareOf(ulong words)
    {
        var missing = _required & ~Telling(words);
        if (missing == 0 || _allWeights == 0)
            return 1;
        if (!_shares.TryGetValue(missing, out var share))
            _shares[missing] = share = 1 - WeightOf(missing) / _allWeights;
        return share;
    }

    private BitSet[] WithBest(BitSet[] within, int most, double leastShare)
    {
        var shares = new List<(int Segment, int Document, double Share)>();
        var scored = Array.ConvertAll(_whole, w => w.Copy());
        for (var i = 0; i < scored.Length; i++)
        {
            var others = _found[i].WithAny(_required, within[i]);
            others.AndNot(_whole[i]);
            foreach (var (document, words) in _found[i].WordsOf(others))
            {
                if (Telling(words) == 0 || (ShareOf(words) is var share && share < leastShare))
                    continue;
                shares.Add((i, document, share));
                scored[i].Set(document);
            }
        }
        Score(scored);
        var best = new PriorityQueue<(int Segment, int Document), double>();
        foreach (var (segment, document, share) in shares)
        {
            var score = ScoreOf(segment, document, share);
            if (best.Count < most)
                best.Enqueue((segment, document), score);
            else
                best.EnqueueDequeue((segment, document), score);
        }
        var found = Array.ConvertAll(_whole, w => w.Copy());
        foreach (var ((segment, document), _) in best.UnorderedItems)
            found[segment].Set(document);
        return found;
    }

    private double WeightOf(ulong words)
    {
        var weight = 0d;
        for (; words != 0; words &= words - 1)
            weight += _weights[BitOperations.TrailingZeroCount(words)];
        return weight;
    }

    // A word weighs what it tells by itself, or as a part of words that are found together.
    private void Weigh(Lookup lookup)
    {
        if (lookup.Cost == 0 || lookup.Group.Fixed)
            return;
        var each = lookup.Rarity / ulong.PopCount(lookup.Group.Words);
        for (var words = lookup.Group.Words; words != 0; words &= words - 1)
        {
            ref var weight = ref _weights[BitOperations.TrailingZeroCount(words)];
            weight = Math.Max(weight, each);
        }
    }

    public void Dispose()
    {
        foreach (var scores in _scores ?? [])
            scores.Dispose();
    }

    private Lookup LookUp(QueryGroup group)
    {
        var bySegment = _snapshot.Segments.Select(_ => new List<(int, double)>()).ToArray();
        if (group.Terms.Any(t => Term.IsSound(t.Term)))
            _anywhere |= group.Words;
        long cost = 0, whole = 0, begun = 0, classed = 0;
        foreach (var term in group.Terms)
        {
            var postings = 0L;
            for (var i = 0; i < bySegment.Length; i++)
                postings += term.Prefix ? LookUpPrefix(i, group.Words, term, bySegment[i]) : LookUpTerm(i, term, bySegment[i]);
            cost += postings;
            if (term.Term[0] == Term.Class)
                classed = Math.Max(classed, postings);
            else if (term.Prefix)
                begun = postings;
            else
                whole = Math.Max(whole, postings);
        }
        var said = whole > 0 ? whole : begun;
        var (rarity, ofClass) = (RarityOf(said > 0 ? said : classed), RarityOf(Math.Max(said, classed)));
        // A word that few documents say tells less of those that are only of a class called so.
        if (ofClass < rarity)
            for (var i = 0; i < bySegment.Length; i++)
                bySegment[i] = bySegment[i].ConvertAll(t => IsOfClass(i, t.Item1) ? (t.Item1, t.Item2 * ofClass / rarity) : t);
        return new(group, bySegment, cost, rarity);
    }

    private bool IsOfClass(int segment, int term) => _snapshot.Segments[segment].Segment.Terms[term][0] == Term.Class;

    private double RarityOf(long holding)
    {
        double documents = _snapshot.DocumentCount;
        return Math.Log(1 + (documents - Math.Min(holding, documents) + 0.5) / (Math.Min(holding, documents) + 0.5));
    }

    private int LookUpTerm(int segment, QueryTerm term, List<(int, double)> into)
    {
        var ordinal = _snapshot.Segments[segment].Segment.Terms.Find(term.Term);
        if (ordinal < 0)
            return 0;
        into.Add((ordinal, term.Weight));
        return _snapshot.Segments[segment].Segment.PostingCounts[ordinal];
    }

    private long LookUpPrefix(int at, ulong words, QueryTerm term, List<(int, double)> into)
    {
        var segment = _snapshot.Segments[at].Segment;
        var (begin, end) = segment.Terms.FindPrefix(term.Term);
        var sum = 0L;
        for (var i = begin; i < end; i++)
            sum += segment.PostingCounts[i];
        var ordinals = Enumerable.Range(begin, end - begin);
        if (sum > MaxPrefixPostings)
        {
            _anywhere |= words;
            sum = 0;
            ordinals = ordinals.OrderByDescending(i => segment.PostingCounts[i]).TakeWhile(i => sum < MaxPrefixPostings && (sum += segment.PostingCounts[i]) > 0);
        }
        foreach (var ordinal in ordinals)
            into.Add((ordinal, term.Weight));
        return sum;
    }

    private static void Score(Lookup lookup, SegmentScores[] scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            foreach (var (term, weight) in lookup.BySegment[i])
            {
                if (lookup.Group.Fixed)
                    scores[i].AddFixed(term, weight);
                else
                    scores[i].AddTerm(term, weight * lookup.Rarity);
            }
            scores[i].EndGroup();
        }
    }
}
