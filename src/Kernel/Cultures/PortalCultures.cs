using System.Collections.Frozen;
using System.Globalization;

namespace ExportPortal.Kernel.Cultures;

/// <summary>The interface cultures, the chains along which a missing text falls back, and the reader's wish.</summary>
public static class PortalCultures
{
    /// <summary>The interface cultures in the order they are offered.</summary>
    public static IReadOnlyList<PortalCulture> All { get; } =
    [
        Make("en", "English", "en-GB"),
        Make("fa", "فارسی", "fa-IR"),
        Make("zh-Hans", "简体中文", "zh-Hans-CN"),
        Make("ru", "Русский", "ru-RU"),
        Make("ar", "العربية", "ar-EG"),
        Make("fr", "Français", "fr-FR"),
    ];

    private static readonly FrozenDictionary<string, PortalCulture> ByTag =
        All.ToFrozenDictionary(c => c.Tag, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> RightToLeftLanguages =
        new[] { "ar", "fa", "he", "ur", "ps", "ckb", "ug", "sd", "yi", "dv", "azb", "pnb" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The culture of last resort for the interface.</summary>
    public static PortalCulture Default => All[0];

    /// <summary>The interface culture with exactly this tag, in any letter case; null if there is none.</summary>
    public static PortalCulture? Find(string? tag) => tag is null ? null : ByTag.GetValueOrDefault(tag);

    /// <summary>The interface culture nearest to any well-formed tag: <c>zh-CN</c> and <c>zh-SG</c> give <c>zh-Hans</c>; null if none is near.</summary>
    public static PortalCulture? Nearest(string? tag)
    {
        if (!CultureTag.TryNormalise(tag, out var normalised))
            return null;
        var language = CultureTag.Language(normalised);
        return language switch
        {
            "zh" => IsTraditional(normalised) ? null : ByTag["zh-Hans"],
            _ => Find(normalised) ?? Find(language),
        };
    }

    /// <summary>
    /// The cultures in which a text is looked for, first the asked one (DESIGN: ar, fr, ru, zh-Hans → en → fa; fa → en; en → fa).
    /// A tag beyond the interface is looked for as it is, then by its shorter forms, then along the chain of the nearest interface culture.
    /// </summary>
    /// <param name="tag">A well-formed tag.</param>
    public static IReadOnlyList<string> Chain(string tag)
    {
        if (ByTag.TryGetValue(tag, out var known))
            return ChainOf[known.Tag];
        var chain = new List<string>();
        for (var part = tag; part.Length > 0; part = part.Contains('-', StringComparison.Ordinal) ? part[..part.LastIndexOf('-')] : "")
            chain.Add(part);
        chain.AddRange(ChainOf[(Nearest(tag) ?? Default).Tag]);
        return chain.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
    }

    private static readonly FrozenDictionary<string, string[]> ChainOf = All.ToFrozenDictionary(
        c => c.Tag,
        c => c.Tag switch { "en" => ["en", "fa"], "fa" => ["fa", "en"], var tag => new[] { tag, "en", "fa" } });

    /// <summary><c>rtl</c> or <c>ltr</c> for a text in any culture.</summary>
    public static string DirectionOf(string tag)
    {
        var parts = tag.Split('-');
        return parts.Skip(1).Any(p => p is "Arab" or "Hebr") || (RightToLeftLanguages.Contains(CultureTag.Language(tag)) && !parts.Contains("Latn"))
            ? "rtl" : "ltr";
    }

    /// <summary>The interface culture that best fits a browser's <c>Accept-Language</c>; <see cref="Default"/> if none does.</summary>
    public static PortalCulture FromWish(string? acceptLanguage)
    {
        if (string.IsNullOrWhiteSpace(acceptLanguage) || acceptLanguage.Length > 500)
            return Default;
        return acceptLanguage.Split(',')
            .Select(ParseWish)
            .Where(w => w.Weight > 0)
            .OrderByDescending(w => w.Weight)
            .Select(w => Nearest(w.Tag))
            .FirstOrDefault(c => c is not null) ?? Default;
    }

    private static (string Tag, double Weight) ParseWish(string wish)
    {
        var parts = wish.Split(';', 2);
        var weight = parts.Length == 1 ? 1
            : parts[1].Trim() is ['q', '=', .. var q] && double.TryParse(q, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
            : 0;
        return (parts[0].Trim(), weight);
    }

    private static bool IsTraditional(string tag) =>
        tag.Split('-').Any(p => p is "Hant" or "TW" or "HK" or "MO");

    private static PortalCulture Make(string tag, string nativeName, string format) =>
        new(tag, nativeName, tag is "fa" or "ar" ? "rtl" : "ltr", CultureInfo.GetCultureInfo(format));
}
