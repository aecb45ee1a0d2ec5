using System.Text;
using System.Text.RegularExpressions;

namespace ExportPortal.Search.Queries;

/// <summary>A query's text as its reader marked it: words in quotation marks stand together, words after a minus stand nowhere.</summary>
/// <param name="Words">What is looked for, without the marks.</param>
/// <param name="Phrases">What stood in quotation marks; part of the words too.</param>
/// <param name="Unwanted">What stood after a minus; no part of the words.</param>
internal sealed partial record QueryText(string Words, IReadOnlyList<string> Phrases, IReadOnlyList<string> Unwanted)
{
    // The closing mark of each opening one, as the six languages and their keyboards write them.
    private static readonly Dictionary<char, string> Quotes = new()
    {
        ['"'] = "\"”“", ['“'] = "”\"", ['”'] = "”\"", ['„'] = "“”\"", ['«'] = "»", ['＂'] = "＂", ['「'] = "」", ['『'] = "』", ['《'] = "》",
    };

    /// <summary>Reads a text.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="isCode">Tells which numbers are codes: behind a minus others are amounts. If it is left out, all of some length are.</param>
    public static QueryText Read(string text, Func<string, bool>? isCode = null)
    {
        var words = new StringBuilder(text.Length);
        var (phrases, unwanted) = (new List<string>(), new List<string>());
        for (var i = 0; i < text.Length;)
        {
            var minus = text[i] is '-' or '−' or '–' && (i == 0 || char.IsWhiteSpace(text[i - 1])) && i + 1 < text.Length && IsUnwantable(text, i + 1, isCode);
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
    private static bool IsUnwantable(string text, int at, Func<string, bool>? isCode) =>
        char.IsLetter(text[at]) || Quotes.ContainsKey(text[at]) || (IsNumberOfCode().Match(text, at) is { Success: true, Value: var number } && (number.Contains('-') || isCode?.Invoke(number) != false));

    // Six digits or more, a CAS or EC number, or a tariff code with points.
    [GeneratedRegex(@"\G([0-9]{6,}|[0-9]{2,7}-[0-9]{2}-[0-9]|[0-9]{3}-[0-9]{3}-[0-9]|[0-9]{4}(\.[0-9]{2,4})+|[0-9]{2}(\.[0-9]{2}){2,})(?![\p{L}\p{N}.-]*[\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex IsNumberOfCode();
}
