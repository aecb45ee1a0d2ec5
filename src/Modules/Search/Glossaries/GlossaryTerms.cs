using System.Collections.Frozen;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Glossaries;

/// <summary>A word or phrase for a concept, as it is compared.</summary>
/// <param name="Concept">The concept's public id.</param>
/// <param name="Word">The word as it is written.</param>
/// <param name="Key">The word as one who types it carelessly writes it.</param>
internal sealed record GlossaryTerm(string Concept, ConceptTerm Word, string Key);

/// <summary>All words of the glossary, to be gone through as they are typed. Never changes.</summary>
internal sealed class GlossaryTerms
{
    private readonly FrozenDictionary<string, IReadOnlyList<ConceptTerm>> _byConcept;

    public GlossaryTerms(IReadOnlyCollection<SearchConcept> concepts)
    {
        _byConcept = concepts.ToFrozenDictionary(c => c.Id, c => c.Terms, StringComparer.Ordinal);
        InOrder = [.. concepts.SelectMany(c => c.Terms.Select(t => new GlossaryTerm(c.Id, t, Folding.NameKey(t.Text)))).Where(t => t.Key.Length > 0)
            .OrderBy(t => t.Key, StringComparer.Ordinal).ThenBy(t => t.Concept, StringComparer.Ordinal)];
    }

    /// <summary>In ordinal order of their keys.</summary>
    public IReadOnlyList<GlossaryTerm> InOrder { get; }

    /// <summary>The words whose keys begin so and go on.</summary>
    public IEnumerable<GlossaryTerm> GoingOnFrom(string key)
    {
        int low = 0, high = InOrder.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(InOrder[middle].Key, key) <= 0)
                low = middle + 1;
            else
                high = middle;
        }
        return InOrder.Skip(low).TakeWhile(t => t.Key.StartsWith(key, StringComparison.Ordinal));
    }

    /// <summary>All words for a concept; none for one that is unknown.</summary>
    public IEnumerable<string> Of(string concept) => _byConcept.GetValueOrDefault(concept)?.Select(t => t.Text) ?? [];

    /// <summary>The word for a concept in a language; null when there is none.</summary>
    public string? NameOf(string concept, string culture) => _byConcept.GetValueOrDefault(concept)?.FirstOrDefault(t => t.Culture == culture)?.Text;
}
