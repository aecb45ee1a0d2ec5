using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Ui.Slots;

/// <summary>What a slot is about.</summary>
/// <param name="Kind">The kind of subject: <c>product</c>, <c>products</c> (several), <c>organisation</c>, <c>showroom</c>, <c>desk</c>, <c>page</c>.</param>
/// <param name="Id">Its public id; of several, theirs between commas; empty for a page.</param>
/// <param name="Name">Its name as the reader sees it; null for a page and for several.</param>
public sealed record SlotSubject(string Kind, string Id, FoundText? Name);

/// <summary>The slots that pages of lower modules offer to higher ones.</summary>
public static class SlotNames
{
    /// <summary>In the header, for every reader alike: list items with links.</summary>
    public const string Header = "header";

    /// <summary>In the header: list items that lead to the public lists.</summary>
    public const string Navigation = "navigation";

    /// <summary>In the footer: list items with links.</summary>
    public const string Footer = "footer";

    /// <summary>On the home page, beside its title: pictures on the tiled wall, which only decorate.</summary>
    public const string HomeWall = "home-wall";

    /// <summary>On the home page, one under the other: bands that lead into the portal.</summary>
    public const string Home = "home";

    /// <summary>On the page of a product, organisation or showroom the main action and its neighbours; beside a desk the way to write to it; below a comparison the way to ask about all. Filled by parts, as the product's page writes itself.</summary>
    public const string Ask = "ask";

    /// <summary>In the header of staff pages: list items with links and small forms. These pages are never cached.</summary>
    public const string Work = "work";
}

/// <summary>A partial view that fills a slot.</summary>
internal sealed record SlotView(string Slot, string View, int Order);
