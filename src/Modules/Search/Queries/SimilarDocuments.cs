using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>
/// Finds the documents that share the telling words of a name. It reads few postings however large the index is: a rare word says more
/// of a name than a frequent one, and costs less. All nodes show the same: neither the order nor what is left out depends on where a
/// document stands or on what is gone and not yet swept away.
/// </summary>
internal sealed class SimilarDocuments(Snapshot snapshot, SimilarQuery query)
{
    // A word of more documents says little of a name.
    private const int MostDocuments = 5_000;

    // More would tell in which order a sum was made.
    private const int Digits = 9;

    private readonly string _identities = Term.Of(new DocumentKey(query.Kind, ""));
    private readonly string _itself = Term.Of(new DocumentKey(query.Kind, query.Except));

    public IReadOnlyList<SearchHit> Find()
    {
        var scores = new Dictionary<(int Segment, int Document), double>();
        foreach (var forms in Words())
            Add(forms, scores);
        var order = new ResultOrder(snapshot, SearchSort.Relevance, query.Culture);
        var best = order.Take(scores.Select(s => Candidate(s.Key, Math.Round(s.Value, Digits))).Where(c => IsOther(c) && IsWithin(c)), 0, query.Count);
        if (best.Count < query.Count)
            best = [.. best, .. order.Take(OfFacet().Where(c => IsOther(c) && !scores.ContainsKey((c.Segment, c.Document))), 0, query.Count - best.Count)];
        var chain = PortalCultures.Chain(query.Culture);
        return [.. best.Select(c => Searcher.ReadHit(snapshot, c, chain, null))];
    }

    private IEnumerable<List<QueryTerm>> Words()
    {
        var analyser = new Analyser();
        analyser.Read(Searcher.Cut(query.Text));
        var forms = new WordForms(snapshot, query.Culture);
        return analyser.Tokens.Where(t => t.Kind is TokenKind.Word or TokenKind.Pair).Select(t => (Text: analyser.Term(t).ToString(), t.Script)).Distinct()
            .Select(w => forms.Of(w.Text, w.Script, isLast: false));
    }

    private void Add(List<QueryTerm> forms, Dictionary<(int, int), double> scores)
    {
        var best = new Dictionary<(int, int), double>();
        for (var i = 0; i < snapshot.Segments.Length; i++)
        {
            var view = snapshot.Segments[i];
            var segment = view.Segment;
            foreach (var form in forms)
                if (segment.Terms.Find(form.Term) is >= 0 and var term)
                {
                    var postings = segment.PostingsOf(term);
                    for (int at = 0, section = 0; at < postings.Length;)
                    {
                        section = Postings.NextSection(postings, ref at, section);
                        var document = (i, segment.SectionDocument[section]);
                        if (!view.IsLive(document.Item2))
                            continue;
                        best[document] = Math.Max(best.GetValueOrDefault(document), form.Weight);
                        if (best.Count > MostDocuments)
                            return;
                    }
                }
        }
        var rarity = Math.Log(1 + (double)snapshot.DocumentCount / Math.Max(best.Count, 1));
        foreach (var (document, weight) in best)
            scores[document] = scores.GetValueOrDefault(document) + weight * rarity;
    }

    private Candidate Candidate((int Segment, int Document) at, double score) =>
        new(true, score, snapshot.Segments[at.Segment].Segment.Published[at.Document], at.Segment, at.Document);

    private bool IsOther(Candidate found)
    {
        var view = snapshot.Segments[found.Segment];
        var identity = view.Segment.IdentityOf(found.Document);
        return view.IsLive(found.Document) && identity.StartsWith(_identities) && !identity.SequenceEqual(_itself);
    }

    private bool IsWithin(Candidate found) =>
        snapshot.Segments[found.Segment].Segment.Facet(query.Within.Facet) is { } facet && facet.MembersOf(query.Within.Value).BinarySearch(found.Document) >= 0;

    private IEnumerable<Candidate> OfFacet()
    {
        for (var i = 0; i < snapshot.Segments.Length; i++)
            if (snapshot.Segments[i].Segment.Facet(query.Within.Facet) is { } facet)
                foreach (var document in facet.MembersOf(query.Within.Value).ToArray())
                    yield return Candidate((i, document), 0);
    }
}
