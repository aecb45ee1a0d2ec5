using Microsoft.Extensions.Logging;

namespace ExportPortal.Kernel;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The outbox stumbled and goes on at its next look")]
    public static partial void OutboxStumbled(this ILogger log, Exception fault);

    [LoggerMessage(2, LogLevel.Warning, "Outbox message {Id} of kind {Kind} failed with {Error} and will be tried again")]
    public static partial void OutboxMessageFailed(this ILogger log, long id, string kind, string error);

    [LoggerMessage(3, LogLevel.Information, "Applying {Count} pending migrations")]
    public static partial void Migrating(this ILogger log, int count);

    [LoggerMessage(4, LogLevel.Information, "Mail {Id} written to the mail folder, as no SMTP host is set")]
    public static partial void MailWritten(this ILogger log, long id);

    [LoggerMessage(5, LogLevel.Error, "Housekeeping stumbled and goes on at its next turn")]
    public static partial void HousekeepingStumbled(this ILogger log, Exception fault);

    [LoggerMessage(7, LogLevel.Error, "Outbox message {Id} of kind {Kind} was given up after {Attempts} attempts, the last of which failed with {Error}")]
    public static partial void OutboxMessageGivenUp(this ILogger log, long id, string kind, int attempts, string error);

    [LoggerMessage(8, LogLevel.Warning, "Outbox message {Id} was being handed over when its process ended; it has most likely left, and is not sent again")]
    public static partial void OutboxMessageLeftSettled(this ILogger log, long id);

    [LoggerMessage(6, LogLevel.Warning, "A lock that an ended migration left behind was cleared")]
    public static partial void StaleMigrationLockCleared(this ILogger log);

    [LoggerMessage(9, LogLevel.Error, "A periodic turn stumbled and goes on at the next one")]
    public static partial void TurnStumbled(this ILogger log, Exception fault);
}
