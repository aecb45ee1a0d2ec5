using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Feeds;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Search.Contracts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Searching;

/// <summary>Publishes words for a concept as a feed's line would: with revisions of its parts and an entry of the change log, in one transaction.</summary>
internal sealed class CatalogueGlossaryEditor(PortalDbContext db, PublishSubjects publish) : IGlossaryEditor
{
    private const string Kind = "glossary";

    // A line is the whole concept: of two editors at once, the second must read what the first has written.
    private static readonly SemaphoreSlim Editing = new(1);

    public async Task<Outcome> AddAsync(SearchConcept more, string person, CancellationToken cancellation)
    {
        await Editing.WaitAsync(cancellation);
        try
        {
            await using var only = await DatabaseLock.TakeAsync(db, Kind, cancellation);
            var stored = await db.Set<Subject>().AsNoTracking().Where(s => s.Kind == Kind && s.Id == more.Id).Select(s => s.Content).SingleOrDefaultAsync(cancellation);
            var content = stored is null ? new() { ["type"] = Kind, ["id"] = more.Id, ["names"] = new JsonObject() } : JsonNode.Parse(stored)!.AsObject();
            foreach (var term in more.Terms)
                Add(content, term, isNew: stored is null);
            var line = FeedLine.Read(1, Encoding.UTF8.GetBytes(content.ToJsonString()), _ => null);
            if (line.Faults.Count > 0)
                return Outcome.Refused([.. line.Faults]);
            await publish.RunAsync(Kind, [new(Kind, line.Id, line.Content!)], person, cancellation);
            return Outcome.Done;
        }
        finally
        {
            Editing.Release();
        }
    }

    private static void Add(JsonObject content, ConceptTerm term, bool isNew)
    {
        var names = content["names"]!.AsObject();
        if (isNew && names[term.Culture] is null)
        {
            names[term.Culture] = term.Text;
            return;
        }
        if (content["terms"] is not JsonObject terms)
            content["terms"] = terms = [];
        if (terms[term.Culture] is not JsonArray words)
            terms[term.Culture] = words = [];
        if (!words.Any(w => w!.GetValue<string>() == term.Text))
            words.Add(JsonValue.Create(term.Text));
    }
}
