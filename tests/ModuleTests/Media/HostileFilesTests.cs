using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ExportPortal.Media.Contracts;
using ExportPortal.Media.Renditions;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Media;

/// <summary>Files that are sent to harm: each refused with its reason, and none decoded in this process. Alone, as the memory of this process is looked at.</summary>
[Collection(nameof(HostileFilesTests))]
[CollectionDefinition(nameof(HostileFilesTests), DisableParallelization = true)]
public sealed class HostileFilesTests
{
    private const string NoPicture = "Media.File.NotAPicture", NoDocument = "Media.File.NotADocument", Damaged = "Media.File.Damaged", TooManyPixels = "Media.File.TooManyPixels", Empty = "Media.File.Empty";
    private const long MostMemory = 64L * 1024 * 1024;

    [Fact]
    public async Task Each_is_refused_with_its_reason_and_memory_stays_as_it_was()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var store = portal.Services.GetRequiredService<MediaStore>();
        var pictures = Pictures().ToArray();
        var documents = Documents().ToArray();
        (pictures.Length + documents.Length).ShouldBeGreaterThanOrEqualTo(30);
        // What the first use of anything takes is not the files' doing.
        await store.StorePictureAsync(new MemoryStream(pictures[0].Content), Cancellation);
        await store.StorePictureAsync(new MemoryStream(DrawnPicture.Make("jpg")), Cancellation);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true);
        Peak();
        var before = Peak();
        foreach (var (name, content, reason) in pictures)
            (await store.StorePictureAsync(new MemoryStream(content), Cancellation)).Refusals.ShouldHaveSingleItem(name).Key.ShouldBe(reason, name);
        foreach (var (name, content, reason) in documents)
            (await store.StoreDocumentAsync(new MemoryStream(content), Cancellation)).Refusals.ShouldHaveSingleItem(name).Key.ShouldBe(reason, name);
        (Peak() - before).ShouldBeLessThan(MostMemory);
    }

    [Fact]
    public async Task A_good_photo_of_twelve_megapixels_gives_every_rendition()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var stored = await portal.Services.GetRequiredService<MediaStore>().StorePictureAsync(new MemoryStream(DrawnPicture.Make("jpg", 4000, 3000)), Cancellation);
        stored.Value.ShouldNotBeNull(string.Join(", ", stored.Refusals.Select(r => r.Key)));
        var maker = portal.Services.GetRequiredService<RenditionMaker>();
        foreach (var width in MediaAddress.Widths)
            foreach (var format in (string[])["avif", "webp", "jpg"])
            {
                var file = await maker.FindOrMakeAsync(stored.Value.Key, width, format, Cancellation);
                file.ShouldNotBeNull($"{width}.{format}");
                WidthOf(file).ShouldBe(width, $"{width}.{format}");
            }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<(string Name, byte[] Content, string Reason)> Pictures()
    {
        var (jpeg, png, webp) = (DrawnPicture.Make("jpg"), DrawnPicture.Make("png"), DrawnPicture.Make("webp"));
        yield return ("nothing", [], Empty);
        yield return ("SVG", Text("<svg xmlns='http://www.w3.org/2000/svg'/>"), NoPicture);
        yield return ("SVG with script", Text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), NoPicture);
        yield return ("SVG that grows without end", Text("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>"), NoPicture);
        yield return ("HTML", Text("<!doctype html><script>alert(1)</script>"), NoPicture);
        yield return ("GIF", Text("GIF89a\u0001\0\u0001\0"), NoPicture);
        yield return ("BMP", [(byte)'B', (byte)'M', .. new byte[60]], NoPicture);
        yield return ("TIFF", [0x49, 0x49, 42, 0, 8, 0, 0, 0, .. new byte[60]], NoPicture);
        yield return ("icon", [0, 0, 1, 0, 1, 0, .. new byte[60]], NoPicture);
        yield return ("Photoshop", [.. Text("8BPS"), 0, 1, .. new byte[60]], NoPicture);
        yield return ("HEIC", [0, 0, 0, 24, .. Text("ftypheic"), .. new byte[60]], NoPicture);
        yield return ("program of Windows", [(byte)'M', (byte)'Z', .. new byte[60]], NoPicture);
        yield return ("program of Linux", [0x7F, (byte)'E', (byte)'L', (byte)'F', .. new byte[60]], NoPicture);
        yield return ("shell script", Text("#!/bin/sh\nrm -rf /\n"), NoPicture);
        yield return ("PDF", Text("%PDF-1.7\nstartxref\n0\n%%EOF"), NoPicture);
        yield return ("archive", Archive(("a.txt", "a")), NoPicture);
        yield return ("JPEG cut short", jpeg[..(jpeg.Length / 2)], Damaged);
        yield return ("JPEG of its first bytes", jpeg[..20], Damaged);
        yield return ("PNG cut short", png[..(png.Length / 2)], Damaged);
        yield return ("PNG without its end", png[..^12], Damaged);
        yield return ("PNG of no width", Png(0, 10, [0]), Damaged);
        yield return ("PNG of noise", Png(100, 100, Noise(500)), Damaged);
        yield return ("PNG of fewer rows than it says", Png(1000, 1000, Packed(new byte[3001])), Damaged);
        yield return ("WebP cut short", webp[..(webp.Length / 2)], Damaged);
        yield return ("WebP of noise", [.. webp[..40], .. Noise(webp.Length - 40)], Damaged);
        yield return ("PNG of 400 megapixels", Png(20_000, 20_000, Packed(new byte[20_000])), TooManyPixels);
        yield return ("PNG that says it is endless", Png(int.MaxValue, int.MaxValue, [0]), TooManyPixels);
        yield return ("JPEG that says it is huge", Huge(jpeg), TooManyPixels);
        yield return ("noise", Noise(1000), NoPicture);
    }

    private static IEnumerable<(string Name, byte[] Content, string Reason)> Documents()
    {
        yield return ("nothing", [], Empty);
        yield return ("PDF cut short", Text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), Damaged);
        yield return ("PDF without a version", Text("%PDF-x.y\nstartxref\n0\n%%EOF"), Damaged);
        yield return ("HTML that calls itself a PDF", Text("<html>%PDF-1.7 startxref %%EOF"), NoDocument);
        yield return ("old Word file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], NoDocument);
        yield return ("RTF", Text("{\\rtf1 x}"), NoDocument);
        yield return ("some archive", Archive(("a.exe", "MZ")), NoDocument);
        yield return ("archive cut short", Archive(("a.txt", new string('a', 1000)))[..60], Damaged);
        yield return ("Word file with macros", Word(("word/vbaProject.bin", "x")), NoDocument);
        yield return ("Word file with a path that leads out", Word(("../../evil", "x")), NoDocument);
        yield return ("Word file that unpacks to 600 MB", Word(("word/more.xml", "x"), megabytesOfZeros: 600), NoDocument);
        yield return ("picture", DrawnPicture.Make("png"), NoDocument);
    }

    // The most memory this process held since the last call, in bytes: what came and went between two looks counts, too.
    private static long Peak()
    {
        var line = File.ReadLines("/proc/self/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        var peak = long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], System.Globalization.CultureInfo.InvariantCulture) * 1024;
        File.WriteAllText("/proc/self/clear_refs", "5");
        return peak;
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

    private static int WidthOf(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("vipsheader", ["-f", "width", file]) { RedirectStandardOutput = true })!;
        return int.Parse(process.StandardOutput.ReadToEnd(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
