using System.Text.Encodings.Web;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Ui.Writing;

/// <summary>
/// Answers with a page whose body is a part, within the layout: for pages asked for without end. The layout is rendered the first time,
/// so that what it keeps is there; from then on the page is put together without MVC.
/// </summary>
public sealed class PageWriter
{
    private readonly KeptHtml _kept;
    private readonly HtmlEncoder _encoder;

    /// <summary>Takes what all pages have in common.</summary>
    public PageWriter(IServiceProvider services, HtmlEncoder encoder) => (_kept, _encoder) = (services.GetRequiredService<KeptHtml>(), encoder);

    /// <summary>Writes a public page with the usual header.</summary>
    /// <param name="context">The request, at an endpoint that has a route.</param>
    /// <param name="body">The page itself.</param>
    /// <param name="words">Its wording.</param>
    /// <exception cref="InvalidOperationException">The page's <see cref="PageHead"/> wants another header than public pages have.</exception>
    public Task WriteAsync(HttpContext context, HtmlPart body, Wording words)
    {
        var head = context.RequestServices.GetRequiredService<PageHead>();
        if (head.WorkArea || head.NoSearch || head.SearchText.Length > 0)
            throw new InvalidOperationException("A page that writes itself has the usual header.");
        var route = ((RouteEndpoint)context.GetEndpoint()!).RoutePattern.RawText!;
        var kept = _kept.Of(words.Culture.Tag, route);
        return kept.TryGetValue("files", out var files) && kept.TryGetValue("navigation", out var navigation) && kept.TryGetValue("search", out var search) && kept.TryGetValue("footer", out var footer)
            ? WriteAsync(context, head, body, words, (files, navigation, search, footer))
            : RenderAsync(context, body, route);
    }

    private async Task WriteAsync(HttpContext context, PageHead head, HtmlPart body, Wording words, (IHtmlContent Files, IHtmlContent Navigation, IHtmlContent Search, IHtmlContent Footer) kept)
    {
        var services = context.RequestServices;
        var frame = new PageFrame(head, services.GetRequiredService<PageLinks>(), services.GetRequiredService<PublicAddress>(), words);
        using var page = new Utf8Writer();
        foreach (var piece in (ReadOnlySpan<IHtmlContent>)[frame.Top, kept.Files, frame.Header, kept.Navigation, frame.Tools, kept.Search, frame.Main, body, frame.End, kept.Footer, frame.Bottom])
            piece.WriteTo(page, _encoder);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(page.Written, context.RequestAborted);
    }

    private static Task RenderAsync(HttpContext context, HtmlPart body, string route)
    {
        var view = new ViewResult
        {
            ViewName = "/Pages/Shared/_Written.cshtml",
            ViewData = new ViewDataDictionary<HtmlPart>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = body },
        };
        return view.ExecuteResultAsync(new(context, context.GetRouteData(), new ActionDescriptor { AttributeRouteInfo = new() { Template = route } }));
    }
}
