using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Contracts;
using ExportPortal.Media.Renditions;
using ExportPortal.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Media;

public abstract class MediaStoreTests(TestDatabase database)
{
    public sealed class OnSqlite() : MediaStoreTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : MediaStoreTests(TestDatabase.Postgres);

    [Fact]
    public async Task A_picture_is_kept_once_and_given_back_as_it_came()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var store = portal.Services.GetRequiredService<MediaStore>();
        var picture = DrawnPicture.Make("jpg");

        var first = await StoreAsync(store, picture);
        var second = await StoreAsync(store, picture);

        first.Value.ShouldNotBeNull().ShouldBe(second.Value);
        (first.Value.Type, first.Value.Width, first.Value.Height, first.Value.Length).ShouldBe((FileType.Jpeg, 900, 600, picture.Length));
        using var back = store.OpenRead(first.Value.Key);
        using var copy = new MemoryStream();
        await back.CopyToAsync(copy, Cancellation);
        copy.ToArray().ShouldBe(picture);
    }

    [Fact]
    public async Task The_same_picture_stored_many_times_at_once_is_one()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var store = portal.Services.GetRequiredService<MediaStore>();
        var picture = DrawnPicture.Make("png");
        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => StoreAsync(store, picture), Cancellation)));
        stored.Select(s => s.Value).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_picture_cut_short_is_refused_and_leaves_nothing()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var store = portal.Services.GetRequiredService<MediaStore>();
        var picture = DrawnPicture.Make("jpg");
        var outcome = await StoreAsync(store, picture[..(picture.Length / 2)]);
        outcome.Refusals.ShouldHaveSingleItem().Key.ShouldBe("Media.File.Damaged");
        Directory.GetFiles(Path.Combine(portal.Folder, "media"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_refuses_what_storing_refuses_and_keeps_neither_good_nor_bad()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var store = portal.Services.GetRequiredService<MediaStore>();
        foreach (var format in new[] { "jpg", "png", "webp" })
        {
            var picture = DrawnPicture.Make(format);
            foreach (var content in new[] { picture, picture[..(picture.Length / 2)], picture[..100], [] })
            {
                var look = await store.CheckPictureAsync(new MemoryStream(content), Cancellation);
                Directory.GetFiles(Path.Combine(portal.Folder, "media"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
                var stored = await StoreAsync(portal.Services.GetRequiredService<MediaStore>(), content);
                look.Refusals.ShouldBe(stored.Refusals, format);
                look.Value.ShouldBe(stored.Value);
                if (stored.Value is { } kept)
                    File.Delete(Path.Combine(portal.Folder, "media", "files", kept.Key[..2], kept.Key));
            }
        }
    }

    [Fact]
    public async Task A_picture_of_too_many_pixels_is_refused_before_it_is_decoded()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var bomb = DrawnPicture.Make("png");
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 30_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 30_000);
        (await StoreAsync(portal.Services.GetRequiredService<MediaStore>(), bomb)).Refusals.ShouldHaveSingleItem().Key.ShouldBe("Media.File.TooManyPixels");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_without_reading_all_of_it()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var endless = new EndlessStream();
        var outcome = await portal.Services.GetRequiredService<AttachmentStore>().StoreAsync(endless, Cancellation);
        outcome.Refusals.ShouldHaveSingleItem().Key.ShouldBe("Media.File.TooLarge");
        endless.Given.ShouldBeLessThan(AttachmentStore.MostBytes + 1024 * 1024);
    }

    [Theory]
    [InlineData("avif", "image/avif")]
    [InlineData("webp", "image/webp")]
    [InlineData("jpg", "image/jpeg")]
    public async Task A_rendition_is_made_when_it_is_first_asked_for(string format, string type)
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var key = (await StoreAsync(portal.Services.GetRequiredService<MediaStore>(), DrawnPicture.Make("png"))).Value!.Key;
        var answer = await GetAsync(portal, key, $"320.{format}");
        (answer.StatusCode, answer.ContentType).ShouldBe((200, type));
        answer.Headers.CacheControl.ToString().ShouldContain("immutable");
        answer.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        var made = await File.ReadAllBytesAsync(Path.Combine(portal.Folder, "renditions", key[..2], key, $"320.{format}"), Cancellation);
        // A colour profile would be larger than the picture.
        System.Text.Encoding.Latin1.GetString(made).ShouldNotContain("acsp", Case.Sensitive);
    }

    [Fact]
    public async Task Until_a_picture_is_there_in_the_newest_format_it_is_served_in_an_older_one()
    {
        // It knows every format but AVIF.
        var program = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sh");
        await File.WriteAllTextAsync(program, "#!/bin/sh\ncase \"$*\" in *.avif*) exit 1;; *) exec vips \"$@\";; esac\n", Cancellation);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            await using var portal = await TemporaryPortal.StartAsync(database, null, ("Media:Vips", program));
            var key = (await StoreAsync(portal.Services.GetRequiredService<MediaStore>(), DrawnPicture.Make("png"))).Value!.Key;
            var answer = await GetAsync(portal, key, "480.avif");
            (answer.StatusCode, answer.ContentType).ShouldBe((200, "image/webp"));
            answer.Headers.CacheControl.ToString().ShouldNotContain("immutable");
        }
        finally
        {
            File.Delete(program);
        }
    }

    [Fact]
    public async Task Without_the_image_program_the_original_is_served_for_the_moment()
    {
        await using var portal = await TemporaryPortal.StartAsync(database, null, ("Media:Vips", "/nowhere/vips"));
        var key = (await StoreAsync(portal.Services.GetRequiredService<MediaStore>(), DrawnPicture.Make("jpg"))).Value!.Key;
        var answer = await GetAsync(portal, key, "320.webp");
        (answer.StatusCode, answer.ContentType).ShouldBe((200, "image/jpeg"));
        answer.Headers.CacheControl.ToString().ShouldNotContain("immutable");
    }

    [Theory]
    [InlineData("321.webp")]
    [InlineData("320.png")]
    [InlineData("0320.webp")]
    [InlineData("x.pdf")]
    public async Task Other_names_of_a_picture_are_not_found(string name)
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var key = (await StoreAsync(portal.Services.GetRequiredService<MediaStore>(), DrawnPicture.Make("png"))).Value!.Key;
        (await GetAsync(portal, key, name)).StatusCode.ShouldBe(404);
    }

    [Fact]
    public async Task Attachments_have_no_public_address()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var attachment = (await portal.Services.GetRequiredService<AttachmentStore>().StoreAsync(new MemoryStream(DrawnPicture.Make("png")), Cancellation)).Value!;
        (await GetAsync(portal, attachment.Digest, "320.webp")).StatusCode.ShouldBe(404);
        (await GetAsync(portal, attachment.Id, "320.webp")).StatusCode.ShouldBe(404);
    }

    [Fact]
    public async Task Pictures_are_given_whole_so_often_and_no_more()
    {
        await using var portal = await TemporaryPortal.StartAsync(database, null, ("Limits:ReadsPerMinute", "2"));
        var picture = (await portal.InScopeAsync(s => StoreAsync(s.GetRequiredService<MediaStore>(), DrawnPicture.Make("png")))).Value!;
        var answers = new List<int>();
        for (var i = 0; i < 3; i++)
            answers.Add((await GetAsync(portal, picture.Key, "original.png")).StatusCode);
        answers.ShouldBe([200, 200, 429]);
        // Who has it is told so, which costs nothing and is not counted.
        var had = await GetAsync(portal, picture.Key, "original.png", has: $"\"{picture.Key}\"");
        (had.StatusCode, had.Body.Length).ShouldBe((304, 0));
        (await GetAsync(portal, picture.Key, "original.png", has: "\"another\"")).StatusCode.ShouldBe(429);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<Outcome<StoredFile>> StoreAsync(MediaStore store, byte[] picture) =>
        store.StorePictureAsync(new MemoryStream(picture), Cancellation);

    private static Task<HttpResponse> GetAsync(TemporaryPortal portal, string key, string name, string? has = null) => portal.InScopeAsync(async services =>
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Headers.IfNoneMatch = has;
        context.Response.Body = new MemoryStream();
        var result = await MediaEndpoint.ServeAsync(key, name, context, services.GetRequiredService<MediaStore>(), services.GetRequiredService<RenditionMaker>(), services.GetRequiredService<ReadLimit>());
        await result.ExecuteAsync(context);
        return context.Response;
    });

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
