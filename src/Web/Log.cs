namespace ExportPortal.Web;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The page cache could not read the change log and tries again")]
    public static partial void PageFollowerStumbled(this ILogger log, Exception fault);

    [LoggerMessage(3, LogLevel.Information, "Asked to stop: unready from now on, and serving for another {Seconds} s")]
    public static partial void LeavingBegins(this ILogger log, int seconds);

    [LoggerMessage(2, LogLevel.Warning, "The change log does not reach back to where the page cache stands; all kept pages end")]
    public static partial void PagesLostTheLog(this ILogger log);
}
