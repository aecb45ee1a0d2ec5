using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace ExportPortal.Web.Caching;

/// <summary>The forms in which a page travels.</summary>
internal enum PageCoding
{
    Identity,
    Brotli,
    Gzip,
}

/// <summary>Chooses a form, and changes one into another.</summary>
internal static class PageCodings
{
    public const int Count = 3;

    // A page is compressed while its first reader waits: about a millisecond at these.
    private const int BrotliQuality = 4, BrotliWindow = 18;

    /// <summary>The content coding's name in HTTP; null for none.</summary>
    public static string? Name(this PageCoding coding) => coding switch
    {
        PageCoding.Brotli => "br",
        PageCoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>The form a reader likes best by its <c>Accept-Encoding</c>; of equal ones Brotli, the smallest.</summary>
    public static PageCoding Choose(StringValues accepted)
    {
        double? brotli = null, gzip = null;
        double others = 0;
        foreach (var line in accepted)
        {
            var rest = line.AsSpan();
            foreach (var part in rest.Split(','))
            {
                var wish = rest[part];
                var end = wish.IndexOf(';');
                var name = (end < 0 ? wish : wish[..end]).Trim();
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                    brotli = Quality(wish, end);
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase))
                    gzip = Quality(wish, end);
                else if (name is "*")
                    others = Quality(wish, end);
            }
        }
        var (wishedBrotli, wishedGzip) = (brotli ?? others, gzip ?? others);
        return wishedBrotli > 0 && wishedBrotli >= wishedGzip ? PageCoding.Brotli : wishedGzip > 0 ? PageCoding.Gzip : PageCoding.Identity;
    }

    public static byte[] Encode(PageCoding coding, ReadOnlySpan<byte> page)
    {
        switch (coding)
        {
            case PageCoding.Brotli:
                var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(page.Length));
                try
                {
                    return BrotliEncoder.TryCompress(page, room, out var written, BrotliQuality, BrotliWindow) ? room[..written] : throw new InvalidOperationException("The page could not be compressed.");
                }
                finally
                {
                    ArrayPool<byte>.Shared.Return(room);
                }
            case PageCoding.Gzip:
                using (var target = new PageBuffer())
                {
                    using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
                        gzip.Write(page);
                    return target.Written.ToArray();
                }
            default:
                return page.ToArray();
        }
    }

    public static byte[] Decode(PageCoding coding, byte[] form)
    {
        if (coding == PageCoding.Identity)
            return form;
        using var source = new MemoryStream(form);
        using Stream plain = coding == PageCoding.Brotli ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var target = new PageBuffer();
        plain.CopyTo(target);
        return target.Written.ToArray();
    }

    private static double Quality(ReadOnlySpan<char> wish, int end)
    {
        if (end < 0)
            return 1;
        var weight = wish[(end + 1)..];
        weight = (weight.IndexOf(';') is >= 0 and var next ? weight[..next] : weight).Trim();
        return weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && double.TryParse(weight[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 1;
    }
}
