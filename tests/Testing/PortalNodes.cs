using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Npgsql;

namespace ExportPortal.Testing;

/// <summary>Two nodes over PostgreSQL behind nginx, as <c>two-nodes.sh</c> runs them: a node that ends is started again.</summary>
public sealed class PortalNodes : IAsyncDisposable
{
    private static readonly TimeSpan StartWait = TimeSpan.FromSeconds(300);
    private static readonly string Script = Path.Combine(Path.GetDirectoryName(PortalProcess.Program)!, "..", "..", "..", "..", "..", "two-nodes.sh");

    private readonly TemporaryFolder _folder = new();
    private readonly Process _script;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly int _port;

    private PortalNodes(string[] settings)
    {
        SharedRenditions.Link(_folder["shared"]);
        // The script wants them in a row.
        _port = OwnPorts.Take(Count + 2);
        // The script ends with its standard input, and so with this process, however that ends.
        _script = Process.Start(new ProcessStartInfo("bash",
        [
            "-c", "\"$@\" & nodes=$!; read -r _; kill -TERM $nodes; wait $nodes", "bash",
            Path.GetFullPath(Script), "--data", _folder.Path, "--port", Text(_port), "--portal", Path.GetFullPath(PortalProcess.Program), .. settings,
        ])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _script.OutputDataReceived += (_, line) => Keep(line.Data);
        _script.ErrorDataReceived += (_, line) => Keep(line.Data);
        _script.BeginOutputReadLine();
        _script.BeginErrorReadLine();
    }

    /// <summary>How many nodes there are.</summary>
    public const int Count = 2;

    /// <summary>Where nginx answers.</summary>
    public string Url => "http://127.0.0.1:" + Text(_port);

    /// <summary>What the nodes share, and the folder of each.</summary>
    public TemporaryFolder Folder => _folder;

    /// <summary>The database.</summary>
    public string Database => Setting("Portal__Database");

    /// <summary>Where a node answers itself.</summary>
    /// <param name="node">1 or 2.</param>
    public string UrlOf(int node) => "http://127.0.0.1:" + Text(_port + node);

    /// <summary>What a node logged in all its lives.</summary>
    public string LogOf(int node)
    {
        using var file = new FileStream(_folder[$"node-{node}.log"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    /// <summary>Starts them, and waits until they answer.</summary>
    public static async Task<PortalNodes> StartAsync(params string[] settings)
    {
        var nodes = new PortalNodes(settings);
        for (var end = DateTime.UtcNow + StartWait; !nodes._output.Any(l => l.Contains("nodes answer at", StringComparison.Ordinal)); await Task.Delay(50))
            if (nodes._script.HasExited || DateTime.UtcNow > end)
            {
                var said = string.Join('\n', nodes._output) + string.Concat(Enumerable.Range(1, Count).Where(n => File.Exists(nodes._folder[$"node-{n}.log"])).Select(nodes.LogOf));
                await nodes.DisposeAsync();
                throw new InvalidOperationException("The nodes did not start: " + said);
            }
        return nodes;
    }

    /// <summary>Restarts them one after the other.</summary>
    public async Task RestartAsync()
    {
        using var restart = Process.Start(new ProcessStartInfo(Path.GetFullPath(Script), ["restart", "--data", _folder.Path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (restart.StandardOutput.ReadToEndAsync(), restart.StandardError.ReadToEndAsync());
        await restart.WaitForExitAsync();
        if (restart.ExitCode != 0)
            throw new InvalidOperationException($"The restart failed: {await output}{await errors}");
    }

    /// <summary>Ends a node as a fault would, and tells when. It is started again at once.</summary>
    public async Task<DateTime> KillAsync(int node)
    {
        var process = await File.ReadAllTextAsync(_folder[$"node-{node}.pid"]);
        using var victim = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
        var moment = DateTime.UtcNow;
        victim.Kill();
        while (Directory.Exists("/proc/" + process.Trim()))
            await Task.Delay(10);
        return moment;
    }

    /// <summary>What a node's readiness probe answers; null when nobody listens.</summary>
    public async Task<HttpStatusCode?> ProbeAsync(int node)
    {
        using var client = new HttpClient();
        try
        {
            return (await client.GetAsync(UrlOf(node) + "/health/ready")).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Waits until a node is ready.</summary>
    public async Task WaitUntilReadyAsync(int node)
    {
        for (var end = DateTime.UtcNow + StartWait; await ProbeAsync(node) != HttpStatusCode.OK; await Task.Delay(50))
            if (DateTime.UtcNow > end)
                throw new TimeoutException($"Node {node} did not become ready: {LogOf(node)}");
    }

    /// <summary>Runs a command beside the nodes, as an operator does.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] command) => PortalProcess.RunAsync(
        [.. command, "--data", _folder["operator"], "--database", Database, "--Portal:Shared", _folder["shared"]]);

    /// <summary>The first column of what a query finds.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Written in tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return values;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_script.HasExited)
            _script.StandardInput.Close();
        await _script.WaitForExitAsync();
        _script.Dispose();
        if (File.Exists(_folder["node.env"]))
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Database));
        _folder.Dispose();
    }

    private string Setting(string name) =>
        File.ReadLines(_folder["node.env"]).First(l => l.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..].Trim('"');

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
