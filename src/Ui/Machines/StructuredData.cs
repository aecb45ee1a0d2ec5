using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace ExportPortal.Ui.Machines;

/// <summary>What a page says to machines, by schema.org in JSON-LD.</summary>
public static class StructuredData
{
    // Letters of all scripts as they are; what could end the element it stands in is escaped.
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The text of a <c>script</c> element that holds the object.</summary>
    public static string Write(JsonObject data) => data.ToJsonString(Writing);

    /// <summary>The portal itself, and how to search it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="home">The home page's absolute address, with a slash at its end.</param>
    /// <param name="culture">The culture it is shown in.</param>
    public static JsonObject WebSite(string name, string home, string culture) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "WebSite",
        ["name"] = name,
        ["url"] = home,
        ["inLanguage"] = culture,
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = home + "search?q={search_term_string}" },
            ["query-input"] = "required name=search_term_string",
        },
    };

    /// <summary>The way to a page, from the home page to itself.</summary>
    /// <param name="home">The home page's name and absolute address.</param>
    /// <param name="trail">The pages between, with absolute addresses.</param>
    /// <param name="page">The page's name and absolute address.</param>
    public static JsonObject Breadcrumbs((string Name, string Address) home, IEnumerable<(string Name, string Address)> trail, (string Name, string Address) page)
    {
        var steps = trail.Prepend(home).Append(page).Select((step, i) => (JsonNode)new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = i + 1,
            ["name"] = step.Name,
            ["item"] = step.Address,
        });
        return new() { ["@context"] = "https://schema.org", ["@type"] = "BreadcrumbList", ["itemListElement"] = new JsonArray([.. steps]) };
    }
}

/// <summary>What is shown of a page where somebody shares its address.</summary>
/// <param name="Path">The picture's path, beginning with a slash: JPEG or PNG.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Alt">What it shows, in words.</param>
public sealed record SharedPicture(string Path, int Width, int Height, string Alt);
