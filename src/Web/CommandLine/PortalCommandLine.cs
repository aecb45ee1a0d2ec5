using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Web.Hosting;
using Microsoft.Extensions.Options;

namespace ExportPortal.Web.CommandLine;

/// <summary>Reads the command line: the first words name a command, without any the portal serves.</summary>
internal static class PortalCommandLine
{
    // Host options that stand for settings; each takes a value, but those of Switches.
    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["--urls"] = "urls",
        ["--data"] = "Portal:Data",
        ["--database"] = "Portal:Database",
    };

    private static readonly Dictionary<string, (string Setting, string Value)> Switches = new(StringComparer.Ordinal)
    {
        ["--empty"] = ("Catalogue:Sample", "false"),
    };

    public static async Task<int> RunAsync(string[] args, Action<IServiceCollection> addModules, Action<IEndpointRouteBuilder> mapModules)
    {
        if (!TryRead(args, out var settings, out var words, out var fault))
        {
            Console.Error.WriteLine(fault);
            return 2;
        }
        try
        {
            return await RunAsync(words, settings, addModules, mapModules);
        }
        catch (Exception failure) when (Explain(failure) is { } why)
        {
            Console.Error.WriteLine($"{(words is [] ? "serve" : words[0])} failed: {why}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(List<string> words, Dictionary<string, string?> settings, Action<IServiceCollection> addModules, Action<IEndpointRouteBuilder> mapModules)
    {
        var serves = words is [] or ["serve"];
        await using var app = PortalHost.Build(settings, addModules, serves);
        var wrong = ConfigurationFaults.Find(app.Services, app.Configuration);
        foreach (var each in wrong)
            Console.Error.WriteLine($"configuration: FAILED. {each}");
        if (wrong.Count > 0)
            return 2;
        return serves ? await ServeAsync(app, mapModules) : await RunCommandAsync(app, words);
    }

    private static async Task<int> ServeAsync(WebApplication app, Action<IEndpointRouteBuilder> mapModules)
    {
        // Before the host takes over Ctrl-C and SIGTERM, a stop ends the preparations.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping);
        using var interrupt = PosixSignals.CancelOnStop(stop);
        try
        {
            return await PortalHost.ServeAsync(app, mapModules, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static async Task<int> RunCommandAsync(WebApplication app, List<string> words)
    {
        using var terminal = new ConsoleTerminal();
        var data = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.Data;
        var isNew = !Directory.Exists(data);
        await using var scope = app.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<IModuleCommand>().OrderBy(c => c.Name, StringComparer.Ordinal).ToArray();
        var command = commands.FirstOrDefault(c => words.Take(c.Name.Split(' ').Length).SequenceEqual(c.Name.Split(' ')));
        // The services have made the folder: a question leaves none behind, and a mistyped name does not pass for an empty portal.
        if (isNew && (command is null or IReadsData) && Directory.Exists(data))
            app.Services.GetRequiredService<DataFolder>().RemoveIfEmpty();
        if (command is null && words is ["help" or "--help" or "-h"])
        {
            WriteHelp(commands);
            return 0;
        }
        if (command is null)
        {
            terminal.Error($"There is no {(words[0].StartsWith('-') ? "option" : "command")} '{words[0]}'. All commands and options: help");
            return 2;
        }
        var arguments = words.Skip(command.Name.Split(' ').Length).ToArray();
        if (arguments.Contains("--help"))
        {
            Console.WriteLine($"{command.Name} {command.Usage}\n  {command.Help}");
            return 0;
        }
        if (isNew && command is IReadsData)
        {
            terminal.Error($"There is no data folder '{Path.GetFullPath(data)}'. Name the portal's own: --data DIR.");
            return 1;
        }
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignals.CancelOnStop(stop);
        try
        {
            if (command is not IMigratesItself)
                await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAtStartAsync(stop.Token);
            return await command.RunAsync(arguments, terminal, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            terminal.Error("Stopped.");
            return 130;
        }
    }

    // What stands outside the portal and fails is said in a line; anything else is a bug, and shows where.
    private static string? Explain(Exception failure) => failure switch
    {
        IOException or UnauthorizedAccessException or TimeoutException or System.ComponentModel.Win32Exception => failure.Message,
        System.Data.Common.DbException => failure.Message,
        InvalidDataException => failure.Message,
        // EF Core wraps what it takes for passing.
        InvalidOperationException { InnerException: { } inner and (System.Data.Common.DbException or TimeoutException) } => inner.Message,
        Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: System.Data.Common.DbException inner } => inner.Message,
        _ => null,
    };

    private static bool TryRead(string[] args, out Dictionary<string, string?> settings, out List<string> words, out string fault)
    {
        (settings, words, fault) = (new(StringComparer.OrdinalIgnoreCase), [], "");
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var n, var v] && n.StartsWith("--", StringComparison.Ordinal) ? (n, v) : (args[i], null);
            if (Switches.TryGetValue(name, out var pair))
                settings[pair.Setting] = pair.Value;
            else if (Options.TryGetValue(name, out var setting) || (name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal)))
            {
                value ??= i + 1 < args.Length ? args[++i] : null;
                if (value is null)
                {
                    fault = $"The option {name} needs a value.";
                    return false;
                }
                settings[setting ?? name.TrimStart('-')] = value;
            }
            else
                words.Add(args[i]);
        }
        return true;
    }

    private static void WriteHelp(IEnumerable<IModuleCommand> commands)
    {
        Console.WriteLine("""
            ExportPortal

            Commands
              serve
                  Serves the portal; what happens when no command is named.
            """);
        foreach (var command in commands)
            Console.WriteLine($"  {command.Name} {command.Usage}\n      {command.Help}");
        Console.WriteLine("""

            Options of every command
              --data DIR        the data folder (default ./data)
              --database TEXT   a PostgreSQL connection string (default: SQLite in the data folder)
              --urls URL        where to listen (default http://localhost:5080)
              --empty           no sample catalogue at the first start
              --Section:Name V  any other setting

            Exit codes: 0 done, 1 done in part, refused or failed, 2 wrong use or wrong setting, 130 stopped.
            """);
    }
}
