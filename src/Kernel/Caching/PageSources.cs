namespace ExportPortal.Kernel.Caching;

/// <summary>What the page of the present request is made of. Whoever reads something published for it says so here.</summary>
public sealed class PageSources
{
    private readonly HashSet<PageSource> _all = [];

    /// <summary>All that was named so far.</summary>
    public IReadOnlyCollection<PageSource> All => _all;

    /// <summary>The page shows something of a subject, or would if it were published.</summary>
    /// <param name="kind">The kind of subject, as in the change log.</param>
    /// <param name="subject">Its public id.</param>
    public void Add(string kind, string subject) => _all.Add(new(kind, subject));

    /// <summary>The page lists or counts subjects of a kind, so that any of them may change it.</summary>
    public void AddAll(string kind) => _all.Add(new(kind, null));
}

/// <summary>A subject, or all of a kind.</summary>
/// <param name="Kind">The kind of subject, as in the change log.</param>
/// <param name="Subject">Its public id; null for all of the kind.</param>
public readonly record struct PageSource(string Kind, string? Subject);

/// <summary>
/// A kind of subject that every page made of it names among its <see cref="PageSources"/>. A change of any other kind, such as
/// reference data, is taken to concern every page.
/// </summary>
/// <param name="Kind">The kind of subject, as in the change log.</param>
public sealed record TracedKind(string Kind);
