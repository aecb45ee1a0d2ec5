using System.Text.Json.Serialization;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Api;

/// <summary>A text with the culture it is written in, which differs from the one asked for where that has none.</summary>
/// <param name="Culture">Left out for a code, which is of no culture.</param>
/// <param name="Origin">Who wrote it; left out for a person.</param>
internal sealed record TextJson(string Text, string? Culture, TextOrigin? Origin)
{
    public static TextJson? Of(FoundText? found) => found is { } text ? new(text.Value, text.Culture, text.Origin == TextOrigin.Human ? null : text.Origin) : null;
}

/// <summary>A long text as safe HTML.</summary>
internal sealed record HtmlJson(string Html, string Culture, TextOrigin? Origin)
{
    public static HtmlJson? Of(FoundText? found) => found is { } text ? new(text.Value, text.Culture, text.Origin == TextOrigin.Human ? null : text.Origin) : null;
}

/// <summary>A code with its name in the reader's culture.</summary>
internal sealed record CodeJson(string Code, string Name);

/// <summary>Something that has a page, or is one of the sectors and markets.</summary>
/// <param name="Url">Its page for readers.</param>
/// <param name="Api">Its answer for programs; sectors and markets stand in their lists.</param>
internal sealed record LinkJson(string Id, TextJson Name, string Url, string? Api = null);

internal sealed record RenditionJson(int Width, string Url);

internal sealed record PictureJson(TextJson? Alt, int Width, int Height, string Url, IReadOnlyList<RenditionJson> Renditions);

internal sealed record DocumentJson(string Kind, TextJson Title, CodeJson? Language, string Type, long Bytes, string Url);

internal sealed record CertificateJson(string Scheme, string? Number, string? Issuer, string? Scope, DateOnly? Issued, DateOnly? Expires, bool Valid, string? Document);

internal sealed record ListJson<T>(IReadOnlyList<T> Items);

/// <summary>What every subject's answer begins with.</summary>
internal abstract record SubjectJson
{
    [JsonPropertyOrder(-10)]
    public required string Id { get; init; }

    [JsonPropertyOrder(-9)]
    public required TextJson Name { get; init; }

    /// <summary>Its page for readers of the culture asked for.</summary>
    [JsonPropertyOrder(-8)]
    public required string Url { get; init; }

    /// <summary>Its pages in the cultures that have a name of their own.</summary>
    [JsonPropertyOrder(-7)]
    public required IReadOnlyDictionary<string, string> Urls { get; init; }

    /// <summary>True for an invented sample.</summary>
    [JsonPropertyOrder(-6)]
    public bool Sample { get; init; }
}
