using ExportPortal.Search.Contracts;

namespace ExportPortal.RelevanceTests;

/// <summary>What a kind of product is called in a culture.</summary>
internal sealed record TypeWords(string Name, string Other, string Purpose);

/// <summary>A kind of product: what a buyer asks for first.</summary>
internal sealed record ProductType(string Id, string Sector, string Prefix, string[] Attributes, SearchCode[] Codes, string? AccessoryOf)
{
    public Dictionary<string, TypeWords> Words { get; } = new(StringComparer.Ordinal);
}

/// <summary>The words that products are made of.</summary>
internal sealed class WordList
{
    /// <summary>In the order of the files.</summary>
    public List<ProductType> Types { get; } = [];

    /// <summary>By attribute and value: the words, in the order of the cultures.</summary>
    public Dictionary<string, Dictionary<string, string[]>> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>By culture and id.</summary>
    public Dictionary<string, Dictionary<string, string>> Sentences { get; } = new(StringComparer.Ordinal);

    /// <summary>Sector, Latin name, Persian name.</summary>
    public List<string[]> Firms { get; } = [];

    public static WordList Read()
    {
        var words = new WordList();
        foreach (var line in Data.Lines("types-*.txt"))
            if (line[0].StartsWith("= ", StringComparison.Ordinal))
                words.Types.Add(new(line[0][2..], line[1], line[2], line[3].Split(' '), [.. line[4].Split(';', StringSplitOptions.TrimEntries).Select(Code)], line.ElementAtOrDefault(5)));
            else
                words.Types[^1].Words.Add(line[0], new(line[1], line[2], line[3]));
        foreach (var group in Sections("attributes.txt"))
            words.Attributes.Add(group.Head, group.Lines.Where(l => l[0] != "label").ToDictionary(l => l[0], l => l[1..]));
        foreach (var group in Sections("sentences.txt"))
            words.Sentences.Add(group.Head, group.Lines.ToDictionary(l => l[0], l => l[1]));
        words.Firms.AddRange(Data.Lines("firms.txt"));
        return words;
    }

    /// <summary>An attribute's value as a text in the culture says it.</summary>
    public string Value(string attribute, string value, string culture) => Attributes[attribute][value][Array.IndexOf(Data.Cultures, culture)];

    private static SearchCode Code(string text) => new(text.Split(' ')[0], text.Split(' ')[1]);

    private static List<(string Head, List<string[]> Lines)> Sections(string file)
    {
        var sections = new List<(string Head, List<string[]> Lines)>();
        foreach (var line in Data.Lines(file))
            if (line[0].StartsWith("= ", StringComparison.Ordinal))
                sections.Add((line[0][2..], []));
            else
                sections[^1].Lines.Add(line);
        return sections;
    }
}
