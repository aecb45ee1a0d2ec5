using Microsoft.Extensions.Logging;

namespace ExportPortal.Search;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The search index was loaded: {Documents} documents, position {Position}")]
    public static partial void IndexLoaded(this ILogger log, int documents, long position);

    [LoggerMessage(2, LogLevel.Information, "The search index is built anew: {Why}")]
    public static partial void IndexBuildBegins(this ILogger log, string why);

    [LoggerMessage(3, LogLevel.Information, "The search index was built: {Documents} documents, position {Position}, in {Milliseconds} ms")]
    public static partial void IndexBuilt(this ILogger log, int documents, long position, long milliseconds);

    [LoggerMessage(4, LogLevel.Error, "Keeping the search index stumbled and goes on at its next look")]
    public static partial void IndexKeeperStumbled(this ILogger log, Exception fault);

    [LoggerMessage(5, LogLevel.Warning, "Another process holds the folder of the search index; waiting for it")]
    public static partial void IndexFolderTaken(this ILogger log);

    [LoggerMessage(6, LogLevel.Warning, "The search index could not be saved or merged and will be tried again")]
    public static partial void IndexUpkeepFailed(this ILogger log, Exception fault);

    [LoggerMessage(7, LogLevel.Information, "{Count} saved searches were forgotten, as nobody confirmed them or the time they were kept for is over")]
    public static partial void SavedForgotten(this ILogger log, int count);

    [LoggerMessage(8, LogLevel.Error, "What is new for the saved search with the internal number {Saved} could not be told and is tried again")]
    public static partial void SavedSkipped(this ILogger log, Exception fault, long saved);

    [LoggerMessage(9, LogLevel.Warning, "The last seconds' counts of searches could not be written down and are lost")]
    public static partial void LastCountsLost(this ILogger log, Exception fault);

    [LoggerMessage(10, LogLevel.Error, "A search could not be counted; the page was served all the same")]
    public static partial void SearchNotCounted(this ILogger log, Exception fault);
}
