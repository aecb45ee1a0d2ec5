using System.Globalization;
using ExportPortal.Catalogue.Codes;
using ExportPortal.Search.Contracts;

namespace ExportPortal.RelevanceTests;

/// <summary>A product made for the purpose: what it is, apart from what its texts happen to say.</summary>
internal sealed record Product(string Id, ProductType Type, IReadOnlyDictionary<string, string> Values, string[] Cultures, SearchCode[] Codes);

/// <summary>The products, always the same ones: each type with many combinations of attributes, told in one to three cultures.</summary>
internal sealed class Corpus(WordList words)
{
    private const int PerType = 54;

    public IReadOnlyList<Product> Products { get; } = [.. words.Types.SelectMany(t => Enumerable.Range(0, PerType).Select(n => Make(words, t, n)))];

    public IEnumerable<SearchDocument> Documents() => Products.Select(Document);

    private static Product Make(WordList words, ProductType type, int number)
    {
        var id = $"{type.Prefix.ToLowerInvariant()}{number:00}x";
        var values = type.Attributes.ToDictionary(a => a, a => words.Attributes[a].Keys.ElementAt(Data.Draw(words.Attributes[a].Count, id, a)));
        var cultures = Data.Draw(6, id, "cultures") switch { 0 => 1, < 4 => 2, _ => 3 };
        // Neighbours differ in one letter of their models: PM-1204, PM-1204S, PM-1205.
        var model = $"{type.Prefix}-{1200 + number / 2}{(number % 2 == 0 ? "" : "S")}";
        return new(id, type, values, [.. Data.Cultures.OrderBy(c => Data.Draw(1 << 30, id, c)).Take(cultures)], [new("model", model), .. type.Codes]);
    }

    private SearchDocument Document(Product product)
    {
        var firms = words.Firms.Where(f => f[0] == product.Type.Sector).ToArray();
        var firm = firms[Data.Draw(firms.Length, product.Id, "firm")];
        return new()
        {
            Kind = "product",
            Id = product.Id,
            Codes = product.Codes,
            Facets = [new("sector", product.Type.Sector)],
            Published = DateTimeOffset.UnixEpoch.AddHours(Data.Draw(100_000, product.Id, "published")),
            Texts = [.. product.Cultures.SelectMany(c => Texts(product, c).Append(new(SearchField.Organisation, c, c == "fa" ? firm[2] : firm[1]))),
                // As in the portal: a sheet names its choices in every culture, whichever the product has texts in.
                .. product.Values.SelectMany(v => Data.Cultures.Select(c => new SearchText(SearchField.Facts, c, words.Value(v.Key, v.Value, c)))),
                .. ClassNames.Of(product.Codes.Select(c => (c.Field, c.Code))).Select(c => new SearchText(SearchField.Classification, c.Culture, c.Text))],
            Cards = [.. product.Cultures.Select(c => new SearchCard { Culture = c, Name = Name(product, c), Path = $"products/{product.Id}", Sector = product.Type.Sector })],
        };
    }

    private IEnumerable<SearchText> Texts(Product product, string culture)
    {
        var type = product.Type.Words[culture];
        yield return new(SearchField.Name, culture, Name(product, culture));
        // A third of the summaries names a value instead of the purpose.
        var tells = Data.Draw(3, product.Id, culture, "summary") == 0 ? Value(product, culture, 2) : type.Purpose;
        yield return new(SearchField.Summary, culture, Sentence(culture, Word(product, culture) + (culture == "zh-Hans" ? "，" : " ") + tells));
        if (Data.Draw(3, product.Id, culture, "keywords") == 0)
            yield return new(SearchField.Keywords, culture, $"{type.Name}\n{type.Other}");
        yield return new(SearchField.Description, culture, Description(product, culture));
    }

    private string Name(Product product, string culture)
    {
        var comma = culture switch { "zh-Hans" => "，", "fa" or "ar" => "، ", _ => ", " };
        var word = Word(product, culture);
        return Upper(Data.Draw(3, product.Id, culture, "shape") switch
        {
            0 => $"{word}{comma}{Value(product, culture, 0)}",
            1 => $"{word} {product.Codes[0].Code}{comma}{Value(product, culture, 0)}",
            _ => $"{word}{comma}{Value(product, culture, 0)}{comma}{Value(product, culture, 1)}",
        });
    }

    // What makes it hard: texts name neighbours, and values that the product does not have.
    private string Description(Product product, string culture)
    {
        var sentences = words.Sentences[culture];
        var neighbours = words.Types.Where(t => t.Sector == product.Type.Sector && t != product.Type).ToArray();
        var neighbour = product.Type.AccessoryOf is { } whole ? words.Types.First(t => t.Id == whole) : neighbours[Data.Draw(neighbours.Length, product.Id, "neighbour")];
        var attribute = product.Type.Attributes[Data.Draw(product.Type.Attributes.Length, product.Id, "other")];
        var lacking = words.Attributes[attribute].Keys.First(v => v != product.Values[attribute]);
        var noise = (product.Type.AccessoryOf is null ? Data.Draw(4, product.Id, "noise") : 0) switch
        {
            0 => string.Format(CultureInfo.InvariantCulture, sentences["with"], neighbour.Words[culture].Name),
            1 => string.Format(CultureInfo.InvariantCulture, sentences["other"], "", words.Value(attribute, lacking, culture)),
            2 => string.Format(CultureInfo.InvariantCulture, sentences["not"], neighbour.Words[culture].Name),
            _ => sentences["none"],
        };
        var purpose = Data.Draw(2, product.Id, culture, "purpose") == 0 ? Sentence(culture, product.Type.Words[culture].Purpose) : sentences["pack"];
        return string.Join(culture == "zh-Hans" ? "" : " ", sentences["make"], noise, purpose);
    }

    /// <summary>A quarter of the texts uses the other wording.</summary>
    private static string Word(Product product, string culture) =>
        Data.Draw(4, product.Id, culture, "word") == 0 ? product.Type.Words[culture].Other : product.Type.Words[culture].Name;

    /// <summary>One of the product's values; which one stands first differs from product to product.</summary>
    private string Value(Product product, string culture, int place)
    {
        var (attribute, value) = product.Values.ElementAt((Data.Draw(product.Values.Count, product.Id, "first") + place) % product.Values.Count);
        return words.Value(attribute, value, culture);
    }

    private static string Sentence(string culture, string text) => Upper(text) + (culture == "zh-Hans" ? "。" : ".");

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
