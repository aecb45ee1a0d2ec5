using Microsoft.Extensions.Logging;

namespace ExportPortal.Accounts;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "A sign-in was refused: {Reason}")]
    public static partial void SignInRefused(this ILogger log, string reason);
}
