using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ExportPortal.Ui.Machines;

/// <summary>What a page says to machines, by schema.org in JSON-LD.</summary>
public static class StructuredData
{
    // Letters of all scripts as they are; what could end the script element it stands in is escaped.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes an object, at once in the bytes that travel where the page is written so.</summary>
    /// <param name="data">Writes the object.</param>
    /// <param name="page">The page it stands in.</param>
    internal static void Write(Action<Utf8JsonWriter> data, TextWriter page)
    {
        var bytes = page as IBufferWriter<byte> ?? new ArrayBufferWriter<byte>();
        using (var to = new Utf8JsonWriter(bytes, Writing))
            data(to);
        if (bytes is ArrayBufferWriter<byte> apart)
            page.Write(Encoding.UTF8.GetString(apart.WrittenSpan));
    }

    /// <summary>Begins an object that stands by itself.</summary>
    /// <param name="to">The writer.</param>
    /// <param name="type">Its type at schema.org.</param>
    public static void WriteStart(this Utf8JsonWriter to, string type)
    {
        to.WriteStartObject();
        to.WriteString("@context", "https://schema.org");
        to.WriteString("@type", type);
    }

    /// <summary>Begins an object within another.</summary>
    /// <param name="to">The writer.</param>
    /// <param name="name">The property it is the value of; null in an array.</param>
    /// <param name="type">Its type at schema.org.</param>
    public static void WriteStart(this Utf8JsonWriter to, string? name, string type)
    {
        if (name is null)
            to.WriteStartObject();
        else
            to.WriteStartObject(name);
        to.WriteString("@type", type);
    }

    /// <summary>Writes a property; nothing for null.</summary>
    public static void WriteKnown(this Utf8JsonWriter to, string name, string? value)
    {
        if (value is not null)
            to.WriteString(name, value);
    }

    /// <summary>The portal itself, and how to search it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="home">The home page's absolute address, with a slash at its end.</param>
    /// <param name="culture">The culture it is shown in.</param>
    public static Action<Utf8JsonWriter> WebSite(string name, string home, string culture) => to =>
    {
        to.WriteStart("WebSite");
        to.WriteString("name", name);
        to.WriteString("url", home);
        to.WriteString("inLanguage", culture);
        to.WriteStart("potentialAction", "SearchAction");
        to.WriteStart("target", "EntryPoint");
        to.WriteString("urlTemplate", home + "search?q={search_term_string}");
        to.WriteEndObject();
        to.WriteString("query-input", "required name=search_term_string");
        to.WriteEndObject();
        to.WriteEndObject();
    };

    /// <summary>The way to a page, from the home page to itself.</summary>
    /// <param name="steps">The pages, with absolute addresses.</param>
    public static Action<Utf8JsonWriter> Breadcrumbs(IEnumerable<(string Name, string Address)> steps) => to =>
    {
        to.WriteStart("BreadcrumbList");
        to.WriteStartArray("itemListElement");
        var position = 0;
        foreach (var (name, address) in steps)
        {
            to.WriteStart(null, "ListItem");
            to.WriteNumber("position", ++position);
            to.WriteString("name", name);
            to.WriteString("item", address);
            to.WriteEndObject();
        }
        to.WriteEndArray();
        to.WriteEndObject();
    };
}

/// <summary>What is shown of a page where somebody shares its address.</summary>
/// <param name="Path">The picture's path, beginning with a slash: JPEG or PNG.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Alt">What it shows, in words.</param>
public sealed record SharedPicture(string Path, int Width, int Height, string Alt);
