using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>A product's pictures.</summary>
/// <param name="product">The product.</param>
/// <param name="words">The page's wording.</param>
internal sealed class Gallery(ProductPage product, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        var culture = words.Culture.Tag;
        (StoredFile File, FoundText? Alt)[] pictures = [.. product.Images.Where(i => i.FileMedia is not null).Select(i => (i.FileMedia!, i.Alt?.For(culture)))];
        to.WriteSafe("<div class=\"product-gallery\"><figure class=\"gallery\">");
        if (pictures.Length == 0)
            to.WriteSafe("<div class=\"blank girih\"></div>");
        else
        {
            if (pictures.Length > 1)
                to.Write($"<div class=\"strip\" tabindex=\"0\" role=\"region\" aria-label=\"{words["Catalogue.Product.Pictures"]}\">");
            else
                to.WriteSafe("<div class=\"strip\">");
            for (var i = 0; i < pictures.Length; i++)
            {
                var (file, alt) = pictures[i];
                to.Write($"""
                    <div id="picture-{i + 1}">{new Picture(file.Key, file.Width, file.Height)
                    {
                        Alt = alt?.Value ?? "", AltLanguage = alt is { } text && text.Culture != culture ? text.Culture : null, Eager = i == 0, Sizes = "(min-width: 60rem) 40rem, 92vw",
                    }}</div>
                    """);
            }
            to.WriteSafe("</div>");
        }
        if (pictures.Length > 1)
            WriteThumbs(to, pictures);
        to.WriteSafe("</figure></div>");
    }

    private void WriteThumbs(HtmlWriter to, (StoredFile File, FoundText? Alt)[] pictures)
    {
        to.WriteSafe("<ul class=\"thumbs\">");
        for (var i = 0; i < pictures.Length; i++)
        {
            var file = pictures[i].File;
            var thumb = new Picture(file.Key, file.Width, file.Height) { Alt = words["Catalogue.Product.Picture", ("number", words.Plain(i + 1))], Sizes = "5rem" };
            to.Write($"<li><a href=\"#picture-{i + 1}\">{thumb}</a></li>");
        }
        to.WriteSafe("</ul>");
    }
}
