using System.Runtime.InteropServices;
using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Index;

/// <summary>
/// The words of a text in their order, two bytes each as the processor keeps them. They are asked only of documents that hold the words anyway, so two words
/// that share their bytes, one in 65,536, do no harm.
/// </summary>
internal static class WordSequence
{
    public const int BytesPerWord = 2;

    /// <summary>Appends the words of the text that the analyser read last.</summary>
    public static void Append(Analyser analyser, List<ushort> words)
    {
        foreach (var token in analyser.Tokens)
            if (token.Kind is TokenKind.Word or TokenKind.Single)
                words.Add(SignOf(analyser.Term(token)));
    }

    public static ushort SignOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619;
        return (ushort)(hash ^ (hash >> 16));
    }

    /// <summary>True if the words of the phrase stand one after another.</summary>
    public static bool Holds(ReadOnlySpan<byte> words, ReadOnlySpan<ushort> phrase)
    {
        var rest = MemoryMarshal.Cast<byte, ushort>(words);
        while (rest.IndexOf(phrase[0]) is >= 0 and var at)
        {
            rest = rest[at..];
            if (rest.StartsWith(phrase))
                return true;
            rest = rest[1..];
        }
        return false;
    }
}
