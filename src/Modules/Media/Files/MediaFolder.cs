using ExportPortal.Kernel.Data;

namespace ExportPortal.Media.Files;

/// <summary>Where files stand below the media folder: published ones by content, attachments by id, incoming ones until they are checked.</summary>
internal sealed class MediaFolder
{
    // Commands beside the serving process have theirs under way; what a kill left is older.
    private static readonly TimeSpan LeftAlone = TimeSpan.FromDays(1);

    private readonly DataFolder _data;

    public MediaFolder(DataFolder data, TimeProvider time)
    {
        _data = data;
        foreach (var folder in (string[])[Incoming, Parts])
            foreach (var left in Directory.CreateDirectory(folder).EnumerateFileSystemInfos().Where(f => f.LastWriteTimeUtc < time.GetUtcNow() - LeftAlone))
                Delete(left);
    }

    public string Root => _data.Shared;

    private string Attachments => Path.Combine(_data.Media, "attachments");

    private string Incoming => Path.Combine(_data.Media, "incoming");

    private string Parts => Path.Combine(_data.Renditions, "parts");

    public string FileOf(string key) => Spread(Path.Combine(_data.Media, "files"), key);

    public string AttachmentOf(string id) => Spread(Attachments, id);

    public IEnumerable<string> AttachmentsWrittenBefore(DateTimeOffset instant) =>
        Directory.CreateDirectory(Attachments).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.LastWriteTimeUtc < instant.UtcDateTime).Select(f => f.Name);

    public string RenditionOf(string key, string name) => Path.Combine(Spread(_data.Renditions, key), name);

    /// <summary>Where a picture is written until it is whole; on the same disk as its place.</summary>
    public string NewPart(string ending) => Path.Combine(Parts, Guid.NewGuid().ToString("N") + ending);

    public string NewIncoming() => Path.Combine(Incoming, Guid.NewGuid().ToString("N"));

    public static bool IsKey(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static void Delete(FileSystemInfo left)
    {
        if (left is DirectoryInfo folder)
            folder.Delete(recursive: true);
        else
            left.Delete();
    }

    // Names that are not plain hexadecimal never come near the file system.
    private static string Spread(string folder, string name) => name.Length >= 32 && name.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, name[..2], name)
        : throw new FileNotFoundException("Not the name of a stored file.");
}
