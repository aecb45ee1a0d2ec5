using System.Text.Json;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Ui.Machines;

namespace ExportPortal.Ui.Head;

/// <summary>What a page tells its layout.</summary>
public sealed class PageHead
{
    /// <summary>The page's title, without the portal's name.</summary>
    public string Title { get; set; } = "";

    /// <summary>One or two sentences for search engines; empty for none.</summary>
    public string Description { get; set; } = "";

    /// <summary>
    /// The page's path in each interface culture, beginning with a slash, percent-encoded.
    /// Empty: the same path under each culture's segment.
    /// </summary>
    public IReadOnlyDictionary<string, string> Paths { get; set; } = new Dictionary<string, string>();

    /// <summary>The cultures in which the page has a text of its own; null for all. The others are neither indexed nor named as alternates.</summary>
    public IReadOnlyCollection<string>? WrittenIn { get; set; }

    /// <summary>The pages above this one, outermost first, without the home page and the page itself.</summary>
    public IReadOnlyList<Crumb> Trail { get; set; } = [];

    /// <summary>True for a page without a trail: home, errors.</summary>
    public bool NoTrail { get; set; }

    /// <summary>The part of the query that makes another page of this one, such as <c>?page=2</c>; empty for none. Anything else in the query does not.</summary>
    public string CanonicalQuery { get; set; } = "";

    /// <summary>True for pages that search engines should leave out.</summary>
    public bool NoIndex { get; set; }

    /// <summary>
    /// The id of a form whose fields go along when the reader changes the language: the page is then posted to in the other culture,
    /// with <see cref="LanguageLeft"/> naming the one that was left. Empty: languages are plain links.
    /// </summary>
    public string CarriedForm { get; set; } = "";

    /// <summary>The name of the field that tells which culture was left.</summary>
    public const string LanguageLeft = "left";

    /// <summary>What is shown of the page where somebody shares its address; null for the portal's own picture.</summary>
    public SharedPicture? Picture { get; set; }

    /// <summary>What the page is about, for machines: what writes objects of schema.org.</summary>
    public IList<Action<Utf8JsonWriter>> Data { get; } = [];

    /// <summary>The path of the Atom feed of what is new here; empty for none.</summary>
    public string Feed { get; set; } = "";

    /// <summary>True for staff pages: denser, without public navigation.</summary>
    public bool WorkArea { get; set; }

    /// <summary>A class on the main element, for the page's own style.</summary>
    public string MainClass { get; set; } = "";

    /// <summary>True for a page with a search box of its own, which takes the place of the header's.</summary>
    public bool NoSearch { get; set; }

    /// <summary>What the search box shows.</summary>
    public string SearchText { get; set; } = "";
}

/// <summary>A page in the trail.</summary>
/// <param name="Name">Its name as the reader sees it.</param>
/// <param name="Path">Its path in the reader's culture.</param>
public sealed record Crumb(FoundText Name, string Path);
