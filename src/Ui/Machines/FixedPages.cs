using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Ui.Machines;

/// <summary>Pages that exist in every culture under the same path. Their words come with the portal, so nobody knows when they changed.</summary>
/// <param name="name">The source's name.</param>
/// <param name="paths">The paths after the culture's segment: beginning with a slash; that alone for the home page.</param>
public sealed class FixedPages(string name, IReadOnlyList<string> paths) : ISitemapSource
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Kinds => [];

    /// <inheritdoc/>
    public Task<int> CountPartsAsync(CancellationToken cancellation) => Task.FromResult(1);

    /// <inheritdoc/>
    public IAsyncEnumerable<SitemapEntry> ReadAsync(int part, CancellationToken cancellation) =>
        paths.Select(path => new SitemapEntry(PortalCultures.All.ToDictionary(c => c.Tag, c => $"/{c.Tag}{path}", StringComparer.Ordinal))).ToAsyncEnumerable();
}
