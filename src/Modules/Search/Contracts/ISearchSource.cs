using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Search.Contracts;

/// <summary>A module's subjects as search documents. Search pulls; a source never pushes.</summary>
public interface ISearchSource
{
    /// <summary>The kinds of change (in the change log) that concern this source's documents, which are also its document kinds.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>What its documents are made by, apart from what is published: an index that was made by another is built anew. Any short text.</summary>
    string Form { get; }

    /// <summary>All published documents, in any order, streamed.</summary>
    IAsyncEnumerable<SearchDocument> ReadAllAsync(CancellationToken cancellation);

    /// <summary>The published documents among these ids of one kind; one that is missing is no longer published.</summary>
    Task<IReadOnlyList<SearchDocument>> ReadAsync(string kind, IReadOnlyCollection<string> ids, CancellationToken cancellation);
}

/// <summary>Names of facets and their values for readers; implemented by whoever gives the facets.</summary>
public interface IFacetLabels
{
    /// <summary>A number that differs once a label may have changed.</summary>
    long Edition { get; }

    /// <summary>The name of a facet's value for a reader of a culture, with the culture it is written in, which is empty for codes; null if this implementer does not know the facet.</summary>
    FoundText? Label(string facet, string value, string culture);

    /// <summary>The name of a facet itself, such as an attribute of a sector's sheet; null for those that this implementer does not know.</summary>
    FoundText? Name(string facet, string culture);
}
