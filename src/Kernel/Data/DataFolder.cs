using System.Security.Cryptography;

namespace ExportPortal.Kernel.Data;

/// <summary>The folder that holds everything the portal keeps outside a database server.</summary>
public sealed class DataFolder
{
    /// <summary>Takes existing or new folders and makes them and their parts, readable by the owner only.</summary>
    /// <param name="path">The process's own.</param>
    /// <param name="shared">The one for what all nodes over a database have in common; empty: the own.</param>
    public DataFolder(string path, string shared = "")
    {
        Path = System.IO.Path.GetFullPath(path);
        Shared = shared.Length > 0 ? System.IO.Path.GetFullPath(shared) : Path;
        foreach (var part in new[] { Path, Shared, Media, Renditions, Index, Journal, Keys, Mail })
            MakePrivate(part);
    }

    /// <summary>Its absolute path.</summary>
    public string Path { get; }

    /// <summary>The absolute path of the folder that all nodes over a database have in common: media, pictures, secrets and mail. <see cref="Path"/> where one process serves.</summary>
    public string Shared { get; }

    /// <summary>The SQLite database file.</summary>
    public string Database => In("portal.db");

    /// <summary>Original files, by content hash.</summary>
    public string Media => InShared("media");

    /// <summary>Pictures made from originals; may be deleted at any time.</summary>
    public string Renditions => InShared("renditions");

    /// <summary>The search index; may be deleted while nobody serves.</summary>
    public string Index => In("index");

    /// <summary>Progress of long commands.</summary>
    public string Journal => In("journal");

    /// <summary>Secrets.</summary>
    public string Keys => InShared("keys");

    /// <summary>Mails that were written instead of sent.</summary>
    public string Mail => InShared("mail");

    /// <summary>A secret of 32 random bytes, made once and then kept in <see cref="Keys"/>.</summary>
    /// <param name="name">The file's name without ending.</param>
    public byte[] Secret(string name)
    {
        var file = System.IO.Path.Combine(Keys, name + ".key");
        using (FileLock.Take(System.IO.Path.Combine(Keys, "keys.lock"), TimeSpan.FromSeconds(30)))
        {
            if (!File.Exists(file))
            {
                var made = file + ".new";
                var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                    create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                using (var stream = new FileStream(made, create))
                {
                    stream.Write(RandomNumberGenerator.GetBytes(32));
                    stream.Flush(flushToDisk: true);
                }
                File.Move(made, file);
            }
            return File.ReadAllBytes(file);
        }
    }

    /// <summary>Removes the folder if nothing but empty folders stands in it. What another process has begun to write stays.</summary>
    /// <exception cref="IOException">Something was written at this very moment; it stays too.</exception>
    public void RemoveIfEmpty()
    {
        if (Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Any())
            return;
        foreach (var part in Directory.GetDirectories(Path, "*", SearchOption.AllDirectories).OrderByDescending(p => p.Length).Append(Path))
            Directory.Delete(part);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private string InShared(string name) => System.IO.Path.Combine(Shared, name);

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
