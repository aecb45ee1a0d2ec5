using ExportPortal.Kernel.Changes;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Keeping;

/// <summary>How far a build has come: the position it began at, and the documents read so far.</summary>
internal readonly record struct BuildProgress(long Position, int Documents);

/// <summary>Reads all that can be found and makes a whole index of it.</summary>
internal sealed class IndexBuilder(IEnumerable<ISearchSource> sources, GlossaryReader glossaries, ChangeLog changes)
{
    /// <summary>The glossary as it stands now.</summary>
    public Task<Glossary> ReadGlossaryAsync(CancellationToken cancellation) => glossaries.ReadAsync(cancellation);

    public async Task<BuiltIndex> BuildAsync(Action<BuildProgress> progress, CancellationToken cancellation)
    {
        // Whatever changes while the sources are read comes after this position, and is read again from the log.
        var position = await changes.NewestAsync(cancellation);
        progress(new(position, 0));
        var glossary = await glossaries.ReadAsync(cancellation);
        var build = new IndexBuild(glossary);
        foreach (var source in sources)
        {
            await foreach (var document in source.ReadAllAsync(cancellation))
            {
                await build.AddAsync(document, cancellation);
                progress(new(position, build.DocumentCount));
            }
        }
        return new(await build.CompleteAsync(cancellation), position, glossary);
    }
}
