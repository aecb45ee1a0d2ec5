using System.Text.Json;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Schemas;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Catalogue.Feeds;

/// <summary>A line of a feed as read: valid in itself, or with what is wrong with it.</summary>
internal sealed class FeedLine
{
    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    private readonly LineReading _reading;

    private FeedLine(long number, LineReading reading) => (Number, _reading) = (number, reading);

    /// <summary>Its place in the file, from 1.</summary>
    public long Number { get; }

    public string Kind { get; private init; } = "";

    public string Id { get; private init; } = "";

    /// <summary>The line in canonical form; null when it was refused.</summary>
    public JsonObject? Content { get; private init; }

    public bool Withdraws { get; private init; }

    /// <summary>True when it takes its subject off the site and leaves what is known of it as it is.</summary>
    public bool OnlyWithdraws => Withdraws && Content?["names"] is null;

    public IReadOnlyList<Refusal> Faults => _reading.Faults;

    public IReadOnlyList<(string Kind, string Id, string Field)> References => _reading.References;

    public IReadOnlyList<(string File, FileUse Use, string Field)> Files => _reading.Files;

    /// <summary>Adds what was found wrong later: with what it refers to, or with its files.</summary>
    public void Refuse(string field, string reason, params (string Name, object? Value)[] arguments) => _reading.Refuse(field, reason, arguments);

    /// <summary>A line that is refused as a whole.</summary>
    public static FeedLine Unreadable(long number, string reason, params (string Name, object? Value)[] arguments)
    {
        var reading = new LineReading();
        reading.Refuse("", reason, arguments);
        return new(number, reading);
    }

    /// <param name="number">Its place in the file.</param>
    /// <param name="bytes">The line in UTF-8.</param>
    /// <param name="sheetOf">The sheet of a sector by its id, of a withdrawn one too; null for an unknown one.</param>
    public static FeedLine Read(long number, ReadOnlyMemory<byte> bytes, Func<string, SectorContent?> sheetOf)
    {
        try
        {
            return ReadObject(number, bytes, sheetOf);
        }
        catch (InvalidOperationException)
        {
            // A field's name holds an escaped lone surrogate.
            return Unreadable(number, "BrokenText");
        }
    }

    private static FeedLine ReadObject(long number, ReadOnlyMemory<byte> bytes, Func<string, SectorContent?> sheetOf)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, Json);
        }
        catch (JsonException fault)
        {
            return Unreadable(number, "NotJson", ("position", (fault.BytePositionInLine ?? 0) + 1));
        }
        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Unreadable(number, "NotAnObject");
            var type = StringOf(root, "type");
            var isFirm = type == "firm";
            var kind = isFirm ? "organisation" : type;
            if (kind is null || !LineSchemas.All.TryGetValue(kind, out var schema))
            {
                var unknown = new LineReading();
                unknown.Refuse("type", kind is null ? "Missing" : "UnknownType", ("value", Strings.Cut(kind ?? "")), ("choices", string.Join(", ", LineSchemas.ReferenceOrder)));
                return new(number, unknown);
            }

            var withdraws = root.TryGetProperty("withdrawn", out var withdrawn) && withdrawn.ValueKind == JsonValueKind.True;
            var onlyWithdraws = withdraws && !root.TryGetProperty("names", out _);
            var reading = new LineReading(kind == "product" && StringOf(root, "sector") is { } sector ? sheetOf(sector) : null);
            var content = (isFirm ? ForFirm(schema) : onlyWithdraws ? WithoutDemands(schema) : schema).Read(root, "", reading) as JsonObject;
            if (content is not null && isFirm)
                content["type"] = "organisation";
            if (content is not null && !onlyWithdraws && !HasName(content))
                reading.Refuse("names", "NoName");
            return new(number, reading)
            {
                Kind = kind,
                Id = content?["id"]?.GetValue<string>() ?? StringOf(root, "id") ?? "",
                Content = content,
                Withdraws = withdraws,
            };
        }
    }

    private static ObjectRule ForFirm(ObjectRule schema) =>
        schema with { Fields = [.. schema.Fields.Select(f => f.Name == "type" ? f with { Rule = new ChoiceRule("firm") } : f.Name == "kind" ? f with { Rule = new ChoiceRule("firm") } : f)] };

    private static ObjectRule WithoutDemands(ObjectRule schema) =>
        schema with { Fields = [.. schema.Fields.Select(f => f with { Required = f.Required && f.Name is "type" or "id" })] };

    private static bool HasName(JsonObject content) => content["names"] is JsonObject names && names.Any(n => n.Value is not null);

    private static string? StringOf(JsonElement root, string name)
    {
        try
        {
            return root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate; the schema refuses it with the field's name.
            return null;
        }
    }
}
