namespace ExportPortal.Web.CommandLine;

internal static class CommandsSetup
{
    public static IServiceCollection AddPortalCommands(this IServiceCollection services) => services;
}
