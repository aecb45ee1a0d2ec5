using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Feeds;
using ExportPortal.Catalogue.Revisions;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Search.Contracts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Searching;

/// <summary>
/// Publishes words for a concept as a feed's line would: with revisions of its parts and an entry of the change log, in one transaction.
/// As a line is the whole concept, the present one is read in that transaction too: what an import or another editor writes is not lost.
/// </summary>
internal sealed class CatalogueGlossaryEditor(PortalDbContext db, PublishSubjects publish) : IGlossaryEditor
{
    private const string Kind = "glossary";

    public async Task<Outcome<AddedWords>> AddAsync(SearchConcept more, string person, CancellationToken cancellation)
    {
        var (isNew, added, faults) = (false, Array.Empty<ConceptTerm>(), (IReadOnlyList<Refusal>)[]);
        await publish.RunAsync(Kind, async stop =>
        {
            var stored = await ReadAsync(more.Id, stop);
            isNew = stored is null;
            var content = stored ?? await MakeAsync(more.Id, stop);
            added = [.. more.Terms.Where(t => Add(content, t, isNew))];
            return Submit(content, added.Length > 0, out faults);
        }, person, cancellation);
        return faults.Count > 0 ? Outcome<AddedWords>.Refused(faults) : new AddedWords(more.Id, added, isNew);
    }

    public async Task<Outcome> TakeBackAsync(AddedWords added, string person, CancellationToken cancellation)
    {
        IReadOnlyList<Refusal> faults = [];
        await publish.RunAsync(Kind, async stop =>
        {
            if (await ReadAsync(added.Concept, stop) is not { } content)
                return [];
            if (!WordsOf(content).Except(added.Words).Any())
                return Submit(new() { ["type"] = Kind, ["id"] = added.Concept, ["withdrawn"] = true }, differs: true, out faults);
            var gone = added.Words.Skip(added.IsNew ? 1 : 0).Where(w => Remove(content, w)).ToArray();
            return Submit(content, gone.Length > 0, out faults);
        }, person, cancellation);
        return Outcome.Refused(faults);
    }

    private async Task<JsonObject?> ReadAsync(string id, CancellationToken cancellation) =>
        await db.Set<Subject>().AsNoTracking().Where(s => s.Kind == Kind && s.Id == id).Select(s => s.Content).SingleOrDefaultAsync(cancellation) is { } stored ? JsonNode.Parse(stored)!.AsObject() : null;

    // One that was withdrawn has its words no more, though a line that does not name a culture keeps that culture's.
    private async Task<JsonObject> MakeAsync(string id, CancellationToken cancellation)
    {
        var older = (await NewestDrafts.ReadAsync(db, Kind, [id], cancellation)).GetValueOrDefault(id)?.Texts;
        return new() { ["type"] = Kind, ["id"] = id, ["names"] = Nothing(older?.At("names")), ["terms"] = Nothing(older?.At("terms")) };

        static JsonObject Nothing(IReadOnlyDictionary<string, JsonNode?>? texts) => new((texts?.Keys ?? []).Select(culture => KeyValuePair.Create<string, JsonNode?>(culture, null)));
    }

    private static IReadOnlyList<ConceptTerm> WordsOf(JsonObject content) => CatalogueGlossary.TermsOf(ContentJson.Read<GlossaryContent>(content.ToJsonString()));

    private static IReadOnlyList<Submission> Submit(JsonObject content, bool differs, out IReadOnlyList<Refusal> faults)
    {
        var line = FeedLine.Read(1, Encoding.UTF8.GetBytes(content.ToJsonString()), _ => null);
        faults = line.Faults;
        return differs && faults.Count == 0 ? [new(Kind, line.Id, line.Content!)] : [];
    }

    /// <summary>False when the concept has the word.</summary>
    private static bool Add(JsonObject content, ConceptTerm word, bool isNew)
    {
        var names = content["names"]!.AsObject();
        if (isNew && names[word.Culture] is null)
        {
            names[word.Culture] = word.Text;
            return true;
        }
        if (Is(names[word.Culture], word.Text) || (content["terms"]?[word.Culture] as JsonArray)?.Any(w => Is(w, word.Text)) == true)
            return false;
        if (content["terms"] is not JsonObject terms)
            content["terms"] = terms = [];
        if (terms[word.Culture] is not JsonArray words)
            terms[word.Culture] = words = [];
        words.Add(JsonValue.Create(word.Text));
        return true;
    }

    /// <summary>False when the concept does not have the word. A culture whose name it was goes on with its next word.</summary>
    private static bool Remove(JsonObject content, ConceptTerm word)
    {
        var (names, terms) = (content["names"]!.AsObject(), content["terms"] as JsonObject);
        var words = terms?[word.Culture] as JsonArray;
        if (Is(names[word.Culture], word.Text))
        {
            var next = words is { Count: > 0 } ? words[0] : null;
            words?.Remove(next);
            names[word.Culture] = next;
        }
        else if (words?.FirstOrDefault(w => Is(w, word.Text)) is { } same)
            words.Remove(same);
        else
            return false;
        if (words is { Count: 0 })
            terms![word.Culture] = null;
        return true;
    }

    private static bool Is(JsonNode? node, string text) => node?.GetValue<string>() == text;
}
