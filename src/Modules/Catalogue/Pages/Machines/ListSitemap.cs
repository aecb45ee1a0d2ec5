using System.Runtime.CompilerServices;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Ui.Machines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Pages.Machines;

/// <summary>The pages that list subjects, each as new as the newest it shows.</summary>
internal sealed class ListSitemap(ReferenceData references, IServiceScopeFactory scopes) : ISitemapSource
{
    public string Name => "lists";

    public IReadOnlyCollection<string> Kinds => ["product", "organisation", "showroom"];

    public Task<int> CountPartsAsync(CancellationToken cancellation) => Task.FromResult(1);

    public async IAsyncEnumerable<SitemapEntry> ReadAsync(int part, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var set = await references.GetAsync(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var subjects = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<Subject>().AsNoTracking();
        Task<DateTimeOffset?> NewestAsync(string kind, string? sector = null) =>
            subjects.Where(s => s.Kind == kind && (sector == null || s.Sector == sector)).MaxAsync(s => (DateTimeOffset?)s.Published, cancellation);

        var sectors = await subjects.Where(s => s.Kind == "sector").ToDictionaryAsync(s => s.Id, s => s.Published, StringComparer.Ordinal, cancellation);
        var ofSector = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var sector in set.Sectors)
            ofSector[sector.Id] = Later(sectors.TryGetValue(sector.Id, out var own) ? own : null, await NewestAsync("product", sector.Id));

        var newest = ofSector.Values.Aggregate((DateTimeOffset?)null, Later);
        yield return Entry("/sectors", newest);
        var markets = await subjects.Where(s => s.Kind == "market").ToDictionaryAsync(s => s.Id, s => s.Published, StringComparer.Ordinal, cancellation);
        yield return Entry("/markets", await NewestAsync("market"));
        yield return Entry("/organisations", await NewestAsync("organisation"));
        yield return Entry("/showrooms", await NewestAsync("showroom"));
        foreach (var sector in set.Sectors)
            yield return Entry($"/sectors/{sector.Id}", ofSector[sector.Id]);
        // Which products a market shows is no column; most are offered in all. A date of another's change is better than none and never too old.
        foreach (var market in set.Markets)
            yield return Entry($"/markets/{market.Id}", Later(markets.TryGetValue(market.Id, out var own) ? own : null, newest));
    }

    private static SitemapEntry Entry(string path, DateTimeOffset? changed) =>
        new(PortalCultures.All.ToDictionary(c => c.Tag, c => $"/{c.Tag}{path}", StringComparer.Ordinal), changed);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;
}
