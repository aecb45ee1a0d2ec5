using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Glossaries;

/// <summary>Reads the concepts of all sources.</summary>
internal sealed class GlossaryReader(IEnumerable<IGlossarySource> sources)
{
    /// <summary>True for a kind of change that tells of a changed concept.</summary>
    public bool IsConcept(string kind) => sources.Any(s => s.Kind == kind);

    public async Task<Glossary> ReadAsync(CancellationToken cancellation)
    {
        var concepts = new List<SearchConcept>();
        foreach (var source in sources)
            concepts.AddRange(await source.ReadAsync(cancellation));
        return new(concepts);
    }
}
