using System.Text.Json;
using System.Text.RegularExpressions;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>Finds texts that are not in the language they are marked with, or not marked at all.</summary>
public static partial class LanguageRules
{
    private static readonly string Feed = Path.Combine(AppContext.BaseDirectory, "media", "sample", "feed.jsonl");

    // A sentence of the sample catalogue, and the cultures that have it word for word.
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Known = new(ReadFeed);

    public static IEnumerable<string> Problems(IEnumerable<ShownText> texts) =>
        texts.Where(t => t.Language.Length > 0).Select(t => (Text: t, Problem: Problem(t))).Where(t => t.Problem is not null)
            .Select(t => $"[{t.Text.Language}] {t.Problem}: {t.Text.Value[..Math.Min(90, t.Text.Value.Length)]}").Distinct();

    private static string? Problem(ShownText text) =>
        // A code of a foreign register stands in its own letters.
        !text.Apart && Foreign(text.Language)?.IsMatch(text.Value) == true ? "letters of another script"
        : !text.Apart && text.Language is "fa" or "ar" or "ru" or "zh-Hans" && LatinWords().IsMatch(text.Value) ? "words in Latin letters"
        : Known.Value.TryGetValue(text.Value, out var cultures) && !cultures.Contains(text.Language) ? $"a text in {string.Join('/', cultures)}"
        : null;

    private static Regex? Foreign(string language) => language switch
    {
        "en" or "fr" => NotLatin(),
        "ru" => NotCyrillic(),
        "zh-Hans" => NotHan(),
        "fa" => NotPersian(),
        "ar" => NotArabic(),
        _ => null,
    };

    private static Dictionary<string, HashSet<string>> ReadFeed()
    {
        var known = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Feed))
        {
            using var subject = JsonDocument.Parse(line);
            Collect(subject.RootElement, known);
        }
        return known;
    }

    // Localized texts are the objects whose keys are cultures, wherever they stand.
    private static void Collect(JsonElement element, Dictionary<string, HashSet<string>> known)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                Collect(item, known);
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
            if (Browsing.SamplePortal.Cultures.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.String)
                foreach (var text in member.Value.GetString()!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!known.TryGetValue(text, out var cultures))
                        known.Add(text, cultures = new(StringComparer.Ordinal));
                    cultures.Add(member.Name);
                }
            else
                Collect(member.Value, known);
    }

    [GeneratedRegex(@"[\p{IsArabic}\p{IsCyrillic}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex NotLatin();

    [GeneratedRegex(@"[\p{IsArabic}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex NotCyrillic();

    [GeneratedRegex(@"[\p{IsArabic}\p{IsCyrillic}]")]
    private static partial Regex NotHan();

    // Both write with Arabic letters; these are the other's.
    [GeneratedRegex(@"[\p{IsCyrillic}\p{IsCJKUnifiedIdeographs}يكىة]")]
    private static partial Regex NotPersian();

    [GeneratedRegex(@"[\p{IsCyrillic}\p{IsCJKUnifiedIdeographs}یکپچژگ]")]
    private static partial Regex NotArabic();

    // Three in a row; references, schemes and units are not words.
    [GeneratedRegex(@"[A-Za-z][a-z]+(?:[ '’-]+[A-Za-z][a-z]+){2,}")]
    private static partial Regex LatinWords();
}
