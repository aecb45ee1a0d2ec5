using System.Collections.Concurrent;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Media.Renditions;

namespace ExportPortal.Media.Cards;

/// <summary>The typefaces of cards: the portal's own for Persian and Arabic, for the others those of the system.</summary>
internal sealed class CardFonts(LimitedProgram programs, TimeProvider time)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fonts");
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (bool Has, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>The portal's own typeface as a file.</summary>
    public static string FileOf(bool bold) => Path.Combine(Folder, bold ? "Vazirmatn-Bold.ttf" : "Vazirmatn-Regular.ttf");

    /// <summary>The face of names, in Pango's words, without a size.</summary>
    public static string Display(string culture) => CultureTag.Language(culture) switch
    {
        "fa" or "ar" => "Vazirmatn,Noto Sans Bold",
        "zh" => "Noto Sans CJK SC,Noto Sans SC,WenQuanYi Micro Hei,Droid Sans Fallback Bold",
        _ => "Noto Serif,DejaVu Serif,Vazirmatn Medium",
    };

    /// <summary>The face of everything else, in Pango's words, without a size.</summary>
    public static string Plain(string culture) => CultureTag.Language(culture) switch
    {
        "fa" or "ar" => "Vazirmatn,Noto Sans",
        "zh" => "Noto Sans CJK SC,Noto Sans SC,WenQuanYi Micro Hei,Droid Sans Fallback",
        _ => "Noto Sans,DejaVu Sans,Vazirmatn",
    };

    /// <summary>True when there is a typeface for texts in a culture. Without one, boxes would be drawn in place of letters.</summary>
    public async Task<bool> HasAsync(string culture)
    {
        var language = CultureTag.Language(culture);
        if (language is "fa" or "ar" && File.Exists(FileOf(bold: true)))
            return true;
        if (_known.TryGetValue(language, out var known) && time.GetUtcNow() < known.Until)
            return known.Has;
        // fontconfig knows Chinese by its countries only.
        var (result, families) = await programs.RunAsync("fc-list", [$":lang={(language == "zh" ? "zh-cn" : language)}", "family"], [], CancellationToken.None);
        var has = families.Length > 0;
        // A run that failed, on a machine short of memory say, tells nothing.
        if (result == VipsResult.Done)
            _known[language] = (has, time.GetUtcNow() + Believed);
        return has;
    }
}
