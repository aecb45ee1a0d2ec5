using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ExportPortal.Ui.Look;

/// <summary>The colours of the light theme as the style sheet names them, for what is drawn on the server.</summary>
public static partial class Palette
{
    private static readonly string Tokens = Drawings.Read("tokens.css");

    private static readonly FrozenDictionary<string, string> Colours = Named().Matches(Tokens[..Tokens.IndexOf("}", Tokens.IndexOf(":root", StringComparison.Ordinal), StringComparison.Ordinal)])
        .ToFrozenDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);

    // The light theme's come first.
    private static readonly FrozenDictionary<string, (string Hue, string Wash)> Hues = Hue().Matches(Tokens)
        .DistinctBy(m => m.Groups[1].Value).ToFrozenDictionary(m => m.Groups[1].Value, m => (m.Groups[2].Value, m.Groups[3].Value), StringComparer.Ordinal);

    /// <summary>A colour as <c>#rrggbb</c>.</summary>
    /// <param name="name">Its name without dashes, such as <c>ink-soft</c>.</param>
    public static string Of(string name) => Colours[name];

    /// <summary>A sector's hue, and its wash that text stands on; those of the tile where it has none.</summary>
    /// <param name="sector">A sector's id; null for none.</param>
    public static (string Hue, string Wash) HueOf(string? sector) =>
        sector is not null && Hues.TryGetValue(sector, out var hue) ? hue : (Of("tile"), Of("tile-wash"));

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Named();

    [GeneratedRegex(@"\.hue-([a-z0-9-]+) \{ --hue: (#[0-9a-f]{6}); --hue-wash: (#[0-9a-f]{6}); \}")]
    private static partial Regex Hue();
}
