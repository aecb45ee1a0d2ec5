using System.Globalization;
using ExportPortal.Search.Contracts;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Search.Asking;

/// <summary>The addresses of searches near the present one.</summary>
internal sealed class SearchLinks(string path, SearchRequest request)
{
    /// <summary>The form's target.</summary>
    public string Path => path;

    /// <summary>The first page of the same search.</summary>
    public string First => Of(request with { Page = 1 });

    public string Page(int page) => Of(request with { Page = page });

    public string Sorted(SearchSort sort) => Of(request with { Page = 1, Sort = sort });

    /// <summary>The same words among another kind; choices belong to the kind they were made in.</summary>
    public string Kind(string kind) => Of(request with { Page = 1, Kinds = [kind], Chosen = [] });

    public string Without(FacetValue value) => Of(request with { Page = 1, Chosen = [.. request.Chosen.Where(c => c != value)] });

    public string WithoutChoices() => Of(request with { Page = 1, Chosen = [] });

    /// <summary>All of a kind that have a value.</summary>
    public string Only(FacetValue value) => Of(new() { Culture = request.Culture, Chosen = [value] });

    /// <summary>The form that has this search watched.</summary>
    public string Saved => path + "/saved" + QueryOf(request with { Page = 1, Sort = SearchSort.Relevance, PageSize = SearchRequest.DefaultPageSize });

    /// <summary>The query of a search's address, percent-encoded; empty for a search for everything.</summary>
    public static string QueryOf(SearchRequest search) => QueryString.Create(Pairs(search)).ToUriComponent();

    private string Of(SearchRequest search) => path + QueryOf(search);

    /// <summary>The query of a search. What is usual is left out, so that equal searches have one address.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Pairs(SearchRequest search)
    {
        if (search.Text.Length > 0)
            yield return new("q", search.Text);
        foreach (var (name, value) in Settings(search))
            yield return new(name, value);
        foreach (var choice in search.Chosen)
            yield return new(choice.Facet, choice.Value);
        if (search.Page > 1)
            yield return new("page", search.Page.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What a form takes along beside words and choices.</summary>
    public IEnumerable<(string Name, string Value)> Settings() => Settings(request);

    private static IEnumerable<(string Name, string Value)> Settings(SearchRequest search)
    {
        if (search.Kinds is not [SearchRequest.DefaultKind])
            foreach (var kind in search.Kinds)
                yield return ("kind", kind);
        if (search.Sort != SearchSort.Relevance)
            yield return ("sort", search.Sort.Tag());
        if (search.PageSize != SearchRequest.DefaultPageSize)
            yield return ("pageSize", search.PageSize.ToString(CultureInfo.InvariantCulture));
    }
}
