namespace ExportPortal.Ui.Machines;

/// <summary>Tells the sitemap which pages a module has.</summary>
public interface ISitemapSource
{
    /// <summary>A word of lower-case letters that stands in the address of its sitemaps.</summary>
    string Name { get; }

    /// <summary>The kinds of subject, as in the change log, whose changes concern the list; none for pages that only reference data makes.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>How many parts the pages come in, each of at most 5,000; at least 1.</summary>
    Task<int> CountPartsAsync(CancellationToken cancellation);

    /// <summary>The pages of a part, numbered from 1.</summary>
    IAsyncEnumerable<SitemapEntry> ReadAsync(int part, CancellationToken cancellation);
}

/// <summary>A page in the sitemap.</summary>
/// <param name="Paths">Its path in each interface culture in which it has a text of its own, beginning with a slash, percent-encoded.</param>
/// <param name="Changed">When it was published last, UTC; null if that is not known.</param>
public sealed record SitemapEntry(IReadOnlyDictionary<string, string> Paths, DateTimeOffset? Changed = null);
