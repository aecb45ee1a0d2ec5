using ExportPortal.Kernel.Changes;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Keeping;

/// <summary>A whole new index, as the sources stood at a position of the change log or later.</summary>
internal sealed record BuiltIndex(IReadOnlyList<Segment> Segments, long Position);

/// <summary>How far a build has come: the position it began at, and the documents read so far.</summary>
internal readonly record struct BuildProgress(long Position, int Documents);

/// <summary>Reads all that can be found and makes a whole index of it.</summary>
internal sealed class IndexBuilder(IEnumerable<ISearchSource> sources, ChangeLog changes)
{
    public async Task<BuiltIndex> BuildAsync(Action<BuildProgress> progress, CancellationToken cancellation)
    {
        // Whatever changes while the sources are read comes after this position, and is read again from the log.
        var position = await changes.NewestAsync(cancellation);
        progress(new(position, 0));
        var build = new IndexBuild();
        foreach (var source in sources)
        {
            await foreach (var document in source.ReadAllAsync(cancellation))
            {
                await build.AddAsync(document, cancellation);
                progress(new(position, build.DocumentCount));
            }
        }
        return new(await build.CompleteAsync(cancellation), position);
    }
}
