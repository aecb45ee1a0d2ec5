using ExportPortal.Catalogue.Preparing;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Catalogue.Pages.Products;

/// <summary>Values that the eye tells apart by their distance; who hears or copies them gets the words of a list between them.</summary>
/// <param name="values">The values.</param>
/// <param name="words">The page's wording.</param>
internal sealed class FactValues(IReadOnlyList<FactValue> values, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        to.WriteSafe("<span class=\"values\">");
        for (var i = 0; i < values.Count; i++)
        {
            to.Write($"<span class=\"visually-hidden\">{words.Joint(i, values.Count)}</span>");
            if (values[i].IsCode)
            {
                to.WriteSafe("<span>");
                to.WriteCode(values[i].Text.Value);
                to.WriteSafe("</span>");
            }
            else
                to.WriteFound(words, "span", values[i].Text);
        }
        to.WriteSafe("</span>");
    }
}

/// <summary>Rows of a sheet, each in a <c>div</c> of a list of facts.</summary>
/// <param name="facts">The rows.</param>
/// <param name="words">The page's wording.</param>
internal sealed class FactRows(IEnumerable<Fact> facts, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        foreach (var fact in facts)
        {
            to.WriteSafe("<div>");
            to.WriteFound(words, "dt", fact.Label);
            to.Write($"<dd>{new FactValues(fact.Values, words)}</dd></div>");
        }
    }
}
