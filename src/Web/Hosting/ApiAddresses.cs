using System.Text;
using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Web.Hosting;

/// <summary>The API's description for programs: <c>/openapi/v1.json</c>.</summary>
internal static class ApiAddresses
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapApiDocument(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/openapi/v1.json", Reading, (ApiDocument document, PublicAddress address) =>
            ApiJson.Written(Encoding.UTF8.GetBytes(document.For(address.Root).ToJsonString(ApiJson.Options)))).ExcludeFromDescription();
}
