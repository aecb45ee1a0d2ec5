using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ExportPortal.Kernel.Values;

/// <summary>Identifiers that leave the portal.</summary>
public static partial class PublicId
{
    /// <summary>The longest public id, in characters.</summary>
    public const int MaxLength = 100;

    // Without letters and digits that are mistaken for each other when read aloud or by hand (0 O, 1 I L, U V).
    private const string ReferenceAlphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    /// <summary>True for <c>[a-z0-9][a-z0-9-]{0,99}</c>.</summary>
    public static bool IsValid(string? id) => id is not null && Pattern().IsMatch(id);

    /// <summary>A random reference to be told to people, e.g. <c>K7PM-3XQ9-WD</c>: 10 characters, about 48 bits. Not a secret.</summary>
    public static string NewReference()
    {
        var characters = RandomNumberGenerator.GetString(ReferenceAlphabet, 10);
        return $"{characters[..4]}-{characters[4..8]}-{characters[8..]}";
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,99}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
