using System.Reflection;
using System.Text.Json.Nodes;

namespace ExportPortal.Kernel.Api;

/// <summary>A module's part of the API's description (OpenAPI 3.1): its paths and components.</summary>
public interface IApiDescription
{
    /// <summary>The part, made anew at each call.</summary>
    JsonObject Describe();
}

/// <summary>A part that is written by hand: <c>Api/openapi.json</c>, embedded in the module's assembly.</summary>
/// <param name="assembly">The assembly that holds it.</param>
public sealed class WrittenApiDescription(Assembly assembly) : IApiDescription
{
    /// <inheritdoc/>
    public JsonObject Describe()
    {
        using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.Api.openapi.json")
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no Api/openapi.json embedded.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}

/// <summary>The description of the whole API, put together from the parts of the modules.</summary>
public sealed class ApiDocument(IEnumerable<IApiDescription> parts)
{
    private readonly Lazy<JsonObject> _whole = new(() => Join(parts));

    /// <summary>The document, with the portal's own address as its server.</summary>
    /// <param name="root">The portal's public address, without a slash at its end.</param>
    public JsonObject For(string root)
    {
        var document = _whole.Value.DeepClone().AsObject();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = root });
        return document;
    }

    private static JsonObject Join(IEnumerable<IApiDescription> parts)
    {
        var whole = new JsonObject();
        foreach (var part in parts)
            Join(whole, part.Describe());
        return whole;
    }

    // Objects are joined, lists follow each other; of anything else there must be one.
    private static void Join(JsonObject whole, JsonObject part)
    {
        foreach (var (name, value) in part)
            switch (whole[name], value)
            {
                case (null, _):
                    whole[name] = value?.DeepClone();
                    break;
                case (JsonObject there, JsonObject more):
                    Join(there, more);
                    break;
                case (JsonArray there, JsonArray more):
                    foreach (var item in more)
                        there.Add(item?.DeepClone());
                    break;
                default:
                    throw new InvalidOperationException($"Two parts of the API's description say what '{name}' is.");
            }
    }
}
