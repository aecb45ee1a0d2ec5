using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ExportPortal.Kernel.Cultures;

/// <summary>Reads and writes culture tags as BCP 47 (RFC 5646) defines them.</summary>
public static partial class CultureTag
{
    /// <summary>The longest tag that is stored, in characters.</summary>
    public const int MaxLength = 35;

    /// <summary>
    /// Brings a tag to its canonical letter case (<c>zh-Hans-CN</c>).
    /// False for a tag that is not well-formed, is longer than <see cref="MaxLength"/>, or is for private use only.
    /// </summary>
    public static bool TryNormalise([NotNullWhen(true)] string? tag, [NotNullWhen(true)] out string? normalised)
    {
        normalised = null;
        if (string.IsNullOrEmpty(tag) || tag.Length > MaxLength || !WellFormed().IsMatch(tag))
            return false;
        var parts = tag.Split('-');
        var afterSingleton = false;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i].ToLowerInvariant();
            parts[i] = i == 0 || afterSingleton ? part
                : part.Length == 4 && char.IsAsciiLetter(part[0]) ? char.ToUpperInvariant(part[0]) + part[1..]
                : part.Length == 2 ? part.ToUpperInvariant()
                : part;
            afterSingleton |= part.Length == 1;
        }
        normalised = string.Join('-', parts);
        return true;
    }

    /// <summary>The language of a tag: its part before the first hyphen, in lower case.</summary>
    public static string Language(string tag) => (tag.IndexOf('-', StringComparison.Ordinal) is >= 0 and var end ? tag[..end] : tag).ToLowerInvariant();

    [GeneratedRegex(
        "^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
