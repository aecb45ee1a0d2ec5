using System.Globalization;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Routing;

/// <summary>What an inquiry is routed by; before all rules, by the desk that the buyer asked itself.</summary>
internal sealed record RoutingQuestion(string Country, string Culture, IReadOnlyCollection<string> Sectors, IReadOnlyCollection<string> Firms, string? Desk = null);

/// <summary>Which desk answers, by which rule, why, and by when it must have looked.</summary>
internal sealed record RoutingDecision(string Desk, int? Rule, StoredReason Reason, DateTimeOffset ReleaseDue);

/// <summary>Finds the desk that answers for an inquiry.</summary>
internal sealed class RouteInquiry(PortalDbContext db, TradeMap map, Terms terms)
{
    public async Task<RoutingDecision> RunAsync(RoutingQuestion question, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var (desk, rule, reason) = await FindAsync(question, cancellation);
        return new(desk, rule, reason, terms.ReleaseDue(desk, receivedAt));
    }

    private async Task<(string Desk, int? Rule, StoredReason Reason)> FindAsync(RoutingQuestion question, CancellationToken cancellation)
    {
        if (question.Desk is { } asked)
            return (asked, null, new("Inquiries.Routing.ByBuyer", new Dictionary<string, string> { ["desk"] = asked }));
        var market = map.MarketOf(question.Country)?.Id;
        var rules = await db.Set<RoutingRule>().AsNoTracking()
            .Where(r => (r.Market == null || r.Market == market) && (r.Country == null || r.Country == question.Country) && (r.Culture == null || r.Culture == question.Culture))
            .OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(cancellation);
        foreach (var rule in rules)
        {
            var desk = rule.Desk is null ? map.DeskOf(question.Country)?.Id : map.Desk(rule.Desk)?.Id;
            if (desk is not null
                && (rule.Sector is null || question.Sectors.Contains(rule.Sector))
                && (rule.Firm is null || question.Firms.Contains(rule.Firm))
                && (rule.Load is null || await LoadOfAsync(desk, cancellation) < rule.Load))
                return (desk, rule.Id, ReasonOf(rule, desk, question.Country));
        }
        return map.DeskOf(question.Country) is { } own
            ? (own.Id, null, ByCountry(question.Country, own.Id))
            : ("", null, new("Inquiries.Routing.NoDesk", new Dictionary<string, string> { ["country"] = question.Country }));
    }

    private Task<int> LoadOfAsync(string desk, CancellationToken cancellation) => db.Set<Inquiry>()
        .CountAsync(i => i.Desk == desk && (i.State == InquiryState.Received || i.State == InquiryState.Held || i.State == InquiryState.Released), cancellation);

    private static StoredReason ReasonOf(RoutingRule rule, string desk, string country)
    {
        var conditions = new (string Name, string? Code)[]
        {
            ("country", rule.Country), ("market", rule.Market), ("sector", rule.Sector), ("culture", rule.Culture), ("firm", rule.Firm),
            ("load", rule.Load?.ToString(CultureInfo.InvariantCulture)),
        };
        var codes = conditions.Where(c => c.Code is not null).ToDictionary(c => c.Name, c => c.Code!);
        if (codes.Count == 0)
            return rule.Desk is null ? ByCountry(country, desk) : new("Inquiries.Routing.ByDefault", new Dictionary<string, string> { ["desk"] = desk });
        codes["desk"] = desk;
        return new("Inquiries.Routing.ByRule", codes);
    }

    private static StoredReason ByCountry(string country, string desk) =>
        new("Inquiries.Routing.ByCountry", new Dictionary<string, string> { ["country"] = country, ["desk"] = desk });
}
