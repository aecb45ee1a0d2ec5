using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>
/// Finds the documents that share the rarest words of a name. It reads few postings however large the index is: a rare word says more
/// of a name than a frequent one, and costs less.
/// </summary>
internal sealed class SimilarDocuments(Snapshot snapshot, SimilarQuery query)
{
    private const int MostPostings = 20_000;

    private readonly string _identities = Term.Of(new DocumentKey(query.Kind, ""));
    private readonly string _itself = Term.Of(new DocumentKey(query.Kind, query.Except));

    public IReadOnlyList<SearchHit> Find()
    {
        var scores = new Dictionary<(int Segment, int Document), double>();
        var left = MostPostings;
        foreach (var (forms, count) in Words().Select(forms => (forms, Count: forms.Sum(f => snapshot.CountPostings(f.Term)))).Where(w => w.Count > 0).OrderBy(w => w.Count))
        {
            left -= count;
            if (left < 0)
                break;
            Add(forms, Math.Log(1 + (double)snapshot.DocumentCount / count), scores);
        }
        var chain = PortalCultures.Chain(query.Culture);
        var best = scores.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Select(s => s.Key).Where(IsWanted);
        return [.. best.Concat(Newest()).Distinct().Take(query.Count).Select(d => Searcher.ReadHit(snapshot, new(true, scores.GetValueOrDefault(d), 0, d.Segment, d.Document), chain, null))];
    }

    private IEnumerable<List<QueryTerm>> Words()
    {
        var analyser = new Analyser();
        analyser.Read(Searcher.Cut(query.Text));
        var forms = new WordForms(snapshot, query.Culture);
        return analyser.Tokens.Where(t => t.Kind is TokenKind.Word or TokenKind.Pair).Select(t => (Text: analyser.Term(t).ToString(), t.Script)).Distinct()
            .Select(w => forms.Of(w.Text, w.Script, isLast: false));
    }

    private void Add(List<QueryTerm> forms, double rarity, Dictionary<(int, int), double> scores)
    {
        var best = new Dictionary<(int, int), double>();
        for (var i = 0; i < snapshot.Segments.Length; i++)
        {
            var segment = snapshot.Segments[i].Segment;
            foreach (var form in forms)
                if (segment.Terms.Find(form.Term) is >= 0 and var term)
                {
                    var postings = segment.PostingsOf(term);
                    for (int at = 0, section = 0; at < postings.Length;)
                    {
                        section = Postings.NextSection(postings, ref at, section);
                        var document = (i, segment.SectionDocument[section]);
                        best[document] = Math.Max(best.GetValueOrDefault(document), form.Weight * rarity);
                    }
                }
        }
        foreach (var (document, score) in best)
            scores[document] = scores.GetValueOrDefault(document) + score;
    }

    private bool IsWanted((int Segment, int Document) found)
    {
        var view = snapshot.Segments[found.Segment];
        var identity = view.Segment.IdentityOf(found.Document);
        return view.IsLive(found.Document) && identity.StartsWith(_identities) && !identity.SequenceEqual(_itself)
            && view.Segment.Facet(query.Within.Facet) is { } facet && facet.MembersOf(query.Within.Value).BinarySearch(found.Document) >= 0;
    }

    // Changes come in segments of their own, and in each the later documents stand behind.
    private IEnumerable<(int Segment, int Document)> Newest()
    {
        for (var i = snapshot.Segments.Length - 1; i >= 0; i--)
            if (snapshot.Segments[i].Segment.Facet(query.Within.Facet) is { } facet)
                for (var at = facet.MembersOf(query.Within.Value).Length - 1; at >= 0; at--)
                    if ((i, facet.MembersOf(query.Within.Value)[at]) is var found && IsWanted(found))
                        yield return found;
    }
}
