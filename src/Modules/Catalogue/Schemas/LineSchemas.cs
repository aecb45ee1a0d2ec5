using System.Collections.Frozen;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Codes;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>The lines of the feed. The order of fields is the order in which they are exported.</summary>
internal static class LineSchemas
{
    private const int NameLength = 250, SummaryLength = 600, DescriptionLength = 20_000;

    private static readonly TextRule Names = new(NameLength);
    private static readonly Field Sample = new("sample", new BooleanRule());
    private static readonly Field Withdrawn = new("withdrawn", new BooleanRule());

    private static readonly Rule Certificates = new ListRule(new ObjectRule([
        new("scheme", new StringRule(60), true), new("number", new StringRule(100)), new("issuer", new StringRule(200)), new("scope", new StringRule(500)),
        new("issued", new DateRule()), new("expires", new DateRule()), new("file", new FileRule(FileUse.Document))], DatesInOrder), 60);

    private static readonly ObjectRule Organisation = new([
        .. Head("firm", "university", "research-institute", "agency", "mission", "international-body"),
        new("about", new TextRule(DescriptionLength, Multiline: true)), new("city", Names), new("country", Rules.Country),
        new("founded", new NumberRule(1000, 2199)), new("employees", new ChoiceRule("1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5001+")),
        new("website", Rules.Website), new("email", Rules.Email, Private: true), new("phone", Rules.Phone, Private: true), new("knowledgeBasedLicence", new StringRule(60)),
        new("languages", new ListRule(new CultureRule(), 30)), new("certificates", Certificates), new("logo", new FileRule(FileUse.Picture)), Sample, Withdrawn]);

    private static readonly Rule Variants = new ListRule(new ObjectRule([
        new("id", Rules.Id, true), new("names", Names), new("model", new StringRule(100)), new("gtin", Rules.Gtin)]), 200, "id");

    private static readonly Rule Registrations = new ListRule(new ObjectRule([
        new("country", Rules.Country, true), new("authority", new StringRule(200)), new("number", new StringRule(100)), new("holder", new StringRule(200)),
        new("class", new StringRule(20)), new("status", new ChoiceRule("valid", "pending", "suspended", "expired"), true), new("date", new DateRule())]), 300);

    private static readonly Rule Price = new ObjectRule([
        new("currency", Rules.Currency, true), new("from", Rules.Price, true), new("to", Rules.Price), new("unit", Rules.Unit),
        new("incoterm", Rules.Incoterm), new("place", new StringRule(100))], PriceMakesSense);

    private static readonly ObjectRule Product = new([
        new("type", new ChoiceRule("product"), true), new("kind", new ChoiceRule("goods", "service")), new("id", Rules.Id, true),
        new("firm", new ReferenceRule("organisation"), true), new("sector", new ReferenceRule("sector"), true), new("model", new StringRule(100)), new("gtin", Rules.Gtin),
        new("names", Names, true), new("summaries", new TextRule(SummaryLength)), new("descriptions", new TextRule(DescriptionLength, Multiline: true)), new("keywords", new WordsRule(40, 100)),
        new("hsCode", Rules.HsCode), new("attributes", new AttributesRule()), new("variants", Variants), new("registrations", Registrations), new("certificates", Certificates),
        new("markets", new ListRule(new ReferenceRule("market"), 50)), new("price", Price),
        new("minimumOrder", new ObjectRule([new("quantity", new NumberRule(0, 1_000_000_000_000m, 4), true), new("unit", Rules.Unit)])), new("leadTimeDays", new NumberRule(0, 3650)),
        new("images", new ListRule(new ObjectRule([new("file", new FileRule(FileUse.Picture), true), new("alt", Names)]), 20, "file")),
        new("documents", new ListRule(new ObjectRule([
            new("file", new FileRule(FileUse.Document), true), new("kind", new ChoiceRule("datasheet", "sds", "brochure", "manual", "certificate", "other"), true),
            new("culture", new CultureRule()), new("title", Names)]), 40, "file")), Sample, Withdrawn]);

    private static readonly ObjectRule Showroom = new([
        .. Head(), new("introductions", new TextRule(DescriptionLength, Multiline: true)), new("market", new ReferenceRule("market")), new("sector", new ReferenceRule("sector")),
        new("products", new ListRule(new ReferenceRule("product"), 500)), Sample, Withdrawn]);

    private static readonly ObjectRule Sector = new([
        .. Head(), new("introductions", new TextRule(DescriptionLength, Multiline: true)), new("hsChapters", new ListRule(Rules.HsChapter, 97)),
        new("attributes", new ListRule(new ObjectRule([
            new("id", new StringRule(60, id => id.All(c => char.IsAsciiLetterOrDigit(c)) && char.IsAsciiLetterLower(id[0])), true), new("names", Names, true),
            new("type", new ChoiceRule("text", "code", "number", "range", "choice", "list"), true), new("of", new ChoiceRule("choice", "code")),
            new("rule", new ChoiceRule([.. CodeRules.All.Keys.Order(StringComparer.Ordinal)])), new("unit", Rules.Unit),
            new("choices", new ListRule(new ObjectRule([new("id", new StringRule(60), true), new("names", Names)]), 300, "id")),
            new("facet", new BooleanRule()), new("key", new BooleanRule())], ChoicesWhereNeeded), 200, "id")), Withdrawn]);

    private static readonly ObjectRule Regime = new([
        .. Head(), new("regional", new BooleanRule()), new("countries", new ListRule(Rules.Country, 300)),
        new("requirements", new ListRule(new ObjectRule([
            new("sector", new ReferenceRule("sector"), true), new("needs", new ChoiceRule("registration", "certificate", "document"), true), new("scheme", new StringRule(60)),
            new("document", new StringRule(40)), new("culture", new CultureRule()), new("classes", new ListRule(new StringRule(20), 20))]), 300)), Withdrawn]);

    private static readonly ObjectRule Desk = new([
        .. Head(), new("city", Names), new("country", Rules.Country), new("timeZone", Rules.TimeZone, true),
        new("weekend", new ListRule(new ChoiceRule("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), 6)),
        new("hours", new ObjectRule([new("from", Rules.TimeOfDay, true), new("to", Rules.TimeOfDay, true)])),
        new("holidays", new ListRule(new ObjectRule([new("date", new DateRule(), true), new("names", Names)]), 1000, "date")),
        new("languages", new ListRule(new CultureRule(), 30)), new("people", new TextRule(SummaryLength)), new("email", Rules.Email, Private: true), Withdrawn]);

    private static readonly ObjectRule Market = new([
        .. Head(), new("introductions", new TextRule(DescriptionLength, Multiline: true)), new("cultures", new ListRule(new CultureRule(), 30)), new("currency", Rules.Currency),
        new("countries", new ListRule(new ObjectRule([new("country", Rules.Country, true), new("desk", new ReferenceRule("desk"))]), 300, "country")),
        new("desk", new ReferenceRule("desk")), Withdrawn]);

    private static readonly ObjectRule Glossary = new([
        .. Head(), new("sector", new ReferenceRule("sector")), new("terms", new WordsRule(100, 200)), Withdrawn]);

    /// <summary>The schema of each line type. <c>firm</c> is short for an organisation of that kind.</summary>
    public static readonly FrozenDictionary<string, ObjectRule> All = new Dictionary<string, ObjectRule>(StringComparer.Ordinal)
    {
        ["organisation"] = WithType(Organisation, "organisation"),
        ["product"] = Product,
        ["showroom"] = WithType(Showroom, "showroom"),
        ["sector"] = WithType(Sector, "sector"),
        ["regime"] = WithType(Regime, "regime"),
        ["desk"] = WithType(Desk, "desk"),
        ["market"] = WithType(Market, "market"),
        ["glossary"] = WithType(Glossary, "glossary"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Kinds in an order in which each refers only to kinds before it.</summary>
    public static readonly IReadOnlyList<string> ReferenceOrder = ["sector", "regime", "desk", "market", "glossary", "organisation", "product", "showroom"];

    /// <summary>The kinds of which the public feed tells, in that order. The glossary serves translators.</summary>
    public static readonly IReadOnlyList<string> PublicOrder = [.. ReferenceOrder.Where(k => k != "glossary")];

    /// <summary>A line type as the public feed has it: without what is private.</summary>
    public static ObjectRule Public(string kind) => All[kind] with { Fields = [.. All[kind].Fields.Where(f => !f.Private)] };

    public static void RangeInOrder(JsonObject range, string field, LineReading reading)
    {
        if (range["from"] is null && range["to"] is null)
            reading.Refuse(field, "EmptyRange");
        else if (range["from"] is { } from && range["to"] is { } to && from.GetValue<decimal>() > to.GetValue<decimal>())
            reading.Refuse(field + ".to", "RangeBackwards");
    }

    private static void PriceMakesSense(JsonObject price, string field, LineReading reading)
    {
        if (price["to"] is { } to && to.GetValue<decimal>() < price["from"]!.GetValue<decimal>())
            reading.Refuse(field + ".to", "RangeBackwards");
        if (price["incoterm"] is not null && price["place"] is null)
            reading.Refuse(field + ".place", "IncotermNeedsPlace");
    }

    private static void DatesInOrder(JsonObject certificate, string field, LineReading reading)
    {
        if (certificate["issued"] is { } issued && certificate["expires"] is { } expires
            && string.CompareOrdinal(issued.GetValue<string>(), expires.GetValue<string>()) > 0)
            reading.Refuse(field + ".expires", "ExpiresBeforeIssued");
    }

    private static void ChoicesWhereNeeded(JsonObject attribute, string field, LineReading reading)
    {
        var type = attribute["type"]!.GetValue<string>();
        var hasChoices = attribute["choices"] is not null;
        var needsChoices = type == "choice" || (type == "list" && attribute["of"]?.GetValue<string>() == "choice");
        if (type == "list" && attribute["of"] is null)
            reading.Refuse(field + ".of", "Missing");
        if (needsChoices && !hasChoices)
            reading.Refuse(field + ".choices", "Missing");
    }

    private static Field[] Head(params string[] kinds) =>
    [
        .. kinds.Length == 0 ? Array.Empty<Field>() : [new("kind", new ChoiceRule(kinds))],
        new("id", Rules.Id, true), new("names", Names, true),
    ];

    private static ObjectRule WithType(ObjectRule rule, string type) => rule with { Fields = [new("type", new ChoiceRule(type), true), .. rule.Fields] };
}
