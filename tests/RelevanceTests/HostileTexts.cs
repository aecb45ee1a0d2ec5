using System.Text;

namespace ExportPortal.RelevanceTests;

/// <summary>Query texts that no reader means: all scripts, signs and operators, mistyped words of products, up to 100,000 characters. Always the same ones.</summary>
internal static class HostileTexts
{
    private static readonly string[] Signs =
    [
        " ", " ", " ", "-", " -", "\"", " \"", "“", "”", "«", "»", "*", "?", "(", ")", ":", "^", "~", "+", "AND ", " OR ", " NOT ", "NEAR/3", "'", ";--", "<b>", "%00", "\\",
        "\0", "\t", "\u200B", "\u200C", "\u200D", "\u200E", "\u202E", "\u2066", "\u2069", "\uFEFF", "\uFFFE", "\uD800", "\uDC00", "\u0301", "\u0651", "\u20DD", "🙂", "👩‍👧", "𠮷", "𝕳", "﷽", "，", "。", ".", ",",
    ];

    private static readonly (int From, int To)[] Scripts =
    [
        (0x20, 0x7F), (0xA0, 0x250), (0x300, 0x370), (0x370, 0x400), (0x400, 0x530), (0x590, 0x600), (0x600, 0x700), (0x700, 0x900), (0x900, 0xE00), (0xE00, 0x1000), (0x1000, 0x1200),
        (0x1E00, 0x2070), (0x2070, 0x2E80), (0x3040, 0x3100), (0x4E00, 0x4E80), (0x4E00, 0x9FFF), (0xAC00, 0xAD00), (0xD800, 0xE000), (0xFB00, 0xFF00), (0, 0x10000),
    ];

    public static IEnumerable<string> Make(int count)
    {
        var random = new Random(10_000);
        var words = Data.Lines("types-*.txt").SelectMany(l => l).SelectMany(l => l.Split(' ')).Where(w => w.Length > 1).ToArray();
        for (var i = 0; i < count; i++)
        {
            var length = i % 2000 == 1 ? 100_000 : i % 20 == 1 ? 600 : random.Next(1, 60);
            yield return Make(random, words, length);
        }
    }

    // Most texts are of one kind of piece mainly, as the worst cases are: one word again and again, signs alone, one script.
    private static string Make(Random random, string[] words, int length)
    {
        var text = new StringBuilder();
        var (kind, script, word) = (random.Next(6), random.Next(Scripts.Length), words[random.Next(words.Length)]);
        while (text.Length < length)
            text.Append((random.Next(8) == 0 ? random.Next(5) : kind) switch
            {
                0 => Signs[random.Next(Signs.Length)],
                1 => ((char)random.Next(Scripts[script].From, Scripts[script].To)).ToString(),
                2 => Mistype(random, words[random.Next(words.Length)]) + " ",
                3 => words[random.Next(words.Length)] + " ",
                4 => $"{(char)random.Next('A', 'Z')}{random.Next(2000)}{"- ./"[random.Next(4)]}",
                _ => word + (random.Next(2) == 0 ? " " : ""),
            });
        return text.ToString();
    }

    private static string Mistype(Random random, string word)
    {
        var at = random.Next(word.Length);
        var other = (char)(word[at] + random.Next(-3, 4));
        return random.Next(3) switch { 0 => word.Remove(at, 1), 1 => word.Insert(at, other.ToString()), _ => string.Concat(word.AsSpan(0, at), other.ToString(), word.AsSpan(at + 1)) };
    }
}
