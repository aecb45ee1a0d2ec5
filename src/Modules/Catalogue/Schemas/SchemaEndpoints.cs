using System.Text;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.References;
using ExportPortal.Kernel.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>The feed's rules as JSON Schema: <c>/api/v1/feed/schemas/{type}</c> for a line, <c>/api/v1/sectors/{id}/schema</c> for the values of a sheet.</summary>
internal static class SchemaEndpoints
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const string MediaType = "application/schema+json";

    public static void MapSchemas(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapApiReading("/feed/schemas/{type}", (string type, HttpContext context) =>
            LineSchemas.All.TryGetValue(type, out var schema) ? Answer(schema.Describe()) : ApiProblem.Of(context, StatusCodes.Status404NotFound)).WithName("GetFeedSchema");
        endpoints.MapApiReading("/sectors/{id}/schema", (string id, HttpContext context, ReferenceData references) =>
            references.Current.Sector(id) is { } sector ? Answer(OfSheet(sector.Attributes)) : ApiProblem.Of(context, StatusCodes.Status404NotFound)).WithName("GetSectorSchema");
    }

    private static JsonObject OfSheet(IEnumerable<Subjects.SheetAttribute> attributes) =>
        new ObjectRule([.. attributes.Select(a => new Field(a.Id, AttributesRule.RuleFor(a)))]).Describe();

    private static IResult Answer(JsonObject schema)
    {
        schema.Insert(0, "$schema", Dialect);
        return ApiJson.Written(Encoding.UTF8.GetBytes(schema.ToJsonString()), MediaType);
    }
}
