using System.Collections.Concurrent;
using ExportPortal.Media.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ExportPortal.Media.Renditions;

/// <summary>Makes renditions when they are first asked for: each once, few at a time, and not again soon after a failure.</summary>
internal sealed class RenditionMaker(Vips vips, MediaFolder folder, IOptions<MediaOptions> options, TimeProvider time, ILogger<RenditionMaker> log) : IDisposable
{
    // Decoding the whole picture is the only way to learn that it can be decoded; so the check makes one that will be asked for.
    private const int CheckedWidth = 640;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(10);
    private const int MostFailuresKept = 10_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<VipsResult>>> _making = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _failed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(options.Value.Makers);

    /// <summary>True when the whole picture decodes, or when that can't be told because the image program is missing.</summary>
    /// <param name="key">The picture's key.</param>
    /// <param name="source">Where it is as yet. Each caller's own is decoded, for another's may be gone by then.</param>
    public async Task<bool> CanDecodeAsync(string key, string source)
    {
        var path = PathOf(key, CheckedWidth, "webp");
        return File.Exists(path) || await MakeAsync(source, CheckedWidth, "webp", path) != VipsResult.Failed;
    }

    /// <summary>The rendition's file; null when it can't be made, or not soon enough.</summary>
    public async Task<string?> FindOrMakeAsync(string key, int width, string format, CancellationToken cancellation)
    {
        var path = PathOf(key, width, format);
        if (File.Exists(path))
            return path;
        if (_failed.TryGetValue(path, out var until) && time.GetUtcNow() < until)
            return null;
        try
        {
            var result = await MakeOnceAsync(key, width, format).WaitAsync(TimeSpan.FromSeconds(options.Value.WaitSeconds), time, cancellation);
            return result == VipsResult.Done ? path : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Where the rendition stands once it is made.</summary>
    public string PathOf(string key, int width, string format) => folder.RenditionOf(key, FormattableString.Invariant($"{width}.{format}"));

    public void Dispose() => _places.Dispose();

    // The making goes on when the reader who asked first has left: others wait for it too.
    private Task<VipsResult> MakeOnceAsync(string key, int width, string format)
    {
        var path = PathOf(key, width, format);
        return _making.GetOrAdd(path, making => new(async () =>
        {
            try
            {
                return await MakeAsync(folder.FileOf(key), width, format, making);
            }
            finally
            {
                _making.TryRemove(making, out _);
            }
        })).Value;
    }

    private async Task<VipsResult> MakeAsync(string source, int width, string format, string path)
    {
        var part = $"{path[..^format.Length]}{Guid.NewGuid():N}.{format}";
        await _places.WaitAsync();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var result = await vips.ThumbnailAsync(source, part, width, format, CancellationToken.None);
            if (result == VipsResult.Done)
                File.Move(part, path, overwrite: true);
            else
                RememberFailure(path);
            return result;
        }
        catch (IOException fault)
        {
            log.MakingStumbled(fault);
            RememberFailure(path);
            return VipsResult.Missing;
        }
        finally
        {
            File.Delete(part);
            _places.Release();
        }
    }

    private void RememberFailure(string path)
    {
        if (_failed.Count >= MostFailuresKept)
            _failed.Clear();
        _failed[path] = time.GetUtcNow() + RetryAfter;
    }
}
