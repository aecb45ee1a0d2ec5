using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Forgetting what was kept long enough stumbled and goes on at its next turn")]
    public static partial void KeeperStumbled(this ILogger log, Exception fault);

    [LoggerMessage(2, LogLevel.Information, "The data of {Count} buyers was erased, as the time it was kept for is over")]
    public static partial void ContactsErased(this ILogger log, int count);

    [LoggerMessage(3, LogLevel.Error, "Looking for overdue steps stumbled and goes on at its next turn")]
    public static partial void StepClockStumbled(this ILogger log, Exception fault);

    [LoggerMessage(4, LogLevel.Information, "{Count} attached files that nothing refers to were deleted")]
    public static partial void LostFilesDeleted(this ILogger log, int count);
}
