using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;

namespace ExportPortal.Benchmarks.Searching;

/// <summary>What a generated product says.</summary>
internal sealed record ProductTexts(string Id, string Model, string Sector, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Descriptions);

/// <summary>A query as a reader asks it.</summary>
/// <param name="Kind">What sort of query it is.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Culture">The reader's.</param>
/// <param name="Sector">The sector chosen; null for none.</param>
internal sealed record AskedQuery(string Kind, string Text, string Culture, string? Sector)
{
    /// <summary>As the page asks: with the counts of all facets, and the passages found.</summary>
    public SearchQuery ToSearch(SearchIndex index) =>
        new SearchRequest { Text = Text, Culture = Culture, Chosen = Sector is null ? [] : [new("sector", Sector)] }.ToQuery(index);
}

/// <summary>Queries for what the products say: words of names and descriptions, whole names, models, words begun, with typing errors, of other languages. The same each time.</summary>
internal sealed class QueryMix(IReadOnlyList<ProductTexts> products)
{
    public static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];

    public IEnumerable<AskedQuery> Take(int count)
    {
        var random = new Random(count);
        for (var i = 0; i < count; i++)
        {
            var product = products[random.Next(products.Count)];
            var culture = Cultures[random.Next(Cultures.Length)];
            var (kind, text) = Typed(product, culture, random);
            var reader = kind == "other language" ? Cultures[random.Next(Cultures.Length)] : culture;
            yield return new(kind, text, reader, random.Next(10) < 3 ? product.Sector : null);
        }
    }

    private static (string, string) Typed(ProductTexts product, string culture, Random random) => random.Next(10) switch
    {
        0 => ("whole name", product.Names[culture]),
        1 => ("model", product.Model),
        2 or 3 => ("words of a text", Words(product.Descriptions[culture], culture, 2, random)),
        4 => ("begun", Words(product.Names[culture], culture, 2, random) is { Length: > 3 } text ? text[..^2] : product.Names[culture]),
        5 or 6 => ("mistyped", Mistyped(Words(product.Names[culture], culture, 2, random), random)),
        7 => ("other language", Words(product.Names[culture], culture, 2, random)),
        _ => ("words of a name", Words(product.Names[culture], culture, 2, random)),
    };

    private static string Words(string text, string culture, int count, Random random)
    {
        var words = culture == "zh-Hans" ? [.. text.Where(char.IsLetter).Chunk(2).Select(c => new string(c))] : text.Split([' ', '\n', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return text;
        var first = random.Next(Math.Max(1, words.Length - count + 1));
        return string.Join(culture == "zh-Hans" ? "" : " ", words.Skip(first).Take(count));
    }

    // Two neighbouring letters change places.
    private static string Mistyped(string text, Random random)
    {
        if (text.Length < 5)
            return text;
        var at = random.Next(1, text.Length - 2);
        return string.Concat(text.AsSpan(0, at), [text[at + 1], text[at]], text.AsSpan(at + 2));
    }
}
