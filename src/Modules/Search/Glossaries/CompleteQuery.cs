using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Glossaries;

/// <summary>A query that somebody may be typing.</summary>
/// <param name="Concept">The public id of what it names.</param>
/// <param name="Word">The query.</param>
/// <param name="Products">How many products name it.</param>
internal sealed record CompletedQuery(string Concept, ConceptTerm Word, int Products);

/// <summary>
/// Goes on with what somebody types by the words of the glossary in the language they type in. What others typed is nobody's business.
/// </summary>
internal static class CompleteQuery
{
    public const int Most = 3;

    // Of the concepts with the most texts, so many at most are counted by products.
    private const int MostCounted = 12;

    /// <summary>Words that begin so and find products, the most first, of each concept one.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="typed">What was typed so far, as names are compared.</param>
    /// <param name="culture">The reader's interface culture.</param>
    public static IReadOnlyList<CompletedQuery> Find(Snapshot snapshot, string typed, string culture)
    {
        var language = WrittenLanguage.Of(typed, culture);
        var terms = snapshot.Glossary.Terms.GoingOnFrom(typed).Where(t => t.Word.Culture == language).GroupBy(t => t.Concept, StringComparer.Ordinal)
            .Select(g => (Term: g.MinBy(t => t.Key.Length)!, Texts: snapshot.CountPostings(Term.Of(Term.Concept, g.Key)))).Where(t => t.Texts > 0)
            .OrderByDescending(t => t.Texts).Take(MostCounted).ToArray();
        if (terms.Length == 0)
            return [];
        return [.. terms.Select(t => new CompletedQuery(t.Term.Concept, t.Term.Word, snapshot.ConceptCounts.Count(t.Term.Concept))).Where(q => q.Products > 0)
            .OrderByDescending(q => q.Products).ThenBy(q => q.Word.Text, StringComparer.Ordinal).DistinctBy(q => Folding.NameKey(q.Word.Text))];
    }
}
