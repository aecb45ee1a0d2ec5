using System.Text.RegularExpressions;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>Answers one query from one snapshot.</summary>
internal static partial class Searcher
{
    public static SearchAnswer Answer(Snapshot snapshot, SearchQuery query)
    {
        var chain = PortalCultures.Chain(query.Culture);
        var text = Cut(query.Text);
        var analyser = new Analyser();
        var typed = QueryText.Read(text, new CodeTerms(snapshot).IsCode);
        var asked = new UnspacedStops(snapshot, analyser).TakeOff(typed.Words);
        // Who puts words in quotation marks means them as they are.
        var repaired = typed.Phrases.Count > 0 ? RepairedQuery.Unchanged(asked) : new QueryRepair(snapshot, analyser, query.Culture).Repair(asked);
        var plan = QueryPlanner.Plan(snapshot, analyser, repaired, query.Culture);
        var live = snapshot.Segments.Select(s => Wanted(s, query)).ToArray();

        // A query of nothing but signs looks for something, though for nothing that can be found.
        if (plan.Groups.Count == 0 && !IsBlank(typed.Unwanted.Count > 0 ? typed.Words : text))
            live = live.Select(l => new BitSet(l.Size)).ToArray();
        var phrases = new PhraseSearch(snapshot, analyser);
        phrases.Exclude(typed.Unwanted, new(snapshot, query.Culture), live);
        using var words = plan.Groups.Count == 0 ? null : new WordSearch(snapshot, plan, chain);
        var allWords = true;
        var found = live;
        if (words is not null)
            allWords = words.Find(live, plan.Strict || typed.Phrases.Count > 0 || query.AllWords, out found);
        if (query.AllWords && !allWords)
            found = Array.ConvertAll(found, f => new BitSet(f.Size));
        if (query.LastWordInName && words is not null)
            found = [.. found.Select((f, i) => words.InNames(i, plan.Last, f))];
        var phraseCut = typed.Phrases.Count > 0 && found.Sum(f => f.Count()) > PhraseSearch.MostRead;
        if (typed.Phrases.Count > 0)
            found = OnlyHolding(phrases, typed.Phrases, Candidates(found, words), found);

        var filter = new FacetFilter(query.Chosen);
        BitSet[] filtered = [.. snapshot.Segments.Select((s, i) => filter.Apply(s.Segment, found[i]))];
        var total = filtered.Sum(f => f.Count());
        var candidates = Candidates(filtered, words);
        var hits = new Page(query).Take(total, candidates, new ResultOrder(snapshot, query.Sort, query.Culture),
            best => words is null ? best : phrases.ByNearness(repaired.Text, best)).ToArray();

        var highlighter = query.Highlights && words is not null ? new Highlighter(plan, snapshot.Glossary, analyser, chain, words.FieldsOf(hits)) : null;
        return new(
            total,
            Array.ConvertAll(hits, h => ReadHit(snapshot, h, chain, highlighter, query.Explain ? words : null)),
            filter.Count(snapshot, found, filtered, query),
            allWords)
        {
            PhraseCut = phraseCut,
            Correction = repaired.Text == asked ? null : string.Join(' ', [WithSmallWords(repaired.Text, asked, typed.Words).Trim(), .. typed.Unwanted.Select(u => u.Any(char.IsWhiteSpace) ? $"-\"{u}\"" : "-" + u)]),
        };
    }

    // What was mended, with the small words that were left out where there are blanks now.
    private static string WithSmallWords(string repaired, string asked, string typed)
    {
        var gaps = Blanks().Matches(asked);
        var gap = 0;
        return Blanks().Count(repaired) == gaps.Count ? Blanks().Replace(repaired, _ => typed.Substring(gaps[gap].Index, gaps[gap++].Length)) : repaired;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private static BitSet[] OnlyHolding(PhraseSearch search, IReadOnlyList<string> phrases, IEnumerable<Candidate> candidates, BitSet[] found)
    {
        var holding = Array.ConvertAll(found, f => new BitSet(f.Size));
        foreach (var candidate in search.Holding(phrases, candidates))
            holding[candidate.Segment].Set(candidate.Document);
        return holding;
    }

    private static IEnumerable<Candidate> Candidates(BitSet[] found, WordSearch? words)
    {
        words?.Score(found);
        for (var i = 0; i < found.Length; i++)
            foreach (var document in found[i])
                yield return words?.CandidateOf(i, document) ?? new(Whole: true, Score: 0, i, document);
    }

    public static SearchHit ReadHit(Snapshot snapshot, Candidate hit, IReadOnlyList<string> chain, Highlighter? highlighter, WordSearch? explaining = null)
    {
        using var document = snapshot.Segments[hit.Segment].Segment.ReadDocument(hit.Document);
        var card = document.CardFor(chain);
        return new(document.Kind, document.Id, card, hit.Score, highlighter?.Highlight(hit, document, card.Culture) ?? [])
        {
            AllWords = hit.Whole,
            Explanation = explaining is null ? null : Explain(explaining, hit),
        };
    }

    // What the words give is known; what it was raised by shows where they stand.
    private static SearchExplanation Explain(WordSearch words, Candidate hit)
    {
        var before = words.CandidateOf(hit.Segment, hit.Document).Score;
        return words.Explain(hit.Segment, hit.Document) with { Nearness = before > 0 ? hit.Score / before : 1 };
    }

    private static BitSet Wanted(SegmentView view, SearchQuery query)
    {
        var live = view.Live();
        if (query.Kinds.Count > 0)
            live.And(view.Segment.Facet(Ranking.KindFacet)?.Any(query.Kinds) ?? new BitSet(live.Size));
        var (after, until) = (query.PublishedAfter?.UtcTicks ?? long.MinValue, query.PublishedUntil?.UtcTicks ?? long.MaxValue);
        if (after > long.MinValue || until < long.MaxValue)
            for (var document = 0; document < live.Size; document++)
                if (view.Segment.Published[document] is var published && (published <= after || published > until))
                    live.Clear(document);
        return live;
    }

    /// <summary>The part of a query text that is read.</summary>
    /// <param name="text">A text.</param>
    /// <param name="length">How much of it is read at most.</param>
    public static string Cut(string text, int length = SearchQuery.MaxTextLength)
    {
        if (text.Length <= length)
            return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>True for a text with nothing in it that is seen.</summary>
    public static bool IsBlank(string text) => text.All(c =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format);
}
