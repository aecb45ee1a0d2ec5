using System.Text;

namespace ExportPortal.Search.Analysis;

/// <summary>Folds whole strings without cutting them into words.</summary>
internal static class Folding
{
    /// <summary>The longest key that is compared; longer codes and names are no codes and names.</summary>
    public const int MaxKeyLength = 120;

    /// <summary>A single word, folded.</summary>
    public static string Fold(string word) => Key(word, divider: "");

    /// <summary>A code without case, spaces, hyphens, dots and other signs, and with digits in Latin letters where it can be read so; empty if nothing remains or it is too long.</summary>
    public static string CodeKey(string code) => code.Length > MaxKeyLength ? "" : LookAlikes.InLatin(Key(code, divider: ""));

    /// <summary>A name, as one who types it carelessly writes it: words divided by single spaces; empty if it is too long.</summary>
    public static string NameKey(string name) => name.Length > 2 * MaxKeyLength ? "" : Key(name, divider: " ");

    private static string Key(string text, string divider)
    {
        var folded = new FoldedText(FoldTable.Default);
        folded.Read(text);
        var key = new StringBuilder(folded.Length);
        var divided = false;
        for (var i = 0; i < folded.Length; i++)
        {
            if (!CharClasses.IsWord(folded.Classes[i]))
            {
                divided = true;
                continue;
            }
            if (divided && key.Length > 0)
                key.Append(divider);
            divided = false;
            key.Append(folded.Chars[i]);
        }
        return key.ToString();
    }
}
