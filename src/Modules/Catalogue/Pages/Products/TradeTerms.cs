using System.Collections.Concurrent;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Texts;
using ExportPortal.Kernel.Values;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>Writes prices, quantities and readiness for readers of one culture.</summary>
internal static class TradeTerms
{
    // Most products are ready in the same few sets of countries, and names of a hundred are dear to sort.
    private const int MostSorted = 2000;
    private static readonly ConcurrentDictionary<(string Culture, string Codes), string> Sorted = new();

    /// <summary>"EUR 7.80 to EUR 11.50 per piece".</summary>
    public static string Price(this Wording words, PriceContent price)
    {
        var from = words.Amount(Money.From(price.From, price.Currency)!.Value);
        var range = price.To is { } most && most != price.From
            ? words["Catalogue.Price.FromTo", ("from", from), ("to", words.Amount(Money.From(most, price.Currency)!.Value))]
            : from;
        return price.Unit is { } unit ? words["Catalogue.Price.Per", ("price", range), ("unit", words["Catalogue.Unit." + unit, ("count", 1)])] : range;
    }

    /// <summary>"3,000 pieces".</summary>
    public static string Quantity(this Wording words, QuantityContent quantity) => new SheetFacts(words).Quantity(quantity.Quantity, quantity.Unit);

    /// <summary>"Ready in 3 of 10 countries"; "not yet".</summary>
    public static string Ready(this Wording words, MarketReadiness market) => Ready(words, market, "Catalogue.Readiness.ReadyIn");

    /// <summary>"3 of 10 countries"; "not yet".</summary>
    public static string ReadyShort(this Wording words, MarketReadiness market) => Ready(words, market, "Catalogue.Readiness.Of");

    private static string Ready(Wording words, MarketReadiness market, string key) =>
        market.Ready == 0 ? words["Catalogue.Readiness.NotYet"] : words[key, ("ready", market.Ready), ("countries", market.Count)];

    /// <summary>"Armenia, Kazakhstan and Russia".</summary>
    /// <param name="codes">Codes of two letters, with a space between.</param>
    public static string CountryNames(this Wording words, string codes)
    {
        var key = (words.Culture.Tag, codes);
        if (!Sorted.TryGetValue(key, out var names))
        {
            names = words.List([.. codes.Split(' ').Select(c => Countries.Name(c, words.Culture.Tag)).Order(StringComparer.Create(words.Culture.Format, ignoreCase: true))]);
            if (Sorted.Count < MostSorted)
                Sorted[key] = names;
        }
        return names;
    }

    /// <summary>"Registration"; "Certificate: GMP"; "Safety data sheet in Russian".</summary>
    public static string Missing(this Wording words, MissingItem item) => item.Needs switch
    {
        "registration" => words["Catalogue.Readiness.Registration"],
        "certificate" => words["Catalogue.Readiness.Certificate", ("scheme", item.What)],
        _ when item.Culture is { } culture => words["Catalogue.Readiness.DocumentIn", ("document", words.DocumentKind(item.What)), ("language", words.Language(culture))],
        _ => words.DocumentKind(item.What),
    };

    /// <summary>"Made in Iran"; of other countries, which languages inflect each in its own way, "Country of origin: Armenia".</summary>
    public static string Origin(this Wording words, ProductPage product) =>
        product.Origin != "IR" ? words["Catalogue.Product.OriginIs", ("country", Countries.Name(product.Origin, words.Culture.Tag))]
        : product.IsService ? words["Catalogue.Product.FromIran"] : words["Catalogue.Product.MadeInIran"];

    /// <summary>The name of a language, by a culture's tag.</summary>
    public static string Language(this Wording words, string tag) => Languages.Name(tag, words.Culture.Tag);

    /// <summary>The name of a kind of document.</summary>
    public static string DocumentKind(this Wording words, string? kind) =>
        words["Catalogue.Document." + (kind is "datasheet" or "sds" or "brochure" or "manual" or "certificate" ? kind : "other")];
}
