namespace ExportPortal.Kernel.Data;

/// <summary>A lock of the operating system on a file: held by one process at a time and freed by its end, however it ends.</summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>The lock, or null when another holder has it.</summary>
    public static FileLock? TryTake(string file)
    {
        try
        {
            return new(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    /// <summary>The lock, waiting for it.</summary>
    /// <exception cref="TimeoutException">Another holder kept it for the whole wait.</exception>
    public static FileLock Take(string file, TimeSpan wait)
    {
        var end = Environment.TickCount64 + (long)wait.TotalMilliseconds;
        while (true)
        {
            if (TryTake(file) is { } taken)
                return taken;
            if (Environment.TickCount64 > end)
                throw new TimeoutException($"Another process holds the lock '{file}'.");
            Thread.Sleep(Pause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
