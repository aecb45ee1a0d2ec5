using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries;

internal static partial class Log
{
    [LoggerMessage(2, LogLevel.Information, "The data of {Count} buyers was erased, as the time it was kept for is over")]
    public static partial void ContactsErased(this ILogger log, int count);

    [LoggerMessage(3, LogLevel.Error, "A periodic turn could do nothing for the inquiry with the internal number {Inquiry}, went on with the others, and tries it again at the next one")]
    public static partial void InquirySkipped(this ILogger log, Exception fault, long inquiry);

    [LoggerMessage(4, LogLevel.Information, "{Count} attached files that nothing refers to were deleted")]
    public static partial void LostFilesDeleted(this ILogger log, int count);
}
