namespace ExportPortal.Search.Index;

/// <summary>Reads a term's postings forward, to the sections that are wanted.</summary>
/// <param name="postings">The term's.</param>
/// <param name="skips">Of a frequent term; null for others.</param>
internal ref struct PostingsCursor(ReadOnlySpan<byte> postings, PostingSkips? skips)
{
    private readonly ReadOnlySpan<byte> _postings = postings;
    private int _entries;
    private int _next;

    /// <summary>Where it stands; before the first move nowhere.</summary>
    public int Section { get; private set; } = -1;

    /// <summary>The fields of the section: an entry each, as <see cref="Postings"/> writes them.</summary>
    public readonly ReadOnlySpan<byte> Entries => _postings[_entries.._next];

    /// <summary>Moves to a section, or to the first behind it that holds the term; false if none does.</summary>
    public bool MoveTo(int section)
    {
        if (Section >= section)
            return true;
        if (skips is not null && skips.Before(section) is { Next: var place } skip && place > _next)
            (Section, _next) = (skip.Section, place);
        while (Section < section)
        {
            if (_next == _postings.Length)
                return false;
            _entries = _next;
            Section = Math.Max(Section, 0) + Postings.ReadDistance(_postings, ref _entries);
            _next = _entries;
            Postings.SkipEntries(_postings, ref _next);
        }
        return true;
    }
}

/// <summary>Where reading may begin in the postings of a frequent term.</summary>
internal sealed class PostingSkips
{
    /// <summary>How many postings lie between two such places.</summary>
    public const int Distance = 64;

    private readonly int[] _sections;
    private readonly int[] _places;

    /// <param name="postings">A term's.</param>
    /// <param name="count">How many there are.</param>
    public PostingSkips(ReadOnlySpan<byte> postings, int count)
    {
        (_sections, _places) = (new int[count / Distance], new int[count / Distance]);
        for (int at = 0, section = 0, i = 1; i <= _sections.Length * Distance; i++)
        {
            section = Postings.NextSection(postings, ref at, section);
            if (i % Distance == 0)
                (_sections[i / Distance - 1], _places[i / Distance - 1]) = (section, at);
        }
    }

    /// <summary>The last place before a section: the section read there, and where the next posting begins; null if there is none.</summary>
    public (int Section, int Next)? Before(int section)
    {
        var at = Array.BinarySearch(_sections, section);
        var before = (at < 0 ? ~at : at) - 1;
        return before < 0 ? null : (_sections[before], _places[before]);
    }
}
