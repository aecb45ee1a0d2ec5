using System.Text.Json;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Schemas;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Catalogue.Feeds.Public;

/// <summary>
/// A subject as the public feed tells of it: what is private left out, and each file named by its address below the portal's, which
/// is also where it shall stand beside the feed.
/// </summary>
internal static class PublicLine
{
    // What a line of the kind must have, for a subject of which nothing is told but that it is not on the site.
    private static readonly Dictionary<string, string> Demanded = new(StringComparer.Ordinal) { ["desk"] = "Etc/UTC" };

    /// <summary>A subject on the site.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="content">Its live row.</param>
    public static JsonObject Of(string kind, string content)
    {
        var line = (JsonObject)JsonNode.Parse(content)!;
        foreach (var field in LineSchemas.All[kind].Fields.Where(f => f.Private))
            line.Remove(field.Name);
        NameFiles(line);
        StoredSchemas.StripMedia(line);
        return line;
    }

    /// <summary>A subject that was told of and has left the site. Who takes it keeps what they know of it, off their site.</summary>
    public static JsonObject Gone(string kind, string id) => new() { ["type"] = kind, ["id"] = id, ["withdrawn"] = true };

    /// <summary>A subject that lines may name though it is not on the site and was not told of: its id stands for all else.</summary>
    public static JsonObject Unseen(string kind, string id)
    {
        var line = new JsonObject { ["type"] = kind, ["id"] = id, ["names"] = new JsonObject { ["en"] = id } };
        if (Demanded.TryGetValue(kind, out var zone))
            line["timeZone"] = zone;
        line["withdrawn"] = true;
        return line;
    }

    /// <summary>Says of cultures that a line's texts have nothing in them any more, wherever they have nothing: what a line does not name would stay.</summary>
    public static void TakeAway(string kind, JsonObject line, IReadOnlyCollection<string> cultures)
    {
        if (cultures.Count > 0)
            TakeAway(LineSchemas.All[kind], line, cultures);
    }

    private static void TakeAway(Rule rule, JsonNode node, IReadOnlyCollection<string> cultures)
    {
        switch (rule, node)
        {
            case (TextRule, JsonObject texts):
                foreach (var culture in cultures.Where(c => !texts.ContainsKey(c)))
                    texts[culture] = null;
                break;
            case (AttributesRule, JsonObject values):
                foreach (var (_, text) in values.Where(v => AttributesRule.IsText(v.Value!)))
                    TakeAway(new TextRule(0), text!, cultures);
                break;
            case (ObjectRule map, JsonObject):
                foreach (var field in map.Fields.Where(f => node[f.Name] is not null))
                    TakeAway(field.Rule, node[field.Name]!, cultures);
                break;
            case (ListRule list, JsonArray items):
                foreach (var item in items)
                    TakeAway(list.Item, item!, cultures);
                break;
        }
    }

    private static void NameFiles(JsonObject line)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (holder, field) in StoredSchemas.FileHolders(line).ToArray())
        {
            if (holder[field + StoredSchemas.Suffix]?.Deserialize<StoredFile>(ContentJson.Options) is not { } file)
                continue;
            // The lists of a line take each file's name once.
            taken[file.Key] = taken.GetValueOrDefault(file.Key) + 1;
            holder[field] = MediaAddress.Original(file, taken[file.Key])[1..];
        }
    }
}
