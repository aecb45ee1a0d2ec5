namespace ExportPortal.Testing;

/// <summary>
/// Pictures made from the sample's originals, shared by the portals of one test run: each of them would make the same ones again,
/// which takes most of the time of a first start. <c>test.sh</c> names one folder for all its projects.
/// </summary>
public static class SharedRenditions
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly Lazy<string> Folder = new(Make);

    /// <summary>Lets a data folder, new or just made, find them in the place of its own.</summary>
    public static void Link(string data)
    {
        var own = Path.Combine(Directory.CreateDirectory(data, Private).FullName, "renditions");
        if (Directory.Exists(own))
        {
            if (Directory.EnumerateFileSystemEntries(own).Any() || new DirectoryInfo(own).LinkTarget is not null)
                return;
            Directory.Delete(own);
        }
        Directory.CreateSymbolicLink(own, Folder.Value);
    }

    private static string Make()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_TEST_RENDITIONS") is { Length: > 0 } given)
            return Directory.CreateDirectory(given, Private).FullName;
        var folder = Directory.CreateTempSubdirectory("portal-renditions-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TemporaryFolder.Remove(folder);
        return folder;
    }
}
