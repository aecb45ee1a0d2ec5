using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Slots;
using ExportPortal.Ui.Writing;

namespace ExportPortal.Inquiries.Pages.Buyers;

/// <summary>Fills the slot of the main action: it leads to the inquiry's form and, for a product, onto the shortlist.</summary>
internal sealed class AskSlot : ISlotPart
{
    public string Slot => SlotNames.Ask;

    public HtmlPart For(SlotSubject subject, Wording words) => new AskPart(subject, words);
}

/// <summary>The way to ask about something.</summary>
/// <param name="subject">What is asked about.</param>
/// <param name="words">The page's wording.</param>
internal sealed class AskPart(SlotSubject subject, Wording words) : HtmlPart
{
    protected override void Write(HtmlWriter to)
    {
        var culture = words.Culture.Tag;
        switch (subject.Kind)
        {
            case "desk":
                to.Write($"<a class=\"button\" href=\"/{culture}/inquire?desk={subject.Id}\" rel=\"nofollow\">{words["Inquiries.Ask.Desk"]}<span class=\"visually-hidden\"> (");
                to.WriteFound(words, "span", subject.Name);
                to.WriteSafe(")</span></a>");
                break;
            case "products":
                var asked = subject.Id.Split(',');
                to.Write($"<a class=\"button\" href=\"/{culture}/inquire?{string.Join('&', asked.Select(id => "product=" + id))}\" rel=\"nofollow\">{words["Inquiries.Shortlist.Ask", ("count", asked.Length)]}</a>");
                break;
            default:
                to.Write($"<a class=\"button primary\" href=\"/{culture}/inquire?{subject.Kind}={subject.Id}\" rel=\"nofollow\">{words["Inquiries.Ask.Send"]}</a>");
                break;
        }
        if (subject.Kind == "product")
            to.Write($"<form method=\"post\" action=\"/{culture}/shortlist/add\"><input type=\"hidden\" name=\"product\" value=\"{subject.Id}\"><button type=\"submit\" class=\"button\">{words["Inquiries.Shortlist.Add"]}</button></form>");
    }
}
