namespace ExportPortal.Kernel.Caching;

/// <summary>
/// Marks a page that is the same for every reader, so that it is kept and served again until something it was made of changes.
/// While it is made, the request has no cookies and nobody is signed in: what stands between the page cache and the page in the pipeline,
/// such as authentication, is passed over. A page that asks for authorization is never kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CachedPageAttribute : Attribute
{
    /// <summary>True when it reads <c>page</c> from the query. The rest of the query is kept from it.</summary>
    public bool Numbered { get; set; }
}
