using System.Text.Json.Nodes;
using ExportPortal.Catalogue.References;
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
        endpoints.MapGet("/api/v1/feed/schemas/{type}", (string type) =>
            LineSchemas.All.TryGetValue(type, out var schema) ? Answer(schema.Describe()) : Results.NotFound()).WithName("GetFeedSchema");
        endpoints.MapGet("/api/v1/sectors/{id}/schema", (string id, ReferenceData references) =>
            references.Current.Sector(id) is { } sector ? Answer(OfSheet(sector.Attributes)) : Results.NotFound()).WithName("GetSectorSchema");
    }

    private static JsonObject OfSheet(IEnumerable<Subjects.SheetAttribute> attributes) =>
        new ObjectRule([.. attributes.Select(a => new Field(a.Id, AttributesRule.RuleFor(a)))]).Describe();

    private static IResult Answer(JsonObject schema)
    {
        schema.Insert(0, "$schema", Dialect);
        return Results.Text(schema.ToJsonString(), MediaType);
    }
}
