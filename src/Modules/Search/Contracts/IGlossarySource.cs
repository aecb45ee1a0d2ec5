namespace ExportPortal.Search.Contracts;

/// <summary>What several words name, in any languages: a search for one of them finds what is written with another.</summary>
/// <param name="Id">Public id, unique among all concepts.</param>
/// <param name="Terms">The words for it, at least one.</param>
public sealed record SearchConcept(string Id, IReadOnlyList<ConceptTerm> Terms);

/// <summary>A word or phrase for a concept.</summary>
/// <param name="Culture">BCP 47 tag of the language it is written in.</param>
/// <param name="Text">As it would stand in a text, in its plain form.</param>
public sealed record ConceptTerm(string Culture, string Text);

/// <summary>Gives the concepts that searches know. When one changes, the index is built anew with all of them in the background.</summary>
public interface IGlossarySource
{
    /// <summary>The kind of change (in the change log) that tells of a changed concept.</summary>
    string Kind { get; }

    /// <summary>All concepts, in any order.</summary>
    Task<IReadOnlyList<SearchConcept>> ReadAsync(CancellationToken cancellation);
}
