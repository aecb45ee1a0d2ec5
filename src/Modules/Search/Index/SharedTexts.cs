using System.Runtime.InteropServices;
using System.Text;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Index;

/// <summary>What names a shared text in documents: 62 bits that follow from its letters, as two numbers that are not negative.</summary>
internal readonly record struct SharedKey(int High, int Low);

/// <summary>A shared text.</summary>
/// <param name="Bytes">In UTF-8.</param>
/// <param name="Words">Its words in their order; see WordSequence.</param>
internal sealed record SharedText(byte[] Bytes, byte[] Words);

/// <summary>
/// Texts that many documents of a segment share, kept once. As their keys follow from the letters, segments are merged without
/// rewriting a document; a text that no document names any more stays until the index is built anew.
/// </summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<SharedKey, SharedText> _texts = [];

    public SharedTexts(IEnumerable<string> texts)
    {
        All = [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var analyser = new Analyser();
        foreach (var text in All)
            _texts[KeyOf(text)] = new(Encoding.UTF8.GetBytes(text), WordsOf(analyser, text));
    }

    /// <summary>The texts, each once.</summary>
    public string[] All { get; }

    public SharedText this[SharedKey key] => _texts.TryGetValue(key, out var text) ? text : throw new InvalidDataException("A document of the index names a text that is not there.");

    /// <summary>True for a field whose texts many documents share.</summary>
    public static bool IsShared(SearchField field) => field == SearchField.Classification;

    public static SharedKey KeyOf(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211;
        return new((int)(hash >> 33), (int)(hash & int.MaxValue));
    }

    private static byte[] WordsOf(Analyser analyser, string text)
    {
        var words = new List<ushort>();
        analyser.Read(text);
        WordSequence.Append(analyser, words);
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(words)).ToArray();
    }
}
