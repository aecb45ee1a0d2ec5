using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Ui.Machines;

/// <summary>What a page's head tells messengers and search engines of it.</summary>
/// <param name="head">The page's head.</param>
/// <param name="links">Its addresses.</param>
/// <param name="address">The portal's address.</param>
/// <param name="words">The page's wording.</param>
internal sealed class MachineHead(PageHead head, PageLinks links, PublicAddress address, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        var canonical = links.Canonical(words.Culture);
        var parts = words.Culture.Format.Name.Split('-');
        var picture = head.Picture ?? new SharedPicture("/_content/ExportPortal.Ui/brand/share.png", 1200, 630, words["Ui.Tagline"]);
        var title = head.Title.Length > 0 ? head.Title : words["Ui.Portal"];
        to.Write($"<meta property=\"og:site_name\" content=\"{words["Ui.Portal"]}\"><meta property=\"og:type\" content=\"website\"><meta property=\"og:title\" content=\"{title}\">");
        if (head.Description.Length > 0)
            to.Write($"<meta property=\"og:description\" content=\"{head.Description}\">");
        to.Write($"<meta property=\"og:url\" content=\"{canonical}\"><meta property=\"og:locale\" content=\"{parts[0]}_{parts[^1]}\"><meta property=\"og:image\" content=\"{address.Of(picture.Path)}\">");
        to.Write($"<meta property=\"og:image:width\" content=\"{picture.Width}\"><meta property=\"og:image:height\" content=\"{picture.Height}\"><meta property=\"og:image:alt\" content=\"{picture.Alt}\">");
        to.WriteSafe("<meta name=\"twitter:card\" content=\"summary_large_image\">");
        if (head.Feed.Length > 0)
            to.Write($"<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{head.Feed}\" title=\"{words["Ui.NewProducts"]}\">");
        foreach (var data in head.Data)
            to.WriteData(data);
        if (!head.NoTrail)
            to.WriteData(StructuredData.Breadcrumbs(Steps((title, canonical))));
    }

    private IEnumerable<(string Name, string Address)> Steps((string Name, string Address) page)
    {
        yield return (words["Ui.Portal"], address.Of($"/{words.Culture.Tag}/"));
        foreach (var step in head.Trail)
            yield return (step.Name.Value, address.Of(step.Path));
        yield return page;
    }
}
