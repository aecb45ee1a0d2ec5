using ExportPortal.Inquiries.Keeping;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Inquiries.Pages;

/// <summary>Answers with a buyer's data, always to be saved.</summary>
internal sealed class BuyerFileResult(BuyerFile file) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = BuyerFile.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = file.Name }.ToString();
        // A ZIP's entry writes its last bytes synchronously, which the body itself forbids and its writer takes.
        return file.WriteAsync(response.BodyWriter.AsStream(leaveOpen: true), context.HttpContext.RequestAborted);
    }
}
