using ExportPortal.Kernel.Hosting;
using ExportPortal.Web.Backups;

namespace ExportPortal.Web.CommandLine;

internal static class CommandsSetup
{
    /// <summary>Adds the commands of the host itself; modules add their own.</summary>
    public static IServiceCollection AddPortalCommands(this IServiceCollection services) => services
        .AddScoped<IModuleCommand, MigrateCommand>()
        .AddScoped<IModuleCommand, CheckCommand>()
        .AddScoped<DatabaseCopy>()
        .AddScoped<IModuleCommand, BackupCommand>()
        .AddScoped<IModuleCommand, RestoreCommand>();
}
