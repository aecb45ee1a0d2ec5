using System.Formats.Tar;
using System.IO.Compression;

namespace ExportPortal.Web.Backups;

/// <summary>A backup: one compressed archive of the database and the folders that cannot be made again.</summary>
internal static class BackupFile
{
    /// <summary>The database within the archive: a SQLite file, or a dump of PostgreSQL in its custom format.</summary>
    public const string SqliteEntry = "portal.db", PostgresEntry = "portal.dump";

    /// <summary>The folders within the archive.</summary>
    public static readonly string[] Folders = ["media", "keys", "mail"];

    public static async Task WriteAsync(string file, string databaseFile, string databaseEntry, string dataFolder, CancellationToken cancellation)
    {
        // Holds keys and personal data: for the owner only, and complete or not there.
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var unfinished = file + ".new";
        try
        {
            await using (var stream = new FileStream(unfinished, create))
            {
                await using (var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
                await using (var tar = new TarWriter(zip, TarEntryFormat.Pax, leaveOpen: true))
                {
                    await tar.WriteEntryAsync(databaseFile, databaseEntry, cancellation);
                    foreach (var (path, name) in Folders.SelectMany(folder => FilesIn(dataFolder, folder)))
                        await AddAsync(tar, path, name, cancellation);
                }
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file, overwrite: true);
        }
        catch when (File.Exists(unfinished))
        {
            File.Delete(unfinished);
            throw;
        }
    }

    // What a serving portal erases meanwhile is not missed: the database's copy was made before, but erasing is meant to last.
    private static async Task AddAsync(TarWriter tar, string path, string name, CancellationToken cancellation)
    {
        try
        {
            await tar.WriteEntryAsync(path, name, cancellation);
        }
        catch (FileNotFoundException)
        {
        }
    }

    /// <summary>Unpacks into a folder; names that would lead out of it are refused by the framework. False for a file that is no backup or not a whole one.</summary>
    public static async Task<bool> TryReadAsync(string file, string folder, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        await using var zip = new GZipStream(stream, CompressionMode.Decompress);
        try
        {
            await TarFile.ExtractToDirectoryAsync(zip, folder, overwriteFiles: false, cancellation);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            return false;
        }
        return File.Exists(Path.Combine(folder, SqliteEntry)) || File.Exists(Path.Combine(folder, PostgresEntry));
    }

    // What is on its way in is not referred to by anything yet.
    private static bool IsKept(string file) =>
        !file.EndsWith(".lock", StringComparison.Ordinal) && !file.EndsWith(".new", StringComparison.Ordinal) && !file.Contains("/incoming/", StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Name)> FilesIn(string dataFolder, string folder)
    {
        var root = Path.Combine(dataFolder, folder);
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(IsKept)
                .Select(f => (f, Path.GetRelativePath(dataFolder, f).Replace('\\', '/')))
            : [];
    }
}
