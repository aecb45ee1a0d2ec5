using ExportPortal.Media.Contracts;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Media;

public sealed class LimitedProgramTests
{
    private const string Secret = "Portal__KeyOfThisTest";

    [Fact]
    public async Task The_program_that_decodes_strangers_files_learns_none_of_the_portals_settings()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var program = folder["vips"];
        await File.WriteAllTextAsync(program, "#!/bin/sh\nenv > \"$(dirname \"$0\")/environment\"\nexit 1\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable(Secret, "secret");
        try
        {
            await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite, null, ("Media:Vips", program));
            await portal.Services.GetRequiredService<MediaStore>().StorePictureAsync(new MemoryStream(DrawnPicture.Make("png")), TestContext.Current.CancellationToken);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Secret, null);
        }
        string[] names = [.. (await File.ReadAllLinesAsync(folder["environment"], TestContext.Current.CancellationToken)).Select(l => l.Split('=')[0])];
        names.ShouldContain("PATH");
        names.ShouldContain("VIPS_BLOCK_UNTRUSTED");
        names.Where(n => n is not ("PATH" or "HOME" or "LANG" or "PWD" or "OLDPWD" or "SHLVL" or "_" or "TMPDIR" or "LD_LIBRARY_PATH")
            && !n.StartsWith("VIPS", StringComparison.Ordinal) && !n.StartsWith("XDG_", StringComparison.Ordinal) && !n.StartsWith("FONTCONFIG_", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
