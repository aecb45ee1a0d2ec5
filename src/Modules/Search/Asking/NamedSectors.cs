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
    private readonly WordForms _forms = new(snapshot, PortalCultures.Default.Tag);

    /// <summary>
    /// The public ids of the sectors of which the text is a name, small words aside; the largest sector first. Its names are those in all
    /// languages, the id, and what the glossary says beside them under the same id.
    /// </summary>
    public IReadOnlyList<string> In(string text)
    {
        var asked = Words(new UnspacedStops(snapshot, _analyser).TakeOff(text));
        if (asked.Count is 0 or > MostWords)
            return [];
        return [.. snapshot.FacetValues(SearchFacets.Sector).MostFrequent.Where(sector => Names(sector).Any(name => AreSame(asked, Words(name))))];
    }

    private IEnumerable<string> Names(string sector) =>
        PortalCultures.All.Select(c => words.Label(SearchFacets.Sector, sector, c.Tag).Value).Prepend(sector).Concat(snapshot.Glossary.Terms.Of(sector));

    private static bool AreSame(List<string[]> asked, List<string[]> name) =>
        asked.TrueForAll(word => name.Exists(n => n.Intersect(word).Any())) && name.TrueForAll(word => asked.Exists(a => a.Intersect(word).Any()));

    // Each word with all its forms; of a script without spaces, each two characters.
    private List<string[]> Words(string text)
    {
        _analyser.Read(text);
        var found = new List<string[]>();
        foreach (var token in _analyser.Tokens)
        {
            var term = _analyser.Term(token);
            if (token.Kind is TokenKind.Word or TokenKind.Pair && !WordLists.Default.IsLight(term))
                found.Add([.. _forms.Of(term.ToString(), token.Script, isLast: false).Select(f => f.Term)]);
        }
        return found;
    }
}
