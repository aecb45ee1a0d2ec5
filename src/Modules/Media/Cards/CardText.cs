using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Media.Cards;

/// <summary>Makes texts of strangers fit to be drawn by Pango.</summary>
internal static partial class CardText
{
    private const string Ellipsis = "…", Between = " · ";
    // Reaches from the top of the tallest letter to the foot of the lowest, unseen.
    private const string Strut = "<span alpha=\"1\">|</span>";
    // Marks of Unicode: text of either direction may follow without turning what stands around it.
    private static readonly char[] Blanks = [' ', '\u00A0'];
    private const char LeftToRight = '\u200E', RightToLeft = '\u200F', Isolate = '\u2068', EndIsolate = '\u2069';
    // What nothing may follow, when a text is cut behind it.
    private static readonly char[] Danglers = [' ', '\u00A0', ',', ';', ':', '(', '[', '-', '–', '—', '/', '，', '、', '；', '：', '（', '《', '“', '،', '؛'];
    // What leads to the next word: a text cut behind it reads as unfinished, not as shortened.
    private static readonly FrozenSet<string> Leading =
    [
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "with",
        "au", "aux", "avec", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "ou", "par", "pour", "sans", "sur", "un", "une", "à",
        "без", "в", "для", "до", "за", "и", "из", "или", "к", "на", "о", "от", "по", "под", "при", "с", "со",
        "از", "با", "بدون", "بر", "برای", "به", "تا", "در", "و", "یا",
        "أو", "إلى", "على", "عن", "في", "مع", "من",
    ];
    // Keeps a number with its unit.
    private const string NoBreak = "\u00A0";
    // As many marks as languages put on one letter.
    private const int MostStacked = 3;
    private const int ZeroWidthNonJoiner = 0x200C, ZeroWidthJoiner = 0x200D, FirstVariation = 0xFE00, LastVariation = 0xFE0F;

    /// <summary>The text in one line, without what has no shape in a typeface: controls, marks that turn the direction, emoji, unassigned characters, towers of accents.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var stacked = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            stacked = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? stacked + 1 : 0;
            if (IsGap(rune))
                clean.Append(clean.Length == 0 || IsBlank(clean[^1]) ? "" : char.IsDigit(clean[^1]) ? NoBreak : " ");
            else if (HasShape(rune) && stacked <= MostStacked)
                clean.Append(rune.ToString());
        }
        // A bracket is no unit.
        return clean.Replace(NoBreak + "(", " (").ToString().TrimEnd();
    }

    /// <summary>
    /// The text, or so many of its first words that it is no longer than this, in characters as a reader counts them, the ellipsis among them.
    /// A word is cut only where it would be most of what is left.
    /// </summary>
    public static string Cut(string text, int most)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        if (starts.Length <= most)
            return text;
        var end = starts[most - 1];
        foreach (var word in Whole().EnumerateMatches(text))
            if (word.Index < end && word.Index + word.Length > end && word.Index > end / 2)
                end = word.Index;
        return EndWell(text[..end]) + Ellipsis;
    }

    private static string EndWell(string cut)
    {
        while (true)
        {
            var kept = cut.TrimEnd(Danglers);
            var shorter = kept[..^LeadingChinese().Match(kept).Length];
            var last = shorter.LastIndexOfAny(Blanks);
            if (last > 0 && Leading.Contains(shorter[(last + 1)..]))
                shorter = shorter[..last];
            if (shorter.Length == 0 || shorter.Length == kept.Length)
                return kept;
            cut = shorter;
        }
    }

    /// <summary>The phrases of a text in a script without spaces: it reads best when lines end with them.</summary>
    public static IEnumerable<string> Phrases(string text) => Phrase().Matches(text).Select(m => m.Value);

    /// <summary>Texts beside each other in Pango's markup. Codes, numbers with their units and short words with a hyphen are never broken.</summary>
    /// <param name="texts">Clean texts.</param>
    /// <param name="rightToLeft">The direction of the line they stand in.</param>
    /// <param name="attributes">Attributes of Pango's <c>span</c>.</param>
    /// <param name="isLevel">Whether it is to be as tall as any other text of its size, whatever its letters.</param>
    /// <param name="keepsPhrases">Whether lines of Chinese may end with phrases only.</param>
    public static string Markup(IEnumerable<FoundText> texts, bool rightToLeft, string attributes, bool isLevel = false, bool keepsPhrases = false)
    {
        var parts = texts.Select(t => $"<span lang=\"{Escape(t.Culture)}\">{Isolate}{(IsDense(t) ? Tighten(MarkKept(t.Value, keepsPhrases ? Phrase() : Unbroken.Parts())) : MarkKept(t.Value, Joined()))}{EndIsolate}</span>");
        var edge = isLevel ? Strut : "";
        return $"<span {attributes}>{(rightToLeft ? RightToLeft : LeftToRight)}{edge}{string.Join(Between, parts)}{edge}</span>";
    }

    /// <summary>Whether a text is in a script without spaces.</summary>
    public static bool IsDense(FoundText text) => CultureTag.Language(text.Culture) == "zh";

    private static string MarkKept(string text, Regex whole)
    {
        var marked = new StringBuilder();
        var end = 0;
        foreach (var kept in whole.EnumerateMatches(text))
        {
            marked.Append(Escape(text[end..kept.Index])).Append("<span allow_breaks=\"false\">").Append(Escape(text.Substring(kept.Index, kept.Length))).Append("</span>");
            end = kept.Index + kept.Length;
        }
        return marked.Append(Escape(text[end..])).ToString();
    }

    // An opening bracket of Chinese has its blank half before it, which would indent a line that begins with it.
    private static string Tighten(string markup) => OpeningBracket().Replace(markup, "<span font_features=\"halt\">$0</span>");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static bool IsBlank(char c) => c is ' ' or '\u00A0';

    private static bool IsGap(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control;

    private static bool HasShape(Rune rune) => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner || Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol => rune.IsBmp && rune != Rune.ReplacementChar,
        UnicodeCategory.NonSpacingMark => rune.Value is < FirstVariation or > LastVariation,
        _ => true,
    };

    // A number with its unit, or what stands between two gaps, short of letters of Chinese.
    [GeneratedRegex(Unbroken.Measure + @"|[^ \p{IsCJKUnifiedIdeographs}，、；：。（）《》“”]+")]
    private static partial Regex Whole();

    // What stands between two gaps and might be broken behind a hyphen or a stroke, unless it is long.
    [GeneratedRegex("(?<![^ ])(?=[^ ]{3,20}(?![^ ]))[^ ]*[-/][^ ]*")]
    private static partial Regex Joined();

    // The same in Chinese as the leading words of others, at the very end, unless it ends a word: purpose, take part, make common, concern.
    [GeneratedRegex("(?:以及|(?<!参)与|(?<![普涉])及|或|(?<!目)的)$")]
    private static partial Regex LeadingChinese();

    // Ends behind a mark or a gap, begins with an opening bracket.
    [GeneratedRegex(@"[（《“「『【(]?[^ ，、；：。（）《》“”「」『』【】(),;:]+[）》”」』】)]?[，、；：。,;:]*|.")]
    private static partial Regex Phrase();

    [GeneratedRegex("[（《“「『【]")]
    private static partial Regex OpeningBracket();
}
