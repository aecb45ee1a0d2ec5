namespace ExportPortal.Search.Analysis;

internal enum TokenKind : byte
{
    /// <summary>A word, or one part of a word of several parts.</summary>
    Word,
    /// <summary>Several parts written as one: <c>covid19</c> for COVID-19.</summary>
    Joined,
    /// <summary>One character of a script without spaces.</summary>
    Single,
    /// <summary>Two neighbouring characters of a script without spaces.</summary>
    Pair,
}

/// <summary>A term found in a text.</summary>
/// <param name="Kind">How the term was cut.</param>
/// <param name="Script">The script of its letters; <see cref="CharClass.Other"/> for a joined term of several.</param>
/// <param name="Start">Where the term stands in the analyser's folded characters.</param>
/// <param name="Length">Its length there.</param>
/// <param name="From">Where it starts in the original text, in UTF-16 units.</param>
/// <param name="To">Where it ends there, exclusive.</param>
/// <param name="Word">The number of the word, as spaces divide words, that it belongs to.</param>
internal readonly record struct Token(TokenKind Kind, CharClass Script, int Start, int Length, int From, int To, int Word);
