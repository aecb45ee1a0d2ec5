using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>What the order and the absence of words decide, after the words themselves were looked up.</summary>
internal sealed class PhraseSearch(Snapshot snapshot, Analyser analyser)
{
    /// <summary>In how many of the best documents phrases are looked for; it bounds the time of queries of common words.</summary>
    public const int MostRead = 2000;

    /// <summary>How many phrases are looked for, for the same reason; the words of more need not stand together.</summary>
    public const int MostPhrases = 16;

    /// <summary>How many of the best documents are ordered by how near the words stand.</summary>
    public const int Window = 40;

    /// <summary>Takes out of the sets, one for each segment, the documents that hold an unwanted word in any form; of several words together, those that hold all.</summary>
    public void Exclude(IEnumerable<string> unwanted, WordForms forms, BitSet[] from)
    {
        foreach (var text in unwanted)
        {
            analyser.Read(text);
            var words = analyser.Tokens.Where(t => t.Kind is TokenKind.Word or TokenKind.Pair || (t.Kind == TokenKind.Single && analyser.Tokens.Count == 1))
                .Select(t => forms.Of(analyser.Term(t).ToString(), t.Script, isLast: false)).ToArray();
            var coded = WithCode(text);
            for (var i = 0; i < from.Length; i++)
                from[i].AndNot(coded[i]);
            for (var i = 0; words.Length > 0 && i < from.Length; i++)
            {
                var holding = BitSet.All(from[i].Size);
                foreach (var word in words)
                    holding.And(HoldingAny(snapshot.Segments[i].Segment, word));
                from[i].AndNot(holding);
            }
        }
    }

    /// <summary>Of the candidates, best first, those that hold all phrases, or have them as codes; of many, only the best are looked at.</summary>
    public IEnumerable<Candidate> Holding(IReadOnlyList<string> phrases, IEnumerable<Candidate> candidates)
    {
        var wanted = phrases.Distinct(StringComparer.Ordinal).Select(p => (Text: p, Signs: SignsOf(p))).Where(p => p.Signs.Length > 0).Take(MostPhrases)
            .Select(p => (p.Signs, Coded: WithCode(p.Text))).ToArray();
        return candidates.OrderByDescending(c => c.Score).Take(MostRead)
            .Where(c => Read(c, document => Array.TrueForAll(wanted, w => w.Coded[c.Segment][c.Document] || document.Holds(w.Signs))));
    }

    // Within a code, hyphens, points and spaces are no words' edges.
    private BitSet[] WithCode(string phrase)
    {
        var key = Folding.CodeKey(phrase);
        var terms = new CodeTerms(snapshot).Same(key).ToList();
        if (key.Any(char.IsAsciiDigit))
            terms.AddRange(LookAlikes.Twins(key).Prepend(key).Select(k => Term.Of(Term.Word, k)));
        return [.. snapshot.Segments.Select(s => HoldingAny(s.Segment, terms.Select(t => new QueryTerm(t, Ranking.Exact))))];
    }

    /// <summary>Candidates with their scores raised where neighbouring words of the query are neighbours in a text.</summary>
    public IEnumerable<Candidate> ByNearness(string text, IReadOnlyList<Candidate> candidates)
    {
        var words = SignsOf(text);
        if (words.Length < 2)
            return candidates;
        var pairs = words.Zip(words.Skip(1)).Distinct().Select(p => new[] { p.First, p.Second }).ToArray();
        return candidates.Select(c => c with { Score = c.Score * (1 + Ranking.Nearness * Read(c, document => document.CountHeld(pairs)) / pairs.Length) });
    }

    private T Read<T>(Candidate candidate, Func<StoredDocument, T> read)
    {
        using var document = snapshot.Segments[candidate.Segment].Segment.ReadDocument(candidate.Document);
        return read(document);
    }

    private ushort[] SignsOf(string text)
    {
        var signs = new List<ushort>();
        analyser.Read(text);
        WordSequence.Append(analyser, signs);
        return [.. signs];
    }

    private static BitSet HoldingAny(Segment segment, IEnumerable<QueryTerm> forms)
    {
        var holding = new BitSet(segment.DocumentCount);
        foreach (var ordinal in forms.Select(f => segment.Terms.Find(f.Term)).Where(o => o >= 0))
            segment.AddDocuments(ordinal, holding);
        return holding;
    }
}
