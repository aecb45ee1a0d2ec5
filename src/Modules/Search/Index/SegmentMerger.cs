namespace ExportPortal.Search.Index;

/// <summary>
/// Makes one segment of several without reading the texts again: dictionaries are merged, postings renumbered, deleted documents left out.
/// The result answers as a segment built afresh of the remaining documents would.
/// </summary>
internal sealed class SegmentMerger
{
    private sealed record Part(Segment Segment, int[] Documents, int[] Sections, byte[] Cultures)
    {
        public int Next;
    }

    private readonly Part[] _parts;
    private readonly List<string> _cultures = [];
    private int _documentCount;
    private int _sectionCount;

    private SegmentMerger(IReadOnlyList<SegmentView> views) => _parts = views.Select(Renumber).ToArray();

    public static Segment Merge(IReadOnlyList<SegmentView> views) => new SegmentMerger(views).Merge();

    /// <summary>The number in the merged segment of each document of a part; -1 if it was deleted before.</summary>
    public static int[] NewNumbers(SegmentView view, int first)
    {
        var numbers = new int[view.Segment.DocumentCount];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = view.IsLive(i) ? first++ : -1;
        return numbers;
    }

    private Part Renumber(SegmentView view)
    {
        var segment = view.Segment;
        var documents = NewNumbers(view, _documentCount);
        _documentCount += view.LiveCount;
        var sections = new int[segment.SectionCount];
        for (var i = 0; i < sections.Length; i++)
            sections[i] = documents[segment.SectionDocument[i]] < 0 ? -1 : _sectionCount++;
        return new(segment, documents, sections, Array.ConvertAll(segment.Cultures, CultureNumber));
    }

    private byte CultureNumber(string culture)
    {
        var number = _cultures.IndexOf(culture);
        if (number >= 0)
            return (byte)number;
        if (_cultures.Count == byte.MaxValue)
            return byte.MaxValue - 1;
        _cultures.Add(culture);
        return (byte)(_cultures.Count - 1);
    }

    private Segment Merge()
    {
        var identities = new int[_documentCount];
        var terms = MergeTerms(identities);
        return new(new StoredBytes.Borrowed(Live().Select(l => (l.Part.Segment.Stored, l.Document))))
        {
            Terms = terms.Dictionary,
            PostingCounts = terms.Counts,
            PostingStarts = terms.Starts,
            PostingBytes = terms.Bytes,
            Cultures = _cultures.ToArray(),
            SectionDocument = PerSection((part, section) => part.Documents[part.Segment.SectionDocument[section]]),
            SectionCulture = PerSection((part, section) => part.Cultures[part.Segment.SectionCulture[section]]),
            Lengths = [.. Enumerable.Range(0, Segment.FieldCount).Select(f => PerSection((part, section) => part.Segment.Lengths[f][section]))],
            IdentityTerms = identities,
            Published = Live().Select(l => l.Part.Segment.Published[l.Document]).ToArray(),
            Facets = MergeFacets(),
            Shared = new(_parts.SelectMany(p => p.Segment.Shared.All)),
            SortKeys = Enumerable.Range(0, _parts[0].Segment.SortKeys.Length).Select(MergeSortKeys).ToArray(),
        };
    }

    private IEnumerable<(Part Part, int Document)> Live()
    {
        foreach (var part in _parts)
            for (var i = 0; i < part.Documents.Length; i++)
                if (part.Documents[i] >= 0)
                    yield return (part, i);
    }

    private T[] PerSection<T>(Func<Part, int, T> value)
    {
        var merged = new T[_sectionCount];
        foreach (var part in _parts)
            for (var i = 0; i < part.Sections.Length; i++)
                if (part.Sections[i] >= 0)
                    merged[part.Sections[i]] = value(part, i);
        return merged;
    }

    private (TermDictionary Dictionary, int[] Counts, int[] Starts, byte[] Bytes) MergeTerms(int[] identities)
    {
        var writer = new PostingsWriter(_parts.Sum(p => p.Segment.PostingBytes.Length));
        var chars = new List<char>(_parts.Sum(p => p.Segment.Terms.Chars.Length));
        var (termStarts, postingStarts, counts) = (new List<int> { 0 }, new List<int> { 0 }, new List<int>());
        while (Smallest() is { } smallest)
        {
            var term = smallest.Segment.Terms[smallest.Next];
            writer.BeginTerm();
            var count = 0;
            foreach (var part in _parts)
            {
                if (part.Next >= part.Segment.Terms.Count || !part.Segment.Terms[part.Next].SequenceEqual(term))
                    continue;
                if (term[0] == Term.Identity && part.Documents[part.Segment.FirstDocument(part.Next)] is var document and >= 0)
                    identities[document] = counts.Count;
                count += Copy(part, part.Next++, writer);
            }
            if (count == 0)
                continue;
            chars.AddRange(term);
            termStarts.Add(chars.Count);
            postingStarts.Add(writer.Length);
            counts.Add(count);
        }
        return (new(chars.ToArray(), termStarts.ToArray()), counts.ToArray(), postingStarts.ToArray(), writer.ToArray());
    }

    private Part? Smallest()
    {
        Part? smallest = null;
        foreach (var part in _parts)
        {
            if (part.Next < part.Segment.Terms.Count
                && (smallest is null || part.Segment.Terms[part.Next].SequenceCompareTo(smallest.Segment.Terms[smallest.Next]) < 0))
                smallest = part;
        }
        return smallest;
    }

    private static int Copy(Part part, int term, PostingsWriter writer)
    {
        var postings = part.Segment.PostingsOf(term);
        var count = 0;
        for (int at = 0, section = 0; at < postings.Length;)
        {
            section += Postings.ReadDistance(postings, ref at);
            var renumbered = part.Sections[section];
            if (renumbered >= 0)
            {
                writer.BeginSection(renumbered);
                count++;
            }
            for (var more = true; more;)
            {
                var entry = postings[at++];
                more = Postings.MoreAfter(entry);
                if (renumbered >= 0)
                    writer.AddEntry(entry);
            }
        }
        return count;
    }

    private FacetColumn[] MergeFacets()
    {
        var facets = new FacetsBuilder();
        foreach (var part in _parts)
            foreach (var facet in part.Segment.Facets)
                for (var value = 0; value < facet.Values.Length; value++)
                    foreach (var document in facet.MembersOf(value))
                        if (part.Documents[document] >= 0)
                            facets.Add(part.Documents[document], facet.Facet, facet.Values[value]);
        return facets.Build(_documentCount);
    }

    private SortKeys MergeSortKeys(int culture)
    {
        var starts = new List<int>(_documentCount + 1) { 0 };
        using var bytes = new MemoryStream();
        foreach (var (part, document) in Live())
        {
            bytes.Write(part.Segment.SortKeys[culture][document]);
            starts.Add((int)bytes.Length);
        }
        return new(starts.ToArray(), bytes.ToArray());
    }
}
