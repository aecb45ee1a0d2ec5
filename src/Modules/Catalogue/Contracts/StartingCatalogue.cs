using System.Security.Cryptography;
using ExportPortal.Catalogue.Commands;
using ExportPortal.Catalogue.Feeds;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ExportPortal.Catalogue.Contracts;

/// <summary>What a new portal begins with: sectors, markets, desks and regimes, the glossary, and the sample catalogue unless it is unwanted.</summary>
public sealed class StartingCatalogue
{
    private const string Declined = "declined";

    private readonly PortalDbContext _db;
    private readonly ImportFeed _import;
    private readonly CatalogueOptions _options;
    private readonly InterfaceTexts _texts;
    private readonly TimeProvider _time;

    internal StartingCatalogue(IServiceProvider services)
    {
        _db = services.GetRequiredService<PortalDbContext>();
        _import = services.GetRequiredService<ImportFeed>();
        _options = services.GetRequiredService<IOptions<CatalogueOptions>>().Value;
        _texts = services.GetRequiredService<InterfaceTexts>();
        _time = services.GetRequiredService<TimeProvider>();
    }

    /// <summary>True when the sample catalogue belongs to this portal: it was imported, and is wanted still.</summary>
    public async Task<bool> HasSampleAsync(CancellationToken cancellation) =>
        _options.Sample && await _db.Set<ImportedFeed>().AnyAsync(f => f.Name == "sample" && f.Hash != Declined, cancellation);

    /// <summary>
    /// Imports each starting feed that this database has not had yet, showing progress. One that has been imported is never
    /// looked at again, whatever became of it since; a portal that began without the sample catalogue, or with firms imported before its first start, never gets it.
    /// </summary>
    /// <param name="terminal">Where progress and refusals are shown.</param>
    /// <param name="cancellation">Ends the import; the next start goes on with it.</param>
    public async Task EnsureAsync(ITerminal terminal, CancellationToken cancellation)
    {
        // Several nodes may start at the same moment over a new database.
        await using var alone = await DatabaseLock.TakeAsync(_db, "catalogue starting feeds", cancellation);
        if ((!_options.Sample || await HasFirmsBeforeItsStartAsync(cancellation)) && !await HasHadAsync("sample", cancellation))
            await NoteAsync("sample", Declined, cancellation);
        await EnsureAsync("reference", terminal, cancellation);
        await EnsureAsync("glossary", terminal, cancellation);
        await EnsureAsync("sample", terminal, cancellation);
    }

    /// <summary>The published sample firms: public id and English name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> SampleFirmsAsync(CancellationToken cancellation)
    {
        var contents = await _db.Set<Subject>().AsNoTracking().Where(s => s.Kind == "organisation").OrderBy(s => s.Order).Select(s => s.Content).ToListAsync(cancellation);
        return [.. contents.Select(ContentJson.Read<OrganisationContent>).Where(o => o.Sample).Select(o => (o.Id, o.Names.For("en")!.Value.Value))];
    }

    // Each start begins with the reference feed: what is there before it was imported by a command.
    private async Task<bool> HasFirmsBeforeItsStartAsync(CancellationToken cancellation) =>
        !await HasHadAsync("reference", cancellation) && await _db.Set<Subject>().AnyAsync(s => s.Kind == "organisation", cancellation);

    private async Task EnsureAsync(string name, ITerminal terminal, CancellationToken cancellation)
    {
        if (await HasHadAsync(name, cancellation))
            return;
        var feed = Path.Combine(_options.StartingFeeds, name, ExportFeed.FileName);
        await using var content = File.OpenRead(feed);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        var words = _texts.For("en");
        await _import.RunAsync(feed, new(), fault => terminal.Error(ImportCommand.FaultText(fault, words)),
            (done, total) => terminal.Progress(name == "glossary" ? "Importing the glossary" : $"Importing the {name} catalogue", done, total), cancellation);
        await NoteAsync(name, hash, cancellation);
    }

    private Task<bool> HasHadAsync(string name, CancellationToken cancellation) =>
        _db.Set<ImportedFeed>().AnyAsync(f => f.Name == name, cancellation);

    private async Task NoteAsync(string name, string hash, CancellationToken cancellation)
    {
        _db.Add(new ImportedFeed { Hash = hash, Name = name, At = _time.GetUtcNow() });
        await _db.SaveChangesAsync(cancellation);
    }
}
