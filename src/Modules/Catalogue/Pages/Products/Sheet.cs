using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Pages.Cards;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>What a product is: description, sheet, variants, documents.</summary>
/// <param name="product">The product.</param>
/// <param name="words">The page's wording.</param>
internal sealed class Sheet(ProductPage product, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        if (product.Description is { } description)
            WriteDescription(to, description);
        to.Write($"<section class=\"section\" aria-labelledby=\"sheet\"><h2 id=\"sheet\">{words["Catalogue.Product.Sheet"]}</h2><dl class=\"facts body\">{new FactRows(product.Sheet, words)}");
        WriteCode(to, words["Catalogue.Product.Model"], product.Model);
        WriteCode(to, "GTIN", product.Gtin);
        WriteCode(to, words["Catalogue.Product.HsCode"], product.HsCode);
        to.Write($"<div><dt>{words["Catalogue.Product.Origin"]}</dt><dd>{Countries.Name(product.Origin, words.Culture.Tag)}</dd></div></dl></section>");
        if (product.Variants.Count > 0)
            WriteVariants(to);
        if (product.Documents.Any(d => d.FileMedia is not null))
            WriteDocuments(to);
    }

    private void WriteDescription(HtmlWriter to, FoundText description)
    {
        to.Write($"<section class=\"section\" aria-labelledby=\"about\"><h2 id=\"about\">{words["Catalogue.Product.About"]}</h2><div class=\"body\">{new Fallback(description, words)}<div class=\"prose\"");
        to.WriteLanguage(words, description);
        to.WriteSafe(">");
        to.WriteSafe(description.Value);
        to.WriteSafe("</div></div></section>");
    }

    private static void WriteCode(HtmlWriter to, string label, string? code)
    {
        if (code is null)
            return;
        to.Write($"<div><dt>{label}</dt><dd>");
        to.WriteCode(code);
        to.WriteSafe("</dd></div>");
    }

    private void WriteVariants(HtmlWriter to)
    {
        var hasModel = product.Variants.Any(v => v.Model is not null);
        var hasGtin = product.Variants.Any(v => v.Gtin is not null);
        var model = words["Catalogue.Product.Model"];
        to.Write($"<section class=\"section\" aria-labelledby=\"variants\"><h2 id=\"variants\">{words["Catalogue.Product.Variants"]}</h2><table class=\"rows body\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">");
        to.Write($"<th scope=\"col\" role=\"columnheader\">{words["Catalogue.Variant.Name"]}</th>");
        if (hasModel)
            to.Write($"<th scope=\"col\" role=\"columnheader\">{model}</th>");
        if (hasGtin)
            to.WriteSafe("<th scope=\"col\" role=\"columnheader\">GTIN</th>");
        to.WriteSafe("</tr></thead><tbody role=\"rowgroup\">");
        foreach (var variant in product.Variants)
        {
            to.WriteSafe("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
            if (variant.Names?.For(words.Culture.Tag) is { } name)
                to.WriteFound(words, "span", name);
            else
                to.WriteCode(variant.Id);
            to.WriteSafe("</th>");
            if (hasModel)
                WriteCell(to, model, variant.Model);
            if (hasGtin)
                WriteCell(to, "GTIN", variant.Gtin);
            to.WriteSafe("</tr>");
        }
        to.WriteSafe("</tbody></table></section>");
    }

    private static void WriteCell(HtmlWriter to, string label, string? code)
    {
        to.Write($"<td role=\"cell\" data-label=\"{label}\">");
        to.WriteCode(code);
        to.WriteSafe("</td>");
    }

    private void WriteDocuments(HtmlWriter to)
    {
        to.Write($"<section class=\"section\" aria-labelledby=\"documents\"><h2 id=\"documents\">{words["Catalogue.Product.Documents"]}</h2><ul class=\"documents body\">");
        foreach (var document in product.Documents)
            if (document.FileMedia is not null)
                Write(to, document);
        to.WriteSafe("</ul></section>");
    }

    private void Write(HtmlWriter to, DocumentContent document)
    {
        var file = document.FileMedia!;
        to.Write($"<li><a href=\"{document.AddressOf(product.Id)}\"");
        to.WriteAttribute("hreflang", document.Culture);
        to.WriteSafe(">");
        if (document.Title?.For(words.Culture.Tag) is { } title)
            to.WriteFound(words, "span", title);
        else
            to.Write($"<span>{words.DocumentKind(document.Kind)}</span>");
        var language = document.Culture is { } culture ? words.Language(culture) + words["Kernel.ListSeparator"] : "";
        to.Write($" <span class=\"note\">{language}<bdi>{file.Type.ToString().ToUpperInvariant()}</bdi>{words["Kernel.ListSeparator"]}{words["Catalogue.Document.Size", ("kilobytes", Math.Max(1, file.Length / 1024))]}</span></a></li>");
    }
}
