using ExportPortal.Catalogue.Contracts;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Shortlists;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Contracts;
using ExportPortal.Ui.Forms;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Inquiries.Pages.Buyers;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
// The gate looks at the token itself: a form without it, as from one of several tabs, is shown again with all that was typed.
[IgnoreAntiforgeryToken]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class InquireModel(FormGate gate, ReadForm read, SendForm send, FormErrors errors) : PageModel
{
    // All attachments, and a little for what else stands in the form.
    private const long MostBytes = (Attachment.Most * AttachmentStore.MostBytes) + (2 * 1024 * 1024);

    /// <summary>What the fields show.</summary>
    public InquiryForm Typed { get; private set; } = new();

    public FormTicket Ticket { get; private set; } = null!;

    public IReadOnlyList<SubjectCard> Offered { get; private set; } = [];

    public IReadOnlyCollection<string> Chosen { get; private set; } = [];

    public SubjectCard? Organisation { get; private set; }

    /// <summary>The desk that is asked itself; null when firms are, and when the desk is gone.</summary>
    public DeskInfo? Desk { get; private set; }

    /// <summary>True for a desk's own form, also when the desk was withdrawn since it was opened.</summary>
    public bool IsForDesk => Typed.Desk.Length > 0 && Organisation is null && Offered.Count == 0;

    /// <summary>What may be asked for.</summary>
    public IReadOnlyList<InquiryKind> Kinds => IsForDesk ? CheckInquiry.KindsOfDesk : Enum.GetValues<InquiryKind>();

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Those of the files that are not to go along.</summary>
    public IReadOnlyCollection<string> Removed { get; private set; } = [];

    /// <summary>The names of files that were chosen and could not come along when the language was changed.</summary>
    public IReadOnlyList<string> LeftFiles { get; private set; } = [];

    /// <summary>What the title names: the desk, the organisation, or the only product.</summary>
    public FoundText? Subject => Desk?.Names.For(Reader.Tag) ?? Organisation?.Name ?? (Offered is [var only] ? only.Name : null);

    public int KeepMonths => read.KeepMonths;

    private PortalCulture Reader => CurrentCulture.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(string[] product, string? organisation, string? showroom, string? desk, string? kind, CancellationToken cancellation)
    {
        if (product.Length == 0 && organisation is null && showroom is null && desk is null)
            return Redirect($"/{Reader.Tag}/shortlist");
        Typed = new()
        {
            Products = product, Organisation = organisation ?? "", Showroom = showroom ?? "", Desk = desk ?? "",
            Kind = kind ?? (desk is null ? nameof(InquiryKind.Quotation) : nameof(InquiryKind.Information)),
        };
        Ticket = gate.Open();
        if (OwnSite.Told(Request) is { } elsewhere)
            errors.Add(elsewhere);
        await ShowAsync(product, cancellation);
        Chosen = [.. Offered.Take(Inquiry.MostProducts).Select(p => p.Id)];
        return Offered.Count == 0 && Organisation is null && Desk is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string[] offered, string[] kept, string[] remove, CancellationToken cancellation)
    {
        if (!Request.HasFormContentType)
            return new UnsupportedMediaTypeResult();
        // Before anything is read: another site's page could show its own words as the reader's, or lead to its own inquiry by its ticket.
        if (!OwnSite.Sent(Request))
            return OwnSite.Refuse(Request);
        (Typed, Removed) = (InquiryForm.From(Request.Form), remove);
        var ticket = gate.Read(Request.Form);
        Ticket = ticket ?? gate.Open();
        if (Request.Form[PageHead.LanguageLeft].ToString() is { Length: > 0 } left)
            return await ShowInAnotherLanguageAsync(left, offered, kept, cancellation);
        var key = gate.KeyOf(HttpContext, Ticket);
        if (await gate.FindSentAsync(key, cancellation) is { } before)
            return ShowReceipt(before);
        if (await gate.RefuseAsync(HttpContext, ticket, Request.Form) is { } refusal)
            return await ShowAgainAsync(Request.Form.Files.Count > 0 ? [refusal, UploadTray.Unkept] : [refusal], offered, kept, cancellation);

        // Who unticked all of a showroom's products asks about none of them.
        var form = offered.Length > 0 && Typed.Products.Count == 0 ? Typed with { Showroom = "" } : Typed;
        var outcome = await gate.SendAsync(HttpContext, () => send.RunAsync(form, Reader, key, new(Request.Form.Files, kept, remove), cancellation), o => o.IsDone);
        return outcome.IsDone ? ShowReceipt(outcome.Value) : await ShowAgainAsync(outcome.Refusals, offered, kept, cancellation);
    }

    // What was typed comes along. The language of the answer changes too, unless another than the page's was chosen.
    private async Task<PageResult> ShowInAnotherLanguageAsync(string left, string[] offered, string[] kept, CancellationToken cancellation)
    {
        Typed = Typed with { Culture = Typed.Culture == left ? Reader.Tag : Typed.Culture };
        LeftFiles = [.. Request.Form["files"].Where(name => !string.IsNullOrEmpty(name)).OfType<string>().Distinct(StringComparer.Ordinal)];
        await ShowTypedAsync([], offered, kept, cancellation);
        return Page();
    }

    private RedirectResult ShowReceipt(Receipt receipt)
    {
        ShortlistCookie.Write(Response, [.. ShortlistCookie.Read(Request).Except(Typed.Products)]);
        return Redirect($"/{Reader.Tag}/inquiries/{receipt.Token}?sent=true");
    }

    private async Task<PageResult> ShowAgainAsync(IReadOnlyList<Refusal> refusals, string[] offered, string[] kept, CancellationToken cancellation)
    {
        await ShowTypedAsync(refusals, offered, kept, cancellation);
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ShowTypedAsync(IReadOnlyList<Refusal> refusals, string[] offered, string[] kept, CancellationToken cancellation)
    {
        await ShowAsync(offered.Length > 0 ? offered : Typed.Products, cancellation);
        Chosen = Typed.Products.ToHashSet(StringComparer.Ordinal);
        Files = await read.FilesAsync(SendingKey.OfForm(Ticket.Form), cancellation);
        errors.Add(refusals.Select(r => HasField(r.Field) ? r : r with { Field = null }));
        // The page names from now on only those that are there: what is gone has to be said now or never.
        var gone = UploadTray.Gone([.. kept.Except(Removed)], Files);
        if (gone is not null && refusals.All(r => r.Key != gone.Key))
            errors.Add(gone);
    }

    // What is asked stands on the page without a control of its own, but for products to choose among.
    private bool HasField(string? field) => field switch
    {
        "desk" or "organisation" or "showroom" => false,
        "product" => Offered.Count > (Organisation is null ? 1 : 0),
        _ => true,
    };

    private async Task ShowAsync(IReadOnlyList<string> offered, CancellationToken cancellation)
    {
        var asked = await read.AskedAsync(Typed with { Products = offered }, Reader, cancellation);
        (Offered, Organisation, Desk) = (asked.Products, asked.Organisation, asked.Desk);
    }
}
