using Microsoft.Extensions.Logging;

namespace ExportPortal.Catalogue;

internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Error, "Keeping the catalogue up to date stumbled and goes on at its next look")]
    public static partial void KeeperStumbled(this ILogger log, Exception fault);
}
