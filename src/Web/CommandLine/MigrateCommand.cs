using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Web.CommandLine;

internal sealed class MigrateCommand(DatabaseMigrator migrator) : IModuleCommand, IMigratesItself
{
    public string Name => "migrate";

    public string Usage => "";

    public string Help => "Brings the database's schema to that of this build. On PostgreSQL only this command does; SQLite is brought up to date at every start.";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation)
    {
        var applied = await migrator.MigrateAsync(cancellation);
        terminal.Line(applied.Count == 0 ? "The schema is up to date." : $"Applied: {string.Join(", ", applied)}.");
        return 0;
    }
}
