using ExportPortal.Search.Contracts;
using ExportPortal.Search.Counting;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;

namespace ExportPortal.Search.Glossaries;

/// <summary>A word that a query may have meant.</summary>
/// <param name="Concept">The public id of its concept.</param>
/// <param name="Word">The word that is near to the query.</param>
/// <param name="Products">How many products it finds in the query's market.</param>
internal sealed record SynonymGuess(string Concept, ConceptTerm Word, int Products);

/// <summary>Guesses what queries may have meant: words of the glossary near to them under which there are products.</summary>
internal sealed class GuessSynonyms(Snapshot snapshot)
{
    /// <summary>The most that are guessed for a query.</summary>
    public const int Most = 3;

    // Of the words near to it, so many at most are counted.
    private const int MostCounted = 8;

    private readonly Dictionary<string, IReadOnlyList<NearTerm>> _near = new(StringComparer.Ordinal);

    /// <summary>The best guesses, the nearest first; none where nothing is near.</summary>
    public IReadOnlyList<SynonymGuess> For(AskedQuery query, string text) =>
        [.. FindNear(QueryText.Read(text).Words).Take(MostCounted)
            .Select(n => new SynonymGuess(n.Term.Concept, n.Term.Word, snapshot.ConceptCounts.Count(n.Term.Concept, query.Market))).Where(g => g.Products > 0).Take(Most)];

    // A query stands in as many rows as it was asked in languages and markets.
    private IReadOnlyList<NearTerm> FindNear(string text) => _near.TryGetValue(text, out var near) ? near : _near[text] = snapshot.Glossary.NearTerms.Find(text);
}
