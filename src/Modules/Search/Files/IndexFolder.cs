using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Files;

/// <summary>An index as it was kept.</summary>
/// <param name="Segments">Its parts.</param>
/// <param name="Position">The position of the change log up to which it was read.</param>
/// <param name="Mark">The change log's mark of that position, which tells its database from any other.</param>
/// <param name="Glossary">The version of the glossary its documents were read with.</param>
/// <param name="Form">What its sources made its documents by.</param>
internal sealed record SavedIndex(ImmutableArray<SegmentView> Segments, long Position, string Mark, string Glossary, string Form);

/// <summary>
/// The folder an index is kept in. One process owns it, by a lock of the operating system that ends with the process.
/// The list <c>index.json</c> names the segment files that make up the index, with what is deleted of each and the position of the
/// change log: it is replaced in one step after all its files are safe, so whatever moment a process ends at, the folder holds
/// one whole index, or none that can be read, and then it is built anew.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const string ListName = "index.json";

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly ConditionalWeakTable<Segment, string> _files = [];
    private Snapshot? _saved;
    private int _lastNumber;

    private IndexFolder(string path, FileStream @lock) => (_path, _lock) = (path, @lock);

    private sealed record IndexList(int Format, string Analysis, long Position, string Mark, string Glossary, string Form, IReadOnlyList<ListedSegment> Segments);

    private sealed record ListedSegment(string File, int Documents, byte[]? Deleted);

    /// <summary>Opens the folder, making it if need be; null if another process owns it.</summary>
    public static IndexFolder? TryOpen(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            var folder = new IndexFolder(path, new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            folder.FindLastNumber();
            return folder;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>True if an index was saved here, whether or not it can be used.</summary>
    public bool Exists => File.Exists(Path.Combine(_path, ListName));

    /// <summary>The index as it was saved last; null if there is none that can be used, and why.</summary>
    public SavedIndex? Load(out string? why)
    {
        try
        {
            if (!Exists)
            {
                why = "there is none";
                return null;
            }
            var list = ReadList();
            if (list.Format != SegmentFile.Format || list.Analysis != AnalysisData.Version)
            {
                why = $"it is of format {list.Format}, analysis {list.Analysis}";
                return null;
            }
            // Beside each other: a start waits for it.
            var loads = Array.ConvertAll([.. list.Segments], s => Task.Run(() => LoadSegment(s)));
            try
            {
                Task.WaitAll(loads);
            }
            catch (AggregateException e)
            {
                foreach (var load in loads.Where(l => l.IsCompletedSuccessfully))
                    Close(load.Result.Segment);
                ExceptionDispatchInfo.Throw(e.InnerException!);
            }
            why = null;
            return new([.. loads.Select(l => l.Result)], list.Position, list.Mark, list.Glossary, list.Form);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or JsonException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            why = e.Message;
            return null;
        }
    }

    /// <summary>True if this very snapshot was saved last.</summary>
    public bool Holds(Snapshot snapshot) => ReferenceEquals(snapshot, _saved);

    /// <summary>
    /// Saves a snapshot: what is new is written, the list replaced, and what nobody needs any more deleted.
    /// Not for several threads at once. An error leaves the folder as it was.
    /// </summary>
    /// <param name="snapshot">What to save.</param>
    /// <param name="mark">The change log's mark of the snapshot's position.</param>
    /// <param name="form">What the sources make documents by.</param>
    public void Save(Snapshot snapshot, string mark, string form)
    {
        var listed = snapshot.Segments.Select(s => new ListedSegment(FileOf(s.Segment), s.Segment.DocumentCount, BytesOf(s.Deleted))).ToArray();
        WriteList(new(SegmentFile.Format, AnalysisData.Version, snapshot.Position, mark, snapshot.Glossary.Version, form, listed));
        _saved = snapshot;
        foreach (var file in Directory.EnumerateFiles(_path, "*.seg*").Where(f => !listed.Any(l => l.File == Path.GetFileName(f))))
            File.Delete(file);
    }

    public void Dispose() => _lock.Dispose();

    private string FileOf(Segment segment)
    {
        if (_files.TryGetValue(segment, out var name))
            return name;
        name = string.Create(CultureInfo.InvariantCulture, $"{++_lastNumber:D8}.seg");
        SegmentFile.Write(Path.Combine(_path, name), segment);
        _files.Add(segment, name);
        return name;
    }

    private SegmentView LoadSegment(ListedSegment listed)
    {
        var segment = SegmentFile.Read(Path.Combine(_path, Path.GetFileName(listed.File)));
        try
        {
            if (segment.DocumentCount != listed.Documents)
                throw new InvalidDataException("An index file holds other documents than its list says.");
            _files.Add(segment, listed.File);
            return new(segment, listed.Deleted is null ? null : BitSet.FromWords(listed.Documents, MemoryMarshal.Cast<byte, ulong>(listed.Deleted)));
        }
        catch
        {
            Close(segment);
            throw;
        }
    }

    private static void Close(Segment segment) => ((StoredBytes.InFile)segment.Stored).Dispose();

    // The first line is the checksum of the rest: a wrong position would leave changes out for good.
    private IndexList ReadList()
    {
        var lines = File.ReadAllText(Path.Combine(_path, ListName)).Split('\n', 2);
        if (lines.Length < 2 || lines[0] != ChecksumOf(lines[1]))
            throw new InvalidDataException("The checksum of the index's list is not that of its content.");
        return JsonSerializer.Deserialize<IndexList>(lines[1]) is { Segments: not null } list ? list : throw new InvalidDataException("The index's list is empty.");
    }

    private void WriteList(IndexList list)
    {
        var json = JsonSerializer.Serialize(list);
        var path = Path.Combine(_path, ListName);
        using (var stream = new FileStream(path + ".tmp", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes($"{ChecksumOf(json)}\n{json}"));
            stream.Flush(flushToDisk: true);
        }
        File.Move(path + ".tmp", path, overwrite: true);
    }

    // Numbers are not used again: a file left by a broken save must not pass for another.
    private void FindLastNumber() =>
        _lastNumber = Directory.EnumerateFiles(_path, "*.seg*")
            .Select(f => int.TryParse(Path.GetFileName(f).Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty().Max();

    private static byte[]? BytesOf(BitSet? deleted) => deleted is null ? null : MemoryMarshal.AsBytes(deleted.Words).ToArray();

    private static string ChecksumOf(string text) =>
        Checksum.Add(0, Encoding.UTF8.GetBytes(text)).ToString("x8", CultureInfo.InvariantCulture);
}
