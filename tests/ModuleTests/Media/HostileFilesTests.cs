using System.Diagnostics;
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
    private const long MostMemory = 64L * 1024 * 1024;

    [Fact]
    public async Task Each_is_refused_with_its_reason_and_memory_stays_as_it_was()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var store = portal.Services.GetRequiredService<MediaStore>();
        var pictures = HostileFiles.Pictures().ToArray();
        var documents = HostileFiles.Documents().ToArray();
        (pictures.Length + documents.Length).ShouldBeGreaterThanOrEqualTo(30);
        // What the first use of anything takes is not the files' doing.
        await store.StorePictureAsync(new MemoryStream(pictures[0].Content), Cancellation);
        await store.StorePictureAsync(new MemoryStream(DrawnPicture.Make("jpg")), Cancellation);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true);
        Peak();
        var before = Peak();
        foreach (var (name, content, reason, _) in pictures)
            (await store.StorePictureAsync(new MemoryStream(content), Cancellation)).Refusals.ShouldHaveSingleItem(name).Key.ShouldBe(reason, name);
        foreach (var (name, content, reason, _) in documents)
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

    private static long Peak() => ProcessMemory.TakePeak(Environment.ProcessId);

    private static int WidthOf(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("vipsheader", ["-f", "width", file]) { RedirectStandardOutput = true })!;
        return int.Parse(process.StandardOutput.ReadToEnd(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
