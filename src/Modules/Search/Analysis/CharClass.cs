using System.Globalization;

namespace ExportPortal.Search.Analysis;

/// <summary>What a folded character is to the reader of words.</summary>
internal enum CharClass : byte
{
    Separator,
    /// <summary>Dropped, but part of the letter before it.</summary>
    Mark,
    /// <summary>Holds a word together between two letters or digits.</summary>
    Join,
    /// <summary>Holds a number together between two digits.</summary>
    Group,
    Digit,
    Latin,
    Cyrillic,
    Arabic,
    /// <summary>Any other script that writes spaces between words.</summary>
    Other,
    /// <summary>Scripts without spaces (Han, kana, Hangul, Thai…): read as single characters and pairs.</summary>
    Unspaced,
}

internal static class CharClasses
{
    /// <summary>The class of a character of a word; <see cref="CharClass.Separator"/> for all others.</summary>
    public static CharClass Of(char c)
    {
        if (char.IsAsciiDigit(c))
            return CharClass.Digit;
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Script(c),
            _ => CharClass.Separator,
        };
    }

    public static bool IsWord(CharClass c) => c >= CharClass.Digit;

    /// <summary>True for words in a script that writes spaces between words.</summary>
    public static bool IsSpaced(CharClass c) => c is >= CharClass.Digit and < CharClass.Unspaced;

    private static CharClass Script(char c) => c switch
    {
        < '\u02B0' => CharClass.Latin,
        >= '\u0400' and <= '\u052F' => CharClass.Cyrillic,
        >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\u08A0' and <= '\u08FF' => CharClass.Arabic,
        >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' => CharClass.Unspaced,
        >= '\u1100' and <= '\u11FF' => CharClass.Unspaced,
        >= '\u1E00' and <= '\u1EFF' => CharClass.Latin,
        >= '\u2C60' and <= '\u2C7F' or >= '\uA720' and <= '\uA7FF' => CharClass.Latin,
        >= '\u2DE0' and <= '\u2DFF' or >= '\uA640' and <= '\uA69F' => CharClass.Cyrillic,
        >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' => CharClass.Unspaced,
        _ => CharClass.Other,
    };
}
