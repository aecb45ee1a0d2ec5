using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>The known words of a query that tell something, and what stands with them.</summary>
internal sealed class WordsBeside
{
    private readonly Snapshot _snapshot;
    private readonly Lazy<BitSet[]> _documents;

    public WordsBeside(Snapshot snapshot, Analyser analyser, WordForms forms, IReadOnlyCollection<UnknownWord> unknown)
    {
        _snapshot = snapshot;
        var known = analyser.Tokens
            .Where(t => t.Kind == TokenKind.Word && t.Script != CharClass.Digit && !unknown.Any(u => u.From <= t.From && u.To >= t.To))
            .Select(t => (Word: analyser.Term(t).ToString(), t.Script)).Where(t => !WordLists.Default.IsSmall(t.Word)).Distinct().ToArray();
        Count = known.Length;
        _documents = new(() => Holding([.. known.SelectMany(k => forms.Of(k.Word, k.Script, isLast: false)).Select(f => f.Term)]));
    }

    /// <summary>True if a document holds any of them.</summary>
    public bool Any => _documents.Value.Any(d => d.Count() > 0);

    /// <summary>How many there are, each counted once.</summary>
    public int Count { get; }

    /// <summary>True if a document holds a word with any of them.</summary>
    public bool StandWith(string word)
    {
        var holding = Holding([Term.Of(Term.Word, word)]);
        for (var i = 0; i < holding.Length; i++)
        {
            holding[i].And(_documents.Value[i]);
            if (holding[i].Count() > 0)
                return true;
        }
        return false;
    }

    // The names of classes say a word as other texts do.
    private BitSet[] Holding(IReadOnlyCollection<string> terms) => [.. _snapshot.Segments.Select(view =>
    {
        var holding = view.Live();
        var among = new BitSet(holding.Size);
        foreach (var term in terms.SelectMany(t => (string[])[t, Term.Of(Term.Class, t)]))
            if (view.Segment.Terms.Find(term) is >= 0 and var ordinal)
                view.Segment.AddDocuments(ordinal, among);
        holding.And(among);
        return holding;
    })];
}
