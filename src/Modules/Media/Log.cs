using Microsoft.Extensions.Logging;

namespace ExportPortal.Media;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The image program could not be started")]
    public static partial void ImageProgramMissing(this ILogger log, Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "The image program ended with {ExitCode}: {Message}")]
    public static partial void ImageProgramFailed(this ILogger log, int exitCode, string message);

    [LoggerMessage(3, LogLevel.Error, "Making a picture stumbled")]
    public static partial void MakingStumbled(this ILogger log, Exception fault);
}
