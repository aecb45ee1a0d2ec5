using System.Security.Cryptography;
using System.Text;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Counting;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;

namespace ExportPortal.Search.Glossaries;

/// <summary>Lets a query find what a word finds: both become words for one concept of the glossary.</summary>
internal sealed class AddSynonym(IEnumerable<IGlossarySource> sources, IGlossaryEditor editor, SearchIndex index)
{
    /// <summary>The form's field, which refusals name.</summary>
    public const string Field = "word";

    /// <param name="query">What readers asked for, and the culture they did it in.</param>
    /// <param name="word">A word or phrase that is found, and the culture of who typed it.</param>
    /// <param name="person">The internal id of who says so.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Outcome<AddedWords>> RunAsync(ConceptTerm query, ConceptTerm word, string person, CancellationToken cancellation)
    {
        if (IsMarked(query.Text) || IsMarked(word.Text))
            return Refused("Marked");
        (query, word) = (Plain(query), Plain(word));
        var (asked, known) = (Folding.NameKey(query.Text), Folding.NameKey(word.Text));
        if (asked.Length == 0 || known.Length == 0)
            return Refused("Missing");
        if (query.Text.Length > WorthCounting.MostCharacters || word.Text.Length > WorthCounting.MostCharacters)
            return Refused("TooLong", ("most", WorthCounting.MostCharacters));
        if (asked == known)
            return Refused("Same");
        var concepts = await ReadAsync(cancellation);
        var named = concepts.Where(c => Names(c, known)).ToArray();
        if (named.Any(c => Names(c, asked)))
            return Refused("Already", ("word", word.Text));
        if (named.Length == 0 && !IsFound(word))
            return Refused("Unknown", ("word", word.Text));
        // The word's own concept, or the query's, or a new one; of several that have the word, the one where it is a word of the query's language.
        var concept = named.OrderByDescending(c => c.Terms.Any(t => t.Culture == query.Culture && Folding.NameKey(t.Text) == known)).FirstOrDefault() ?? concepts.FirstOrDefault(c => Names(c, asked)) ?? new(IdOf(known), []);
        var outcome = await editor.AddAsync(concept with { Terms = [.. new[] { word, query }.Where(t => !Names(concept, Folding.NameKey(t.Text)))] }, person, cancellation);
        // Another editor may have come between.
        if (outcome.IsDone && outcome.Value.Words.Count == 0)
            return Refused("Already", ("word", word.Text));
        return outcome.IsDone ? outcome : Outcome<AddedWords>.Refused([.. outcome.Refusals.Select(r => r with { Field = Field })]);
    }

    /// <summary>A word for each concept, to pick from, in a reader's language where there is one.</summary>
    public static IReadOnlyList<string> WordsOf(IReadOnlyList<SearchConcept> concepts, PortalCulture culture) =>
        [.. concepts.Select(c => (c.Terms.FirstOrDefault(t => t.Culture == culture.Tag) ?? c.Terms[0]).Text).Distinct().Order(StringComparer.Create(culture.Format, ignoreCase: true))];

    /// <summary>All concepts as they stand now, in the order of their ids.</summary>
    public async Task<IReadOnlyList<SearchConcept>> ReadAsync(CancellationToken cancellation)
    {
        var concepts = new List<SearchConcept>();
        foreach (var source in sources)
            concepts.AddRange(await source.ReadAsync(cancellation));
        return [.. concepts.OrderBy(c => c.Id, StringComparer.Ordinal)];
    }

    private static bool Names(SearchConcept concept, string key) => concept.Terms.Any(t => Folding.NameKey(t.Text) == key);

    // As it stands, and not something that is only spelt alike.
    private bool IsFound(ConceptTerm word) =>
        index.Search(new() { Text = $"\"{word.Text}\"", Culture = word.Culture, PageSize = 1, Highlights = false }).Total > 0;

    // What quotation marks and minus words ask for is no word with one meaning.
    private static bool IsMarked(string text) => QueryText.Read(text) is not { Phrases: [], Unwanted: [] };

    // With single blanks, and with the language their letters tell: a Persian page is asked for English words, too.
    private static ConceptTerm Plain(ConceptTerm term)
    {
        var text = string.Join(' ', term.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new(WrittenLanguage.Of(text, term.Culture), text);
    }

    private static string IdOf(string key) => "asked-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));

    private static Outcome<AddedWords> Refused(string reason, params (string, object?)[] arguments) => Outcome<AddedWords>.Refused(new Refusal("Search.Queries.Refused." + reason, Field, arguments));
}
