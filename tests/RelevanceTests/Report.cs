using System.Globalization;
using System.Text;

namespace ExportPortal.RelevanceTests;

/// <summary>docs/relevance.md: writes its tables below its introduction, and reads them again.</summary>
internal static class Report
{
    private const string All = "all", Marker = "<!-- Below here, written by the command. -->";

    public static readonly string Path = Data.PathOf("docs", "relevance.md");

    private static readonly (string Title, bool Held)[] Parts = [("Tuning part", false), ("Held part", true)];
    private static readonly string[] Kinds = ["same", "cross", "typing", "orthography", "inflection", "code", "prefix", "phrase", "class"];
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>The page with these results in place of those before.</summary>
    public static string Write(string page, IReadOnlyList<Measured> results)
    {
        var text = new StringBuilder(page[..(page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)]).Append('\n');
        foreach (var (title, held) in Parts)
        {
            // The names of classes were written knowing the queries for them, those of the held part too.
            var part = results.Where(r => r.Query.Held == held && !(held && r.Query.Kind == "class")).ToArray();
            text.Append(Plain, $"\n## {title}: targets\n\n| target | at least | all | {string.Join(" | ", Data.Cultures)} |\n| --- |{string.Concat(Enumerable.Repeat(" ---: |", Data.Cultures.Length + 2))}\n");
            foreach (var target in Targets.All)
                text.Append(Plain, $"| {target.Name} | {target.AtLeast:0.00} | {string.Join(" | ", Data.Cultures.Prepend(null).Select(c => target.Of(part, c).ToString("0.000", Plain)))} |\n");
            text.Append(Plain, $"\n## {title}: figures\n\n| language | kind | queries | nDCG@10 | MRR@10 | recall@10 | success@1 |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
            foreach (var (language, kind, rows) in Groups(part))
                text.Append(Plain, $"| {language} | {kind} | {rows.Length} | {string.Join(" | ", Figures.Mean(rows).Columns.Select(f => f.ToString("0.000", Plain)))} |\n");
        }
        text.Append("\n## Hardest queries of the tuning part\n\nThe five lowest of each kind, below 0.9.\n\n| query | kind | text | nDCG@10 | recall@10 |\n| --- | --- | --- | ---: | ---: |\n");
        foreach (var (query, figures) in Kinds.SelectMany(k => Hardest([.. results.Where(r => !r.Query.Held && r.Query.Kind == k)])))
            text.Append(Plain, $"| {query.Id} | {query.Kind} | {query.Text} | {figures.Ndcg:0.000} | {figures.Recall:0.000} |\n");
        return text.ToString();
    }

    /// <summary>The figures that stand in the page, by part, language and kind.</summary>
    public static Dictionary<string, double[]> Read(string page)
    {
        var figures = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var heading = "";
        foreach (var line in page.Split('\n'))
            if (line.StartsWith("## ", StringComparison.Ordinal))
                heading = line[3..];
            else if (heading.EndsWith(": figures", StringComparison.Ordinal) && line.Split('|', StringSplitOptions.TrimEntries) is ["", var language, var kind, var count, .. var numbers, ""] && int.TryParse(count, Plain, out _))
                figures.Add($"{heading[..^": figures".Length]}, {language}, {kind}", [.. numbers.Select(n => double.Parse(n, Plain))]);
        return figures;
    }

    private static IEnumerable<Measured> Hardest(IReadOnlyList<Measured> results) =>
        results.Where(r => r.Figures.Ndcg < 0.9).OrderBy(r => r.Figures.Ndcg).ThenBy(r => r.Figures.Recall).ThenBy(r => r.Query.Id, StringComparer.Ordinal).Take(5);

    private static IEnumerable<(string Language, string Kind, Figures[] Rows)> Groups(IReadOnlyList<Measured> part) =>
        from language in Data.Cultures.Prepend(All)
        from kind in Kinds.Append(All)
        let rows = part.Where(r => (language == All || r.Query.Language == language) && (kind == All || r.Query.Kind == kind)).Select(r => r.Figures).ToArray()
        where rows.Length > 0
        select (language, kind, rows);
}
