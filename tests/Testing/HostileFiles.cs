using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ExportPortal.Testing;

/// <summary>A file that is sent to harm, and the key of the reason it is refused for.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Reason">Why the store of pictures or documents refuses it.</param>
/// <param name="IsHarmlessUnopened">True for what only a store that decodes pictures, or takes one kind alone, has to refuse.</param>
public sealed record HostileFile(string Name, byte[] Content, string Reason, bool IsHarmlessUnopened = false);

/// <summary>Files that are sent to harm: other types than they say, cut short, growing without end when unpacked, with programs inside.</summary>
public static class HostileFiles
{
    private const string NoPicture = "Media.File.NotAPicture", NoDocument = "Media.File.NotADocument", Damaged = "Media.File.Damaged", TooManyPixels = "Media.File.TooManyPixels", Empty = "Media.File.Empty";

    /// <summary>What is sent as a picture.</summary>
    public static IEnumerable<HostileFile> Pictures()
    {
        var (jpeg, png, webp) = (DrawnPicture.Make("jpg"), DrawnPicture.Make("png"), DrawnPicture.Make("webp"));
        yield return new("nothing", [], Empty);
        yield return new("SVG", Text("<svg xmlns='http://www.w3.org/2000/svg'/>"), NoPicture);
        yield return new("SVG with script", Text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), NoPicture);
        yield return new("SVG that grows without end", Text("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>"), NoPicture);
        yield return new("HTML", Text("<!doctype html><script>alert(1)</script>"), NoPicture);
        yield return new("GIF", Text("GIF89a\u0001\0\u0001\0"), NoPicture);
        yield return new("BMP", [(byte)'B', (byte)'M', .. new byte[60]], NoPicture);
        yield return new("TIFF", [0x49, 0x49, 42, 0, 8, 0, 0, 0, .. new byte[60]], NoPicture);
        yield return new("icon", [0, 0, 1, 0, 1, 0, .. new byte[60]], NoPicture);
        yield return new("Photoshop", [.. Text("8BPS"), 0, 1, .. new byte[60]], NoPicture);
        yield return new("HEIC", [0, 0, 0, 24, .. Text("ftypheic"), .. new byte[60]], NoPicture);
        yield return new("program of Windows", [(byte)'M', (byte)'Z', .. new byte[60]], NoPicture);
        yield return new("program of Linux", [0x7F, (byte)'E', (byte)'L', (byte)'F', .. new byte[60]], NoPicture);
        yield return new("shell script", Text("#!/bin/sh\nrm -rf /\n"), NoPicture);
        yield return new("PDF", Text("%PDF-1.7\nstartxref\n0\n%%EOF"), NoPicture, IsHarmlessUnopened: true);
        yield return new("archive", Archive(("a.txt", "a")), NoPicture);
        yield return new("JPEG cut short", jpeg[..(jpeg.Length / 2)], Damaged, IsHarmlessUnopened: true);
        yield return new("JPEG of its first bytes", jpeg[..20], Damaged);
        yield return new("PNG cut short", png[..(png.Length / 2)], Damaged);
        yield return new("PNG without its end", png[..^12], Damaged);
        yield return new("PNG of no width", Png(0, 10, [0]), Damaged);
        yield return new("PNG of noise", Png(100, 100, Noise(500)), Damaged, IsHarmlessUnopened: true);
        yield return new("PNG of fewer rows than it says", Png(1000, 1000, Packed(new byte[3001])), Damaged, IsHarmlessUnopened: true);
        yield return new("WebP cut short", webp[..(webp.Length / 2)], Damaged);
        yield return new("WebP of noise", [.. webp[..40], .. Noise(webp.Length - 40)], Damaged, IsHarmlessUnopened: true);
        yield return new("PNG of 400 megapixels", Png(20_000, 20_000, Packed(new byte[20_000])), TooManyPixels);
        yield return new("PNG that says it is endless", Png(int.MaxValue, int.MaxValue, [0]), TooManyPixels);
        yield return new("JPEG that says it is huge", Huge(jpeg), TooManyPixels);
        yield return new("noise", Noise(1000), NoPicture);
    }

    /// <summary>What is sent as a document.</summary>
    public static IEnumerable<HostileFile> Documents()
    {
        yield return new("nothing", [], Empty);
        yield return new("PDF cut short", Text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), Damaged);
        yield return new("PDF without a version", Text("%PDF-x.y\nstartxref\n0\n%%EOF"), Damaged);
        yield return new("HTML that calls itself a PDF", Text("<html>%PDF-1.7 startxref %%EOF"), NoDocument);
        yield return new("old Word file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], NoDocument);
        yield return new("RTF", Text("{\\rtf1 x}"), NoDocument);
        yield return new("some archive", Archive(("a.exe", "MZ")), NoDocument);
        yield return new("archive cut short", Archive(("a.txt", new string('a', 1000)))[..60], Damaged);
        yield return new("Word file with macros", Word(("word/vbaProject.bin", "x")), NoDocument);
        yield return new("Word file with a path that leads out", Word(("../../evil", "x")), NoDocument);
        yield return new("Word file that unpacks to 600 MB", Word(("word/more.xml", "x"), megabytesOfZeros: 600), NoDocument);
        yield return new("picture", DrawnPicture.Make("png"), NoDocument, IsHarmlessUnopened: true);
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        return noise;
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal))
            zip.Write(rows);
        return packed.ToArray();
    }

    private static byte[] Png(int width, int height, byte[] data)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        return [0x89, .. Text("PNG\r\n\u001a\n"), .. Chunk("IHDR", head), .. Chunk("IDAT", data), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        byte[] named = [.. Text(kind), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(named));
        return [.. length, .. named, .. sum];
    }

    private static byte[] Huge(byte[] jpeg)
    {
        var huge = (byte[])jpeg.Clone();
        for (var i = 2; ; i += 2 + BinaryPrimitives.ReadUInt16BigEndian(huge.AsSpan(i + 2)))
            if (huge[i + 1] is 0xC0 or 0xC2)
            {
                BinaryPrimitives.WriteUInt32BigEndian(huge.AsSpan(i + 5), 0xFFFF_FFFF);
                return huge;
            }
    }

    private static byte[] Word((string Name, string Text) more, int megabytesOfZeros = 0) => Archive(megabytesOfZeros,
        ("[Content_Types].xml", "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"),
        ("_rels/.rels", "<Relationships/>"), ("word/document.xml", "<w:document/>"), more);

    private static byte[] Archive(params (string Name, string Text)[] entries) => Archive(0, entries);

    private static byte[] Archive(int megabytesOfZeros, params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
                using (var part = archive.CreateEntry(name).Open())
                    part.Write(Encoding.UTF8.GetBytes(text));
            if (megabytesOfZeros > 0)
                using (var part = archive.CreateEntry("word/media/zeros", CompressionLevel.Fastest).Open())
                    for (var zeros = new byte[1024 * 1024]; megabytesOfZeros > 0; megabytesOfZeros--)
                        part.Write(zeros);
        }
        return content.ToArray();
    }

    // CRC-32 of ISO/IEC 15948.
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }
        return ~sum;
    }
}
