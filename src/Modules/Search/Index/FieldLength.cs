namespace ExportPortal.Search.Index;

/// <summary>The number of words in a field as a byte: exact up to 128, then rounded down by a twentieth at most.</summary>
internal static class FieldLength
{
    /// <summary>How many codes there are.</summary>
    public const int Count = byte.MaxValue + 1;

    private const int Exact = 128;
    private const double StepsPerDoubling = 14.2;

    private static readonly int[] Words = [.. Enumerable.Range(0, Count).Select(code => code <= Exact ? code : (int)(Exact * Math.Pow(2, (code - Exact) / StepsPerDoubling)))];

    /// <summary>The number of words that a code stands for.</summary>
    public static int WordsOf(byte code) => Words[code];

    /// <summary>The code of a number of words; of more than 63,000, that of so many.</summary>
    public static byte CodeOf(int words) => Array.BinarySearch(Words, words) is var at && at >= 0 ? (byte)at : (byte)(~at - 1);
}
