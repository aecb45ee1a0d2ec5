using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;

namespace ExportPortal.Search.Asking;

/// <summary>
/// Tells which sectors a text names, in any language and in whatever form of the words. Products are not found by the name of their
/// sector, which a great part of all would share: who asks for it is led to the sector.
/// </summary>
internal sealed class NamedSectors(Snapshot snapshot, FacetWords words)
{
    private const int MostWords = 8;

    private readonly Analyser _analyser = new();

    /// <summary>The public ids of the sectors in whose name each word of the text stands, small words aside; the largest sector first.</summary>
    public IReadOnlyList<string> In(string text)
    {
        var asked = Words(text, PortalCultures.Default.Tag).ToArray();
        if (asked.Length is 0 or > MostWords)
            return [];
        return [.. snapshot.FacetValues(SearchFacets.Sector).MostFrequent.Where(sector => Names(sector).Any(name => asked.All(name.Overlaps)))];
    }

    private IEnumerable<HashSet<string>> Names(string sector)
    {
        yield return [.. Words(sector, PortalCultures.Default.Tag).SelectMany(w => w)];
        foreach (var culture in PortalCultures.All)
            yield return [.. Words(words.Label(SearchFacets.Sector, sector, culture.Tag).Value, culture.Tag).SelectMany(w => w)];
    }

    // Each word with all its forms; of a script without spaces, each two characters.
    private List<string[]> Words(string text, string culture)
    {
        var forms = new WordForms(snapshot, culture);
        _analyser.Read(text);
        var found = new List<string[]>();
        foreach (var token in _analyser.Tokens)
        {
            var term = _analyser.Term(token);
            if (token.Kind is TokenKind.Word or TokenKind.Pair && !WordLists.Default.IsStop(term) && !WordLists.Default.IsLight(term))
                found.Add([.. forms.Of(term.ToString(), token.Script, isLast: false).Select(f => f.Term)]);
        }
        return found;
    }
}
