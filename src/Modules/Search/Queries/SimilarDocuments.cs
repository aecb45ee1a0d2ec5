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

    // The number of each segment's first document.
    private readonly int[] _firsts = [.. snapshot.Segments.Select((_, i) => snapshot.Segments.Take(i).Sum(s => s.Segment.DocumentCount))];

    /// <summary>What a query and the documents found take while they are kept, in bytes: mostly objects and the name.</summary>
    public static int SizeOf(SimilarQuery query, Candidate[] found) => 400 + 2 * query.Text.Length + 24 * found.Length;

    /// <summary>The documents, the likest first.</summary>
    public Candidate[] Find()
    {
        var all = snapshot.Segments.Sum(s => s.Segment.DocumentCount);
        using var scores = new SparseSums(all);
        using var ofWord = new SparseSums(all);
        foreach (var forms in Words())
            Add(forms, ofWord, scores);
        var order = new ResultOrder(snapshot, SearchSort.Relevance, query.Culture);
        var best = order.Take(scores.Touched.Select(d => Candidate(d, Math.Round(scores[d], Digits))), 0, query.Count, c => IsOther(c) && IsWithin(c));
        return best.Count == query.Count ? [.. best]
            : [.. best, .. order.Take(OfFacet().Where(d => scores[d] == 0).Select(d => Candidate(d, 0)), 0, query.Count - best.Count, IsOther)];
    }

    private IEnumerable<List<QueryTerm>> Words()
    {
        var analyser = new Analyser();
        analyser.Read(Searcher.Cut(query.Text));
        var forms = new WordForms(snapshot, query.Culture);
        return analyser.Tokens.Where(t => t.Kind is TokenKind.Word or TokenKind.Pair).Select(t => (Text: analyser.Term(t).ToString(), t.Script)).Distinct()
            .Select(w => forms.Of(w.Text, w.Script, isLast: false));
    }

    private void Add(List<QueryTerm> forms, SparseSums ofWord, SparseSums scores)
    {
        ofWord.Clear();
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
                        var document = segment.SectionDocument[section];
                        if (!view.IsLive(document))
                            continue;
                        ofWord.Raise(_firsts[i] + document, form.Weight);
                        if (ofWord.Count > MostDocuments)
                            return;
                    }
                }
        }
        var rarity = Math.Log(1 + (double)snapshot.DocumentCount / Math.Max(ofWord.Count, 1));
        foreach (var document in ofWord.Touched)
            scores.Add(document, ofWord[document] * rarity);
    }

    private Candidate Candidate(int number, double score)
    {
        var segment = _firsts.Length - 1;
        while (_firsts[segment] > number)
            segment--;
        return new(true, score, segment, number - _firsts[segment]);
    }

    private bool IsOther(Candidate found)
    {
        var view = snapshot.Segments[found.Segment];
        var identity = view.Segment.IdentityOf(found.Document);
        return view.IsLive(found.Document) && identity.StartsWith(_identities) && !identity.SequenceEqual(_itself);
    }

    private bool IsWithin(Candidate found) =>
        snapshot.Segments[found.Segment].Segment.Facet(query.Within.Facet) is { } facet && facet.MembersOf(query.Within.Value).BinarySearch(found.Document) >= 0;

    private IEnumerable<int> OfFacet()
    {
        for (var i = 0; i < snapshot.Segments.Length; i++)
            if (snapshot.Segments[i].Segment.Facet(query.Within.Facet) is { } facet)
                foreach (var document in facet.MembersOf(query.Within.Value).ToArray())
                    yield return _firsts[i] + document;
    }
}
