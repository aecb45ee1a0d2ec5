using System.Collections.Concurrent;
using ExportPortal.Media.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ExportPortal.Media.Renditions;

/// <summary>Lets pictures be made when they are first asked for: each once, few at a time, and not again soon after a failure.</summary>
/// <param name="places">How many at once.</param>
/// <param name="folder">Where they are written until they are whole.</param>
/// <param name="options">How long readers wait.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where faults are told.</param>
internal sealed class Makers(int places, MediaFolder folder, IOptions<MediaOptions> options, TimeProvider time, ILogger<Makers> log) : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(10);
    private const int MostFailuresKept = 10_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<VipsResult>>> _making = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _failed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(places);

    /// <summary>True once the file is there; false when it can't be made, or not soon enough.</summary>
    /// <param name="path">The file.</param>
    /// <param name="make">Writes it under the name it is given, which has the same ending.</param>
    /// <param name="cancellation">Stops the waiting, not the making: others may wait for it too.</param>
    public async Task<bool> FindOrMakeAsync(string path, Func<string, Task<VipsResult>> make, CancellationToken cancellation)
    {
        if (File.Exists(path))
            return true;
        if (_failed.TryGetValue(path, out var until) && time.GetUtcNow() < until)
            return false;
        try
        {
            return await MakeOnceAsync(path, make).WaitAsync(TimeSpan.FromSeconds(options.Value.WaitSeconds), time, cancellation) == VipsResult.Done;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Makes the file, though others may be making it too.</summary>
    public async Task<VipsResult> MakeAsync(string path, Func<string, Task<VipsResult>> make)
    {
        var part = folder.NewPart(Path.GetExtension(path));
        await _places.WaitAsync();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var result = await make(part);
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

    public void Dispose() => _places.Dispose();

    private Task<VipsResult> MakeOnceAsync(string path, Func<string, Task<VipsResult>> make) => _making.GetOrAdd(path, making => new(async () =>
    {
        try
        {
            return await MakeAsync(making, make);
        }
        finally
        {
            _making.TryRemove(making, out _);
        }
    })).Value;

    private void RememberFailure(string path)
    {
        if (_failed.Count >= MostFailuresKept)
            _failed.Clear();
        _failed[path] = time.GetUtcNow() + RetryAfter;
    }
}
