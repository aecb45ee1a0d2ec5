using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ExportPortal.Kernel.Measuring;

/// <summary>What the portal measures of itself, beside what ASP.NET Core and the runtime do.</summary>
public static class PortalMeter
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "ExportPortal";

    /// <summary>Where every module's instruments belong; their names begin with <c>portal.</c></summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>The source of the portal's own traces.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>Facts written to the ledger, by kind: inquiries received, released, answered; sign-ins refused…</summary>
    internal static Counter<long> LedgerFacts { get; } = Meter.CreateCounter<long>("portal.ledger.facts", "{fact}", "Facts written to the ledger");

    /// <summary>Effects of the outbox that were tried, by kind and outcome: <c>done</c>, <c>failed</c>, <c>given-up</c>.</summary>
    internal static Counter<long> OutboxEffects { get; } = Meter.CreateCounter<long>("portal.outbox.effects", "{effect}", "Effects of the outbox that were tried");
}
