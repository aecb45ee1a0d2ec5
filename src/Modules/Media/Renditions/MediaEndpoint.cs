using System.Globalization;
using ExportPortal.Kernel.Limits;
using ExportPortal.Media.Contracts;
using ExportPortal.Media.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Media.Renditions;

/// <summary>
/// Serves published files: pictures as <c>/media/{key}/{width}.{avif|webp|jpg}</c>, or whole as <c>/media/{key}/original.{png|jpg|webp}</c>,
/// and documents as <c>/media/{key}/{file name}</c>.
/// </summary>
internal static class MediaEndpoint
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string ForNow = "public, max-age=60";

    public static async Task<IResult> ServeAsync(string key, string name, HttpContext context, MediaStore store, RenditionMaker renditions, ReadLimit limit)
    {
        if (!MediaFolder.IsKey(key))
            return Results.NotFound();
        Confine(context);
        return TryReadRendition(name, out var width, out var format)
            ? await ServeRenditionAsync(key, width, format, context, store, renditions)
            : await ServeWholeAsync(key, name, context, store, limit);
    }

    /// <summary>Nothing that was once uploaded may act in the portal's name, whatever a browser takes it for.</summary>
    public static void Confine(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>A rendition in JPEG, or the nearest to it, in place of something that is not there yet; so it is not kept for long.</summary>
    public static async Task<IResult> StandInAsync(StoredFile picture, int width, HttpContext context, MediaStore store, RenditionMaker renditions) =>
        await renditions.FindOrMakeAsync(picture.Key, width, "jpg", context.RequestAborted) is { } path
            ? Picture(path, "jpg", ForNow, context)
            : ServeNearest(picture, width, "jpg", context, store, renditions);

    /// <summary>A picture that is for good what its address names.</summary>
    public static IResult Picture(string path, string format, HttpContext context) => Picture(path, format, Forever, context);

    private static async Task<IResult> ServeRenditionAsync(string key, int width, string format, HttpContext context, MediaStore store, RenditionMaker renditions)
    {
        var path = renditions.PathOf(key, width, format);
        if (!File.Exists(path))
        {
            if (await store.FindAsync(key, context.RequestAborted) is not { } original || !original.Type.IsPicture())
                return Results.NotFound();
            if (await renditions.FindOrMakeAsync(key, width, format, context.RequestAborted) is null)
                return ServeNearest(original, width, format, context, store, renditions);
        }
        return Picture(path, format, context);
    }

    // Until the wanted rendition is there: one that is, else the original without its metadata. Neither is kept for long.
    private static IResult ServeNearest(StoredFile original, int width, string format, HttpContext context, MediaStore store, RenditionMaker renditions)
    {
        foreach (var other in Fallbacks(format))
            if (MediaAddress.Widths.OrderBy(w => Math.Abs(w - width)).Select(w => renditions.PathOf(original.Key, w, other)).FirstOrDefault(File.Exists) is { } nearest)
                return Picture(nearest, other, ForNow, context);
        context.Response.Headers.CacheControl = ForNow;
        return Results.Bytes(ReadStripped(original, store), original.Type.ContentType());
    }

    private static byte[] ReadStripped(StoredFile picture, MediaStore store)
    {
        using var content = store.OpenRead(picture.Key);
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return MetadataStripper.Strip(bytes, picture.Type)!;
    }

    // Who knows a format knows the older ones, and storing a picture has made one in WebP.
    private static string[] Fallbacks(string format) => format switch
    {
        "avif" => ["avif", "webp", "jpg"],
        "webp" => ["webp", "jpg"],
        _ => [format],
    };

    private static async Task<IResult> ServeWholeAsync(string key, string name, HttpContext context, MediaStore store, ReadLimit limit)
    {
        if (await store.FindAsync(key, context.RequestAborted) is not { } file || (file.Type.IsPicture() && !IsOriginal(name, file.Type)))
            return Results.NotFound();
        if (file.Type.IsPicture() && HasIt(context, key))
        {
            context.Response.Headers.CacheControl = Forever;
            context.Response.GetTypedHeaders().ETag = Tag(key);
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        // A picture whole is read into memory to be stripped, which no page asks for: only who copies the catalogue.
        if (file.Type.IsPicture() && !limit.TryTake(context))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        context.Response.Headers.CacheControl = Forever;
        if (file.Type.IsPicture())
            return Results.Bytes(ReadStripped(file, store), file.Type.ContentType(), entityTag: Tag(key));
        return Results.File(store.OpenRead(key), file.Type.ContentType(), SafeName(name, file.Type), entityTag: Tag(key), enableRangeProcessing: true);
    }

    private static bool HasIt(HttpContext context, string key) =>
        context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(Tag(key), useStrongComparison: false) || t.Equals(EntityTagHeaderValue.Any));

    private static IResult Picture(string path, string format, string caching, HttpContext context)
    {
        context.Response.Headers.CacheControl = caching;
        return Results.File(path, format == "jpg" ? "image/jpeg" : "image/" + format);
    }

    // "original.png"; "original-2.png" is the same content under a second name.
    private static bool IsOriginal(string name, FileType type) =>
        name.EndsWith(type.Ending(), StringComparison.Ordinal) && name[..^type.Ending().Length] is var stem && (stem == "original"
            || (stem.StartsWith("original-", StringComparison.Ordinal) && int.TryParse(stem["original-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _)));

    private static EntityTagHeaderValue Tag(string key) => new($"\"{key}\"");

    // The name in the address is the reader's to choose; the ending is not.
    private static string SafeName(string name, FileType type)
    {
        var plain = new string([.. Path.GetFileNameWithoutExtension(name).Where(c => !char.IsControl(c))]);
        return (plain.Length == 0 ? "document" : plain.Length > 100 ? plain[..100] : plain) + type.Ending();
    }

    private static bool TryReadRendition(string name, out int width, out string format)
    {
        (width, format) = (0, "");
        if (name.Split('.') is not [var number, "avif" or "webp" or "jpg"] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out width))
            return false;
        format = name[(number.Length + 1)..];
        return MediaAddress.Widths.Contains(width) && number[0] != '0';
    }
}
