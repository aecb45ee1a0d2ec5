using System.Collections.Concurrent;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;

namespace ExportPortal.Search.Asking;

/// <summary>
/// Tells which sectors a text names, in any language and in whatever form of the words. Products are not found by the name of their
/// sector, which a great part of all would share: who asks for it is led to the sector.
/// </summary>
internal sealed class NamedSectors(FacetWords words)
{
    private const int MostWords = 8;

    // The words of each sector's names, while neither the names nor the glossary change.
    private sealed record Kept(Glossary Glossary, long Edition, ConcurrentDictionary<string, List<string[]>[]> Names);

    private volatile Kept _kept = new(Glossary.Empty, 0, []);

    /// <summary>
    /// The public ids of the sectors of which the text is a name, small words aside; the largest sector first. Its names are those in all
    /// languages, the id, and what the glossary says beside them under the same id.
    /// </summary>
    public IReadOnlyList<string> In(string text, Snapshot snapshot)
    {
        var analyser = new Analyser();
        var forms = new WordForms(snapshot, PortalCultures.Default.Tag);
        var asked = Words(new UnspacedStops(snapshot, analyser).TakeOff(text), analyser, forms);
        if (asked.Count is 0 or > MostWords)
            return [];
        var kept = _kept;
        if (!ReferenceEquals(kept.Glossary, snapshot.Glossary) || kept.Edition != words.Edition)
            _kept = kept = new(snapshot.Glossary, words.Edition, []);
        return [.. snapshot.FacetValues(SearchFacets.Sector).MostFrequent.Where(sector =>
            Array.Exists(kept.Names.GetOrAdd(sector, s => [.. NamesOf(s, snapshot).Select(name => Words(name, analyser, forms))]), name => AreSame(asked, name)))];
    }

    private IEnumerable<string> NamesOf(string sector, Snapshot snapshot) =>
        PortalCultures.All.Select(c => words.Label(SearchFacets.Sector, sector, c.Tag).Value).Prepend(sector).Concat(snapshot.Glossary.Terms.Of(sector));

    private static bool AreSame(List<string[]> asked, List<string[]> name) =>
        asked.TrueForAll(word => name.Exists(n => n.Intersect(word).Any())) && name.TrueForAll(word => asked.Exists(a => a.Intersect(word).Any()));

    // Each word with all its forms; of a script without spaces, each two characters.
    private static List<string[]> Words(string text, Analyser analyser, WordForms forms)
    {
        analyser.Read(text);
        var found = new List<string[]>();
        foreach (var token in analyser.Tokens)
        {
            var term = analyser.Term(token);
            if (token.Kind is TokenKind.Word or TokenKind.Pair && !WordLists.Default.IsLight(term))
                found.Add([.. forms.Of(term.ToString(), token.Script, isLast: false).Select(f => f.Term)]);
        }
        return found;
    }
}
