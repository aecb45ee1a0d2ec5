using System.Diagnostics;
using System.Globalization;
using ExportPortal.Testing;

namespace ExportPortal.ModuleTests.Testing;

public sealed class PostgresServerTests
{
    [Theory]
    [InlineData("gone", "gone")]
    [InlineData("gone", "another's")]
    [InlineData("gone", "")]
    [InlineData("gone", null)]
    [InlineData("", "gone")]
    [InlineData(null, "gone")]
    public void What_a_killed_server_left_is_removed_and_stops_no_test(string? owner, string? server)
    {
        var folder = PostgresServer.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        Write(Path.Combine(folder, "data", "postmaster.pid"), server);
        Write(Path.Combine(folder, PostgresServer.OwnerFile), owner);

        PostgresServer.StopLeftServers();

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_whose_tests_run_goes_on()
    {
        var database = await PostgresServer.Instance.CreateDatabaseAsync();

        PostgresServer.StopLeftServers();

        await PostgresServer.Instance.DropDatabaseAsync(database);
    }

    private static void Write(string file, string? process)
    {
        if (process is null)
            File.Delete(file);
        else
            File.WriteAllText(file, process switch
            {
                "gone" => Ended(),
                "another's" => Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                _ => process,
            });
    }

    private static string Ended()
    {
        using var process = Process.Start("true");
        process.WaitForExit();
        return process.Id.ToString(CultureInfo.InvariantCulture);
    }
}
