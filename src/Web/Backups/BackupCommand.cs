using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Web.Backups;

internal sealed class BackupCommand(DatabaseCopy copy, DataFolder folder) : IModuleCommand, IReadsData
{
    public string Name => "backup";

    public string Usage => "FILE";

    public string Help => "Writes database, media, keys and unsent mail into one file, also while the portal serves. The file holds secrets and personal data.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        if (arguments is not [var file] || file.StartsWith('-'))
        {
            terminal.Error($"Use: {Name} {Usage}");
            return 2;
        }
        var temporary = Path.Combine(folder.Journal, $"backup-{Guid.NewGuid():N}");
        try
        {
            // The database first: every file it refers to was written before it.
            await copy.WriteAsync(temporary, cancellation);
            await BackupFile.WriteAsync(file, temporary, copy.Entry, folder.Shared, cancellation);
        }
        finally
        {
            File.Delete(temporary);
        }
        terminal.Line($"Backup written to {file}, {new FileInfo(file).Length / 1024:N0} KiB.");
        return 0;
    }
}

internal sealed class RestoreCommand(DatabaseCopy copy, DataFolder folder) : IModuleCommand, IMigratesItself
{
    public string Name => "restore";

    public string Usage => "FILE";

    public string Help => "Restores a backup into a new data folder, on PostgreSQL into an empty database. Anything that is there already is left alone and refused.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        if (arguments is not [var file] || file.StartsWith('-'))
        {
            terminal.Error($"Use: {Name} {Usage}");
            return 2;
        }
        if (!File.Exists(file))
        {
            terminal.Error($"There is no file '{file}'.");
            return 2;
        }
        if (File.Exists(folder.Database) || BackupFile.Folders.Any(f => Directory.EnumerateFiles(Path.Combine(folder.Shared, f), "*", SearchOption.AllDirectories).Any(p => !p.EndsWith(".lock", StringComparison.Ordinal))))
        {
            terminal.Error($"The data folder '{folder.Shared}' is in use. Restore into a new one: --data DIR.");
            return 1;
        }
        // On the same file system as the folders' places, so that they can be moved there.
        var unpacked = Path.Combine(folder.Shared, "restore-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(unpacked);
        try
        {
            if (!await BackupFile.TryReadAsync(file, unpacked, cancellation))
            {
                terminal.Error($"'{file}' is no backup of a portal, or is damaged.");
                return 1;
            }
            var database = Path.Combine(unpacked, copy.Entry);
            if (!File.Exists(database))
            {
                terminal.Error("The backup is of the other kind of database: restore it with or without --database, as it was made.");
                return 1;
            }
            // The database first: it alone can fail on what stands outside the folder.
            await copy.ReadAsync(database, cancellation);
            foreach (var part in BackupFile.Folders.Where(f => Directory.Exists(Path.Combine(unpacked, f))))
            {
                Directory.Delete(Path.Combine(folder.Shared, part), recursive: true);
                Directory.Move(Path.Combine(unpacked, part), Path.Combine(folder.Shared, part));
            }
            // An index that was left here belongs to another database, whose positions mean nothing in this one.
            Directory.Delete(folder.Index, recursive: true);
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }
        terminal.Line($"Restored into {folder.Shared}.");
        return 0;
    }
}
