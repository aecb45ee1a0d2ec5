namespace ExportPortal.Kernel.Values;

/// <summary>Tells text from what only looks like it.</summary>
public static class SoundText
{
    /// <summary>False for a text with NUL, which PostgreSQL does not store, or with half of a surrogate pair, which no encoding writes. Nobody types either.</summary>
    public static bool IsSound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
                return false;
            if (char.IsHighSurrogate(text[i]) && (++i == text.Length || !char.IsLowSurrogate(text[i])))
                return false;
        }
        return true;
    }
}
