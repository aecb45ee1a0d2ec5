using System.Text.Json;
using ExportPortal.Kernel.Data;

namespace ExportPortal.Search.Keeping;

/// <summary>Where the process that owns the index tells how far a rebuild has come, for the command that asked for it.</summary>
internal sealed class RebuildJournal(DataFolder data)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly string _file = Path.Combine(data.Journal, "index.json");
    private long _writtenAt;

    /// <summary>An entry.</summary>
    /// <param name="Position">The position of the change log at which the rebuild began.</param>
    /// <param name="Documents">The documents read so far.</param>
    /// <param name="Complete">True when the new index is in use.</param>
    public sealed record Entry(long Position, int Documents, bool Complete);

    public void Tell(BuildProgress progress)
    {
        if (Environment.TickCount64 - _writtenAt >= Interval.TotalMilliseconds)
            Write(new(progress.Position, progress.Documents, Complete: false));
    }

    public void TellComplete(long position, int documents) => Write(new(position, documents, Complete: true));

    /// <summary>The last entry; null if there is none.</summary>
    public Entry? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(File.ReadAllText(_file));
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            return null;
        }
    }

    private void Write(Entry entry)
    {
        _writtenAt = Environment.TickCount64;
        File.WriteAllText(_file + ".tmp", JsonSerializer.Serialize(entry));
        File.Move(_file + ".tmp", _file, overwrite: true);
    }
}
