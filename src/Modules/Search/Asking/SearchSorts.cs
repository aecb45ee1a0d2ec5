using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Asking;

/// <summary>The names of orders in addresses.</summary>
internal static class SearchSorts
{
    public static IReadOnlyList<SearchSort> All { get; } = [SearchSort.Relevance, SearchSort.Name, SearchSort.Newest];

    public static SearchSort? Find(string? tag) => All.Where(s => s.Tag() == tag).Select(s => (SearchSort?)s).FirstOrDefault();

    public static string Tag(this SearchSort sort) => sort switch
    {
        SearchSort.Name => "name",
        SearchSort.Newest => "newest",
        _ => "relevance",
    };
}
