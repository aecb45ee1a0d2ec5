using System.Globalization;
using System.Runtime.CompilerServices;

namespace ExportPortal.Media.Contracts;

/// <summary>Public addresses of stored files, as paths.</summary>
public static class MediaAddress
{
    /// <summary>The widths pictures are offered in, in pixels, ascending.</summary>
    public static IReadOnlyList<int> Widths { get; } = [160, 320, 480, 640, 960, 1280, 1600];

    /// <summary>A picture in one of the <see cref="Widths"/>, never enlarged.</summary>
    /// <param name="key">The picture's key.</param>
    /// <param name="width">One of <see cref="Widths"/>.</param>
    /// <param name="format"><c>avif</c>, <c>webp</c>, or <c>jpg</c> for readers and feeds that know no other.</param>
    public static string Picture(string key, int width, string format = "webp") => string.Create(CultureInfo.InvariantCulture, $"/media/{key}/{width}.{format}");

    /// <summary>A document, under the name it shall be saved as.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="fileName">A file name without folders; with the ending of its type.</param>
    public static string Document(string key, string fileName) => $"/media/{key}/{Uri.EscapeDataString(fileName)}";

    /// <summary>A picture or document whole, in its own format: a picture without what cameras and programs write beside it.</summary>
    /// <param name="file">The stored file.</param>
    /// <param name="number">Tells apart files of one content that must not share a name; from 1.</param>
    public static string Original(StoredFile file, int number = 1) =>
        number == 1 ? $"/media/{file.Key}/original{file.Type.Ending()}" : string.Create(CultureInfo.InvariantCulture, $"/media/{file.Key}/original-{number}{file.Type.Ending()}");

    /// <summary>The renditions worth offering of a picture of this width in a format: each with its address and true width.</summary>
    public static IEnumerable<(string Address, int Width)> Renditions(string key, int originalWidth, string format = "webp")
    {
        for (var i = 0; i < CountOffered(originalWidth); i++)
            yield return (Picture(key, Widths[i], format), Math.Min(Widths[i], originalWidth));
    }

    // A product's page has a dozen: it is put together in one string.
    /// <summary>The <see cref="Renditions"/> of a picture as the attribute <c>srcset</c> names them.</summary>
    public static string SourceSet(string key, int originalWidth, string format = "webp")
    {
        var set = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[512]);
        for (var i = 0; i < CountOffered(originalWidth); i++)
        {
            set.AppendLiteral(i == 0 ? "/media/" : ", /media/");
            set.AppendLiteral(key);
            set.AppendLiteral("/");
            set.AppendFormatted(Widths[i]);
            set.AppendLiteral(".");
            set.AppendLiteral(format);
            set.AppendLiteral(" ");
            set.AppendFormatted(Math.Min(Widths[i], originalWidth));
            set.AppendLiteral("w");
        }
        return set.ToStringAndClear();
    }

    // Up to the first that holds the whole picture.
    private static int CountOffered(int originalWidth)
    {
        var count = 1;
        while (count < Widths.Count && Widths[count - 1] < originalWidth)
            count++;
        return count;
    }
}
