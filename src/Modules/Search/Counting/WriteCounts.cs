using ExportPortal.Kernel.Database;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Counting;

/// <summary>Writes down what was counted, and forgets what was kept long enough or is beyond the table's bound.</summary>
internal sealed class WriteCounts(PortalDbContext db, SearchIndex index, TimeProvider time, IOptions<SearchOptions> options)
{
    // So many are written in far less time than another writer may wait.
    private const int MostAtOnce = 200;

    /// <summary>Writes down what a tally holds. What can't be written stays in it for the next time.</summary>
    public async Task RunAsync(QueryTally tally, CancellationToken cancellation)
    {
        // In one order, so that two nodes never wait for each other.
        var batches = tally.Take().OrderBy(t => t.Key.Query, StringComparer.Ordinal).ThenBy(t => t.Key.Market, StringComparer.Ordinal).ThenBy(t => t.Key.Culture, StringComparer.Ordinal).Chunk(MostAtOnce).ToArray();
        var written = 0;
        try
        {
            for (; written < batches.Length; written++)
                await WriteAsync(batches[written], cancellation);
        }
        finally
        {
            tally.PutBack(batches.Skip(written).SelectMany(b => b));
        }
    }

    private async Task WriteAsync(KeyValuePair<AskedQuery, QueryTimes>[] batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var week = QueryCount.WeekOf(time.GetUtcNow());
        var results = Array.ConvertAll(batch, b => CountResults(index, b.Key, b.Value.Text));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        for (var i = 0; i < batch.Length; i++)
            await WriteAsync(batch[i].Key, batch[i].Value, results[i], week, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <returns>How many rows were deleted.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellation)
    {
        var oldest = QueryCount.WeekOf(time.GetUtcNow().AddDays(-options.Value.QueryDays));
        var forgotten = await db.Set<QueryCount>().Where(c => c.Week < oldest).ExecuteDeleteAsync(cancellation);
        var beyond = await db.Set<QueryCount>().CountAsync(cancellation) - options.Value.QueryRows;
        if (beyond <= 0)
            return forgotten;
        var rarest = db.Set<QueryCount>().OrderBy(c => c.Asked).ThenBy(c => c.Week).ThenBy(c => c.Id).Take(beyond).Select(c => c.Id);
        return forgotten + await db.Set<QueryCount>().Where(c => rarest.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>How much a query finds in its market, of what the search page shows unless another kind is chosen. No reader waits for it, so it is not measured as a search.</summary>
    public static int CountResults(SearchIndex index, AskedQuery query, string text) => Searcher.Answer(index.Snapshot, new()
    {
        Text = text,
        Culture = query.Culture,
        Kinds = [SearchRequest.DefaultKind],
        Chosen = query.Market.Length == 0 ? [] : [new("market", query.Market)],
        PageSize = 1,
        Highlights = false,
    }).Total;

    // An opening alone makes no row: it could be made up for a query that nobody asked.
    private async Task WriteAsync(AskedQuery query, QueryTimes times, int results, DateOnly week, CancellationToken cancellation)
    {
        if (times.Asked > 0)
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO search_queries (culture, market, query, week, text, asked, opened, results)
                VALUES ({query.Culture}, {query.Market}, {query.Query}, {week}, {times.Text}, {times.Asked}, {times.Opened}, {results})
                ON CONFLICT (culture, market, query, week) DO UPDATE SET asked = search_queries.asked + excluded.asked, opened = search_queries.opened + excluded.opened
                """, cancellation);
        else if (times.Opened > 0)
            await db.Set<QueryCount>().Where(c => c.Culture == query.Culture && c.Market == query.Market && c.Query == query.Query && c.Week == week)
                .ExecuteUpdateAsync(c => c.SetProperty(r => r.Opened, r => r.Opened + times.Opened), cancellation);
        await db.Set<QueryCount>().Where(c => c.Culture == query.Culture && c.Market == query.Market && c.Query == query.Query && c.Results != results)
            .ExecuteUpdateAsync(c => c.SetProperty(r => r.Results, results), cancellation);
    }
}
