using System.Text;

namespace ExportPortal.Search.Queries;

/// <summary>A query's text as its reader marked it: words in quotation marks stand together, words after a minus stand nowhere.</summary>
/// <param name="Words">What is looked for, without the marks.</param>
/// <param name="Phrases">What stood in quotation marks; part of the words too.</param>
/// <param name="Unwanted">What stood after a minus; no part of the words.</param>
internal sealed record QueryText(string Words, IReadOnlyList<string> Phrases, IReadOnlyList<string> Unwanted)
{
    // The closing mark of each opening one, as the six languages and their keyboards write them.
    private static readonly Dictionary<char, string> Quotes = new()
    {
        ['"'] = "\"”“", ['“'] = "”\"", ['”'] = "”\"", ['„'] = "“”\"", ['«'] = "»", ['＂'] = "＂", ['「'] = "」", ['『'] = "』", ['《'] = "》",
    };

    private const int LeastCodeDigits = 6;

    public static QueryText Read(string text)
    {
        var words = new StringBuilder(text.Length);
        var (phrases, unwanted) = (new List<string>(), new List<string>());
        for (var i = 0; i < text.Length;)
        {
            var minus = text[i] is '-' or '−' or '–' && (i == 0 || char.IsWhiteSpace(text[i - 1])) && i + 1 < text.Length && IsUnwantable(text, i + 1);
            var start = minus ? i + 1 : i;
            if (Quotes.TryGetValue(text[start], out var closing) && text.IndexOfAny(closing.ToCharArray(), start + 1) is var end and > 0)
            {
                (minus ? unwanted : phrases).Add(text[(start + 1)..end]);
                words.Append(minus ? " " : $" {text[(start + 1)..end]} ");
                i = end + 1;
            }
            else if (minus)
            {
                end = start;
                while (end < text.Length && !char.IsWhiteSpace(text[end]))
                    end++;
                unwanted.Add(text[start..end]);
                i = end;
            }
            else
            {
                words.Append(text[i++]);
            }
        }
        return new(words.ToString(), phrases, unwanted);
    }

    // "-20 °C" is a temperature, "-300215" and "-7553-56-2" are codes.
    private static bool IsUnwantable(string text, int at) => char.IsLetter(text[at]) || Quotes.ContainsKey(text[at]) || CountDigits(text.AsSpan(at)) >= LeastCodeDigits;

    private static int CountDigits(ReadOnlySpan<char> number)
    {
        var count = 0;
        foreach (var sign in number)
        {
            if (char.IsAsciiDigit(sign))
                count++;
            else if (sign is not ('-' or '.') || count == 0)
                break;
        }
        return count;
    }
}
