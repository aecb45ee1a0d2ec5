using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Search.Contracts;

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
    Task<Outcome> AddAsync(SearchConcept more, string person, CancellationToken cancellation);
}
