using ExportPortal.Catalogue.Contracts;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Deadlines;

/// <summary>By when each step is due, on the clock of the desk that answers.</summary>
internal sealed class Terms(TradeMap map, TimeProvider time, IOptions<InquiriesOptions> options)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset ReleaseDue(string desk, DateTimeOffset from) => After(desk, from, options.Value.ReleaseHours);

    public DateTimeOffset HoldDue(string desk, DateTimeOffset from) => After(desk, from, options.Value.HoldHours);

    public DateTimeOffset AnswerDue(string desk, DateTimeOffset from) => After(desk, from, options.Value.AnswerHours);

    /// <summary>The zone in which a desk's times are told; UTC without a desk.</summary>
    public TimeZoneInfo ZoneOf(string desk) => map.Desk(desk)?.TimeZone ?? TimeZoneInfo.Utc;

    // Where there is no desk, the plain clock counts.
    private DateTimeOffset After(string desk, DateTimeOffset from, int hours) =>
        map.Desk(desk) is { } info ? info.After(from, TimeSpan.FromHours(hours)) : from.AddHours(hours);
}
