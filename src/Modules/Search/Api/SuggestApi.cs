using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Search.Api;

/// <summary>
/// Answers <c>GET /api/v1/suggest</c> while somebody types: completed queries, then products, organisations, showrooms and sectors whose
/// names have a word that begins with the last one typed, and where there are none, what has the code that was typed.
/// </summary>
internal sealed class SuggestApi(SearchIndex index, FacetWords words, InterfaceTexts texts)
{
    private const int Most = 10, MostSectors = 3, MostOfCode = 5;

    // More than are shown: a name that was found in another language, or by another form, does not begin as was typed.
    private const int LookedAt = 40;

    private sealed record Answered(string Q, IReadOnlyList<Suggestion> Items);

    /// <param name="KindName">What it is, in the reader's language.</param>
    /// <param name="Culture">The culture its name is written in.</param>
    /// <param name="OrganisationCulture">The culture the organisation's name is written in.</param>
    private sealed record Suggestion(string Kind, string KindName, string Id, string Name, string Culture, string Url, string? Organisation = null, string? OrganisationCulture = null);

    public IResult Answer(HttpContext context, PublicAddress address)
    {
        if (!index.Snapshot.Ready)
            return SearchApi.NotReady(context, texts);
        var text = Searcher.Cut(string.Join(' ', context.Request.Query["q"].Where(q => q is not null)));
        return ApiJson.Of(new Answered(text, Typed.Read(text) is { } typed ? Find(typed, SearchApi.CultureOf(context), address) : []));
    }

    private Suggestion[] Find(Typed typed, string culture, PublicAddress address)
    {
        var reader = (PortalCultures.Nearest(culture) ?? PortalCultures.Default).Tag;
        var sectors = index.Snapshot.FacetValues(SearchFacets.Sector).MostFrequent
            .Select(id => (Id: id, Label: words.Label(SearchFacets.Sector, id, culture))).Where(s => typed.IsWhollyIn(s.Label.Value)).Take(MostSectors)
            .Select(s => new Suggestion("sector", words.Name(SearchFacets.Sector, reader).Value, s.Id, s.Label.Value, s.Label.Culture, address.Of(new SearchLinks($"/{reader}/search", new() { Culture = reader }).Only(new(SearchFacets.Sector, s.Id))))).ToArray();
        var found = index.Search(new() { Text = typed.Query, Culture = culture, PageSize = LookedAt, LastWordInName = typed.AsksForLast, Highlights = false });
        var meant = found.Correction is { } mended ? Typed.Read(mended) ?? typed : typed;
        var named = found.Hits.Where(h => h.AllWords == found.AllWords && (typed.IsIn(h.Card.Name) || meant.IsIn(h.Card.Name))).ToArray();
        // A code stands in no name.
        if (named.Length == 0 && typed.MayBeCode)
            named = [.. index.Search(new() { Text = typed.Query, Culture = culture, PageSize = MostOfCode, AllWords = true, Highlights = false }).Hits];
        var hits = named.Take(Most - sectors.Length)
            .Select(h => Of(h, reader, address.Of(ResultAddress.Page(h.Card, culture)))).ToArray();
        // Those that stay, however many queries come before them.
        Suggestion[] names = [.. hits.Take(Most - sectors.Length - CompleteQuery.Most), .. sectors];
        var queries = Complete(typed, reader, names, address);
        return [.. queries, .. hits.Take(Most - sectors.Length - queries.Length), .. sectors];
    }

    // A name that is offered whole needs no query for it.
    private Suggestion[] Complete(Typed typed, string reader, Suggestion[] names, PublicAddress address)
    {
        var whole = names.Select(n => Folding.NameKey(n.Name)).ToHashSet(StringComparer.Ordinal);
        return [.. CompleteQuery.Find(index.Snapshot, typed.Key, reader).Where(q => !whole.Contains(Folding.NameKey(q.Word.Text))).Take(CompleteQuery.Most)
            .Select(q => new Suggestion("query", texts.For(reader)["Search.One.query"], q.Concept, q.Word.Text, q.Word.Culture, address.Of($"/{reader}/search" + SearchLinks.QueryOf(new() { Culture = reader, Text = q.Word.Text }))))];
    }

    private Suggestion Of(SearchHit hit, string reader, string url)
    {
        var made = new Suggestion(hit.Kind, texts.For(reader)["Search.One." + hit.Kind], hit.Id, hit.Card.Name, hit.Card.Culture, url);
        return hit.Kind == "product" ? made with { Organisation = hit.Card.OrganisationName, OrganisationCulture = hit.Card.OrganisationCulture } : made;
    }

    /// <summary>What was typed so far.</summary>
    /// <param name="Key">All of it, folded.</param>
    /// <param name="Query">What the index is asked: without a last word too short for it.</param>
    /// <param name="Last">The last word, folded.</param>
    /// <param name="IsUnspaced">Whether it is of a script without spaces between words.</param>
    private sealed record Typed(string Key, string Query, string Last, bool IsUnspaced)
    {
        private const int ShortestPrefix = 2, ShortestCode = 4;

        public bool AsksForLast => !char.IsWhiteSpace(Query[^1]);

        public bool MayBeCode => Query.Length >= ShortestCode && Query.Any(char.IsDigit);

        /// <summary>Null while too little is typed: nothing, or one letter of a script with letters.</summary>
        public static Typed? Read(string text)
        {
            var key = Folding.NameKey(text);
            var at = key.LastIndexOf(' ') + 1;
            var last = key[at..];
            if (last.Length == 0)
                return null;
            var isUnspaced = CharClasses.Of(last[^1]) == CharClass.Unspaced;
            if (isUnspaced || last.Length >= ShortestPrefix)
                return new(key, text, last, isUnspaced);
            return at == 0 ? null : new(key, key[..at], last, false);
        }

        /// <summary>True for a name in which each word that was typed begins one.</summary>
        public bool IsWhollyIn(string name) => IsIn(name) && (IsUnspaced || Key.Split(' ').All(word => $" {Folding.NameKey(name)}".Contains(" " + word, StringComparison.Ordinal)));

        public bool IsIn(string name)
        {
            var key = Folding.NameKey(name);
            return IsUnspaced ? key.Contains(Last, StringComparison.Ordinal) : key.StartsWith(Last, StringComparison.Ordinal) || key.Contains(" " + Last, StringComparison.Ordinal);
        }
    }
}
