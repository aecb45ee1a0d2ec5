using System.Buffers.Binary;
using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Index;

/// <summary>
/// The words of a text in their order, two bytes each. They are asked only of documents that hold the words anyway, so two words
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

    /// <summary>Adds those of the wanted pairs of words that stand one after the other.</summary>
    public static void AddHeld(ReadOnlySpan<byte> words, IReadOnlySet<(ushort, ushort)> wanted, HashSet<(ushort, ushort)> held)
    {
        var before = default(ushort);
        for (var at = 0; at < words.Length; at += BytesPerWord)
        {
            var word = BinaryPrimitives.ReadUInt16LittleEndian(words[at..]);
            if (at > 0 && wanted.Contains((before, word)))
                held.Add((before, word));
            before = word;
        }
    }

    /// <summary>True if the words of the phrase stand one after another.</summary>
    public static bool Holds(ReadOnlySpan<byte> words, ReadOnlySpan<ushort> phrase)
    {
        for (var at = 0; at + phrase.Length * BytesPerWord <= words.Length; at += BytesPerWord)
        {
            var matched = 0;
            while (matched < phrase.Length && BinaryPrimitives.ReadUInt16LittleEndian(words[(at + matched * BytesPerWord)..]) == phrase[matched])
                matched++;
            if (matched == phrase.Length)
                return true;
        }
        return false;
    }
}
