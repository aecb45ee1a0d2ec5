using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Search.Contracts;

/// <summary>Words that were added to a concept, as they are needed to take them back.</summary>
/// <param name="Concept">The concept's public id.</param>
/// <param name="Words">The words it did not have before, in the order they were given; empty when it had them all.</param>
/// <param name="IsNew">Whether the concept was made with them.</param>
public sealed record AddedWords(string Concept, IReadOnlyList<ConceptTerm> Words, bool IsNew);

/// <summary>Changes the concepts that searches know; implemented by whoever keeps them and gives them as <see cref="IGlossarySource"/>.</summary>
public interface IGlossaryEditor
{
    /// <summary>
    /// Adds words to a concept, or makes it with them when there is none with that id. It is published at once, so that every node's
    /// searches know the words within minutes. Words that the concept has already change nothing.
    /// </summary>
    /// <param name="more">The concept's public id, and the words for it, at least one.</param>
    /// <param name="person">The internal id of who does it.</param>
    /// <param name="cancellation">Ends it before anything is published.</param>
    Task<Outcome<AddedWords>> AddAsync(SearchConcept more, string person, CancellationToken cancellation);

    /// <summary>
    /// Takes added words back, published at once like them. A concept without other words goes. One that was made with these words and has got
    /// others since keeps the first of them, which the others were added to. What was added otherwise meanwhile stays, and words that are gone
    /// already, or with their concept, change nothing.
    /// </summary>
    /// <param name="added">What <see cref="AddAsync"/> told.</param>
    /// <param name="person">The internal id of who does it.</param>
    /// <param name="cancellation">Ends it before anything is published.</param>
    Task<Outcome> TakeBackAsync(AddedWords added, string person, CancellationToken cancellation);
}
