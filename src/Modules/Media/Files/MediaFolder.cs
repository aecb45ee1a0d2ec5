using ExportPortal.Kernel.Data;

namespace ExportPortal.Media.Files;

/// <summary>Where files stand below the media folder: published ones by content, attachments by id, incoming ones until they are checked.</summary>
internal sealed class MediaFolder
{
    private static readonly TimeSpan IncomingKept = TimeSpan.FromDays(1);

    private readonly DataFolder _data;

    public MediaFolder(DataFolder data, TimeProvider time)
    {
        _data = data;
        foreach (var left in Directory.CreateDirectory(Incoming).EnumerateFiles().Where(f => f.LastWriteTimeUtc < time.GetUtcNow() - IncomingKept))
            left.Delete();
    }

    public string Root => _data.Shared;

    private string Attachments => Path.Combine(_data.Media, "attachments");

    private string Incoming => Path.Combine(_data.Media, "incoming");

    public string FileOf(string key) => Spread(Path.Combine(_data.Media, "files"), key);

    public string AttachmentOf(string id) => Spread(Attachments, id);

    public IEnumerable<string> AttachmentsWrittenBefore(DateTimeOffset instant) =>
        Directory.CreateDirectory(Attachments).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.LastWriteTimeUtc < instant.UtcDateTime).Select(f => f.Name);

    public string RenditionOf(string key, string name) => Path.Combine(Spread(_data.Renditions, key), name);

    public string NewIncoming() => Path.Combine(Incoming, Guid.NewGuid().ToString("N"));

    public static bool IsKey(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    // Names that are not plain hexadecimal never come near the file system.
    private static string Spread(string folder, string name) => name.Length >= 32 && name.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, name[..2], name)
        : throw new FileNotFoundException("Not the name of a stored file.");
}
