using ExportPortal.Catalogue.Contracts;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Inquiries.Routing;

/// <summary>Tells a stored reason in a reader's language.</summary>
internal sealed class ReasonWords(TradeMap map, CatalogueCards cards)
{
    // In the order in which a sentence tells them.
    private static readonly string[] Conditions = ["country", "market", "sector", "culture", "firm", "load"];

    public async Task<string> TellAsync(string stored, Wording words, CancellationToken cancellation)
    {
        var reason = StoredReason.Read(stored);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, code) in reason.Codes)
            names[name] = await NameAsync(name, code, words, cancellation);
        var conditions = Conditions.Where(names.ContainsKey).Select(c => words["Inquiries.Routing.If." + c, (c, names[c])]).ToArray();
        return words[reason.Key, [("conditions", words.List(conditions)), .. names.Select(n => (n.Key, (object?)n.Value))]];
    }

    /// <summary>A desk's name; its id when it is no longer there.</summary>
    public string DeskName(string desk, PortalCulture culture) => map.Desk(desk)?.Names.For(culture.Tag)?.Value ?? desk;

    private async Task<string> NameAsync(string name, string code, Wording words, CancellationToken cancellation)
    {
        var culture = words.Culture.Tag;
        return name switch
        {
            "country" => Countries.Name(code, culture),
            "desk" => DeskName(code, words.Culture),
            "market" => map.Markets.FirstOrDefault(m => m.Id == code)?.Names.For(culture)?.Value ?? code,
            "sector" => map.Sectors.FirstOrDefault(s => s.Id == code).Names?.For(culture)?.Value ?? code,
            "culture" => PortalCultures.Find(code)?.NativeName ?? code,
            "firm" => (await cards.FindAsync("organisation", [code], culture, cancellation)).FirstOrDefault()?.Name.Value ?? code,
            "load" => words.Digits(code),
            _ => code,
        };
    }
}
