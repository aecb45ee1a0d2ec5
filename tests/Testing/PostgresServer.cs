using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ExportPortal.Testing;

/// <summary>A PostgreSQL server of the tests' own: started at first use on a free loopback port, stopped with the test process.</summary>
public sealed class PostgresServer
{
    /// <summary>Holds, in a server's folder, the number of the process it runs for.</summary>
    public const string OwnerFile = "owner.pid";

    private static readonly TimeSpan TurnWait = TimeSpan.FromMinutes(2);
    private static readonly string ParentFolder = Path.Combine(Path.GetTempPath(), "portal-postgres");
    private static readonly Lazy<PostgresServer> Running = new(() => new PostgresServer());

    private readonly string _folder = NewFolder();
    private readonly int _port = OwnPorts.Take();
    private int _databases;

    private PostgresServer()
    {
        StopLeftServers();
        var data = Path.Combine(_folder, "data");
        if (Environment.UserName == "root")
            Run("chown", "-R", "postgres", _folder);
        AsPostgres(Tool("initdb"), "-D", data, "-A", "trust", "-U", "postgres", "--no-sync", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C.UTF-8");
        AsPostgres(Tool("pg_ctl"), "-D", data, "-w", "-l", Path.Combine(_folder, "server.log"), "-o",
            FormattableString.Invariant($"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=200"), "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            using (TakeTurn())
                Stop(_folder);
        };
    }

    /// <summary>The running server; starting it takes some seconds.</summary>
    public static PostgresServer Instance => Running.Value;

    /// <summary>Makes the folder of a server that runs for this process.</summary>
    public static string NewFolder()
    {
        using (TakeTurn())
        {
            var folder = Directory.CreateDirectory(Path.Combine(ParentFolder, Guid.NewGuid().ToString("N"))).FullName;
            File.WriteAllText(Path.Combine(folder, OwnerFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return folder;
        }
    }

    /// <summary>Stops the servers whose test process was killed, and removes what they, or servers that were killed as well, left.</summary>
    public static void StopLeftServers()
    {
        using (TakeTurn())
            foreach (var folder in Directory.GetDirectories(ParentFolder))
                if (FirstNumber(Path.Combine(folder, OwnerFile)) is not { } owner || !Directory.Exists(FormattableString.Invariant($"/proc/{owner}")))
                    Stop(folder);
    }

    /// <summary>Makes a new database, empty or as a copy of another, and gives its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = FormattableString.Invariant($"portal_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy");
        return ConnectionString(name);
    }

    /// <summary>Drops a database, ending what still uses it.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private string ConnectionString(string database) => FormattableString.Invariant($"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=10");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names are made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    // Test processes that begin and end at the same time look at each other's folders.
    private static FileStream TakeTurn()
    {
        Directory.CreateDirectory(ParentFolder);
        for (var end = DateTime.UtcNow + TurnWait; ; Thread.Sleep(50))
            try
            {
                return new(Path.Combine(ParentFolder, "turn"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                // It is another's turn.
            }
    }

    private static void Stop(string folder)
    {
        var data = Path.Combine(folder, "data");
        try
        {
            if (IsServed(data))
                AsPostgres(Tool("pg_ctl"), "-D", data, "-m", "immediate", "stop");
        }
        catch (InvalidOperationException) when (!IsServed(data))
        {
            // It ended by itself in the meantime.
        }
        TemporaryFolder.Remove(folder);
    }

    // The number in its file may be that of a process long gone, or be another's by now.
    private static bool IsServed(string data)
    {
        if (FirstNumber(Path.Combine(data, "postmaster.pid")) is not { } server)
            return false;
        try
        {
            return File.ReadAllText(FormattableString.Invariant($"/proc/{server}/cmdline")).Split('\0').Contains(data);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int? FirstNumber(string file) =>
        File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Tool(string name) =>
        Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(v => Path.Combine(v, "bin", name)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"PostgreSQL's {name} is not installed: apt-get install postgresql.");

    private static void AsPostgres(params string[] command)
    {
        if (Environment.UserName == "root")
            Run(["runuser", "-u", "postgres", "--", .. command]);
        else
            Run(command);
    }

    // The server inherits the output of pg_ctl; a pipe would never end.
    private static void Run(params string[] command)
    {
        var output = Path.GetTempFileName();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1", "sh", output, .. command]) { WorkingDirectory = Path.GetTempPath() })!;
        process.WaitForExit();
        var said = File.ReadAllText(output);
        File.Delete(output);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} failed: {said}");
    }
}
