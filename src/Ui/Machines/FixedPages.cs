using System.Runtime.CompilerServices;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Ui.Machines;

/// <summary>Pages that exist in every culture under the same path.</summary>
/// <param name="name">The source's name.</param>
/// <param name="paths">The paths after the culture's segment: beginning with a slash; that alone for the home page.</param>
public sealed class FixedPages(string name, Func<CancellationToken, ValueTask<IReadOnlyList<string>>> paths) : ISitemapSource
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string? Kind => null;

    /// <inheritdoc/>
    public Task<int> CountPartsAsync(CancellationToken cancellation) => Task.FromResult(1);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SitemapEntry> ReadAsync(int part, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var path in await paths(cancellation))
            yield return new(PortalCultures.All.ToDictionary(c => c.Tag, c => $"/{c.Tag}{path}", StringComparer.Ordinal));
    }
}
