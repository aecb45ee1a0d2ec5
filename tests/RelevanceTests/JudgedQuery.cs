using ExportPortal.Search.Contracts;

namespace ExportPortal.RelevanceTests;

/// <summary>A query with what its buyer means.</summary>
/// <param name="Id">The language, a letter for the kind, a number.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Kind">How it is asked: <c>same</c>, <c>typing</c>, <c>code</c>…; <c>cross</c> is a <c>same</c> query asked of the products without its language.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Types">The types of product meant, one of them; empty for a code.</param>
/// <param name="Values">The attributes' values meant, all of them.</param>
/// <param name="Code">The code meant; null for words.</param>
/// <param name="Twin">The id of the query that asks the same without error or inflection; null if this is none.</param>
internal sealed record JudgedQuery(string Id, string Language, string Kind, string Text, string[] Types, (string Attribute, string Value)[] Values, string? Code, string? Twin)
{
    /// <summary>A third is never used for tuning. A wish is held in all languages and spellings, or in none.</summary>
    public bool Held => Data.Draw(3, "third", Wish(Twin ?? Id)) == 0;

    /// <summary>The same wish is asked in every language with the same number.</summary>
    public bool Comparable => Kind is "same" or "cross" && int.Parse(Id[^2..], System.Globalization.CultureInfo.InvariantCulture) <= 20;

    /// <summary>All queries; those of kind <c>same</c> a second time as <c>cross</c>.</summary>
    public static IReadOnlyList<JudgedQuery> Read()
    {
        var queries = new Dictionary<string, JudgedQuery>(StringComparer.Ordinal);
        foreach (var line in Data.Lines("queries-*.txt"))
        {
            var (id, meaning) = (line[0], line[3]);
            var query = new JudgedQuery(id, id[..id.LastIndexOf('-')], line[1], line[2], [], [], null, null);
            queries.Add(id, meaning.Split(' ') switch
            {
                ["=", var twin] => query with { Types = queries[twin].Types, Values = queries[twin].Values, Twin = twin },
                ["code", var code] => query with { Code = code },
                [var types, .. var values] => query with { Types = types.Split('/'), Values = [.. values.Select(v => (v.Split('=')[0], v.Split('=')[1]))] },
                _ => throw new FormatException(id),
            });
        }
        return [.. queries.Values, .. queries.Values.Where(q => q.Kind == "same").Select(q => q with { Kind = "cross" })];
    }

    /// <summary>Whether a product is looked for at all: a code or a class anywhere, other words in the products of the language, or in those without it.</summary>
    public bool Covers(Product product) => Kind is "code" or "class" || product.Cultures.Contains(Language) == (Kind != "cross");

    /// <summary>3: all that was asked; 2: the type with some of several values asked; 1: the type otherwise, or an accessory; 0: something else.</summary>
    public int Grade(Product product)
    {
        if (Code is not null)
            return product.Codes.Any(c => Bare(c) == Code.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)) ? 3 : 0;
        if (!Types.Contains(product.Type.Id))
            return product.Type.AccessoryOf is { } whole && Types.Contains(whole) ? 1 : 0;
        var met = Values.Count(v => product.Values.GetValueOrDefault(v.Attribute) == v.Value);
        return met == Values.Length ? 3 : met > 0 ? 2 : 1;
    }

    private static string Bare(SearchCode code) => code.Code.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    private static string Wish(string id) => id[(id.LastIndexOf('-') + 1)..];
}
