namespace ExportPortal.Search.Index;

/// <summary>In which fields of some documents of a segment the words of a query stand.</summary>
internal sealed class FoundFields
{
    private readonly Segment _segment;
    private readonly int[] _sections;
    private readonly ulong[] _words;

    /// <param name="segment">The segment.</param>
    /// <param name="documents">Documents of it.</param>
    /// <param name="anywhere">Words that may stand in other fields too.</param>
    public FoundFields(Segment segment, IEnumerable<int> documents, ulong anywhere = 0)
    {
        (_segment, Anywhere) = (segment, anywhere);
        _sections = [.. documents.Order().Select(segment.SectionsOf).SelectMany(s => Enumerable.Range(s.First, s.Count))];
        _words = new ulong[_sections.Length * Segment.FieldCount];
    }

    /// <summary>Words that may stand in other fields than are told.</summary>
    public ulong Anywhere { get; }

    /// <summary>Adds words that are found with a term.</summary>
    public void Add(int term, ulong words)
    {
        var cursor = _segment.CursorOf(term);
        for (var at = 0; at < _sections.Length && cursor.MoveTo(_sections[at]);)
        {
            if (cursor.Section > _sections[at])
            {
                at = Array.BinarySearch(_sections, at, _sections.Length - at, cursor.Section) is var next && next < 0 ? ~next : next;
                continue;
            }
            foreach (var entry in cursor.Entries)
                _words[at * Segment.FieldCount + Postings.FieldOf(entry)] |= words;
            at++;
        }
    }

    /// <summary>The words by field of each section of a document, one section after another.</summary>
    public ReadOnlyMemory<ulong> Of(int document)
    {
        var (first, count) = _segment.SectionsOf(document);
        return _words.AsMemory(Array.BinarySearch(_sections, first) * Segment.FieldCount, count * Segment.FieldCount);
    }
}
