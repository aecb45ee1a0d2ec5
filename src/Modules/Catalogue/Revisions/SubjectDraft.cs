using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Schemas;
using ExportPortal.Catalogue.Subjects;

namespace ExportPortal.Catalogue.Revisions;

/// <summary>One part of a draft.</summary>
/// <param name="Part"><see cref="Revision.Shared"/> or a culture tag.</param>
/// <param name="Content">Canonical JSON.</param>
/// <param name="Hash">SHA-256 of the content.</param>
internal sealed record DraftPart(string Part, string Content, string Hash);

/// <summary>A subject taken apart: the facts shared by all cultures, and the texts of each.</summary>
/// <param name="Shared">Facts without texts; empty for a subject that has only been withdrawn.</param>
/// <param name="Texts">The texts.</param>
internal sealed record SubjectDraft(JsonObject Shared, TextBag Texts)
{
    /// <summary>Takes a feed line apart.</summary>
    public static SubjectDraft FromLine(string kind, JsonObject line)
    {
        var texts = new TextBag();
        var shared = (JsonObject)StoredSchemas.Of(kind).Split(line, "", texts)!;
        return new(shared, texts);
    }

    /// <summary>Puts stored parts together.</summary>
    public static SubjectDraft FromParts(IEnumerable<(string Part, string Content)> parts)
    {
        var shared = new JsonObject();
        var texts = new TextBag();
        foreach (var (part, content) in parts)
        {
            var node = (JsonObject)JsonNode.Parse(content)!;
            if (part == Revision.Shared)
                shared = node;
            else
                texts.PutPart(part, node);
        }
        return new(shared, texts);
    }

    /// <summary>The parts in canonical form, those without content left out.</summary>
    public IEnumerable<DraftPart> Parts()
    {
        yield return Make(Revision.Shared, Shared);
        foreach (var culture in Texts.Cultures)
            if (Texts.Part(culture) is { Count: > 0 } part)
                yield return Make(culture, part);
    }

    /// <summary>The whole line again.</summary>
    public JsonObject Join(string kind) => (JsonObject)StoredSchemas.Of(kind).Join(Shared, "", Texts)!;

    /// <summary>What a culture's part is when its last text has been taken away.</summary>
    public static DraftPart NoTexts(string culture) => Make(culture, []);

    private static DraftPart Make(string part, JsonObject content)
    {
        var json = content.ToJsonString(ContentJson.Options);
        return new(part, json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }
}
