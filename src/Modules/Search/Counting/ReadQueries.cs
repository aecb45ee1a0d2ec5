using ExportPortal.Kernel.Database;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Search.Counting;

/// <summary>Which queries are wanted.</summary>
/// <param name="Found">False for those without results, true for those whose results are seldom opened.</param>
/// <param name="Culture">Asked in this interface culture only; null for all.</param>
/// <param name="Market">Asked with this market chosen only, empty for those without one; null for all.</param>
/// <param name="Weeks">Of the present week and those before it, as many in all.</param>
internal sealed record QueriesWanted(bool Found, string? Culture, string? Market, int Weeks);

/// <summary>A query with its counts over the weeks wanted, how much it finds now, and what it may have meant.</summary>
internal sealed record QueryRow(AskedQuery Query, string Text, int Asked, int Opened, int Results, IReadOnlyList<SynonymGuess> Guesses);

/// <summary>Reads what editors look at: queries that find nothing, or nothing that is opened.</summary>
internal sealed class ReadQueries(PortalDbContext db, SearchIndex index, QueryTally tally, TimeProvider time)
{
    public const int PageSize = 25;

    /// <summary>A query tells something about its results once it was asked so often.</summary>
    public const int LeastAsked = 5;

    /// <summary>Seldom opened: less than once in so many times.</summary>
    public const int SeldomOf = 10;

    public Task<int> CountAsync(QueriesWanted wanted, CancellationToken cancellation) => Sums(wanted).CountAsync(cancellation);

    public async Task<IReadOnlyList<QueryRow>> ReadAsync(QueriesWanted wanted, int page, CancellationToken cancellation)
    {
        var sums = await Sums(wanted).OrderByDescending(s => s.Asked).ThenBy(s => s.Query).ThenBy(s => s.Culture).ThenBy(s => s.Market)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var guesses = new GuessSynonyms(index.Snapshot);
        return [.. sums.Select(s => Look(s, guesses, wanted.Found))];
    }

    /// <summary>The markets that queries were asked for.</summary>
    public Task<List<string>> MarketsAsync(CancellationToken cancellation) =>
        db.Set<QueryCount>().Where(c => c.Market != "").Select(c => c.Market).Distinct().OrderBy(m => m).ToListAsync(cancellation);

    /// <summary>The word for a concept in a language, as searches know it; null when there is none.</summary>
    public string? NameOf(string concept, string culture) => index.Snapshot.Glossary.Terms.NameOf(concept, culture);

    private IQueryable<Sum> Sums(QueriesWanted wanted)
    {
        var oldest = QueryCount.WeekOf(time.GetUtcNow()).AddDays(-7 * (wanted.Weeks - 1));
        var counts = db.Set<QueryCount>().Where(c => c.Week >= oldest);
        counts = wanted.Found ? counts.Where(c => c.Results > 0) : counts.Where(c => c.Results == 0);
        if (wanted.Culture is { } culture)
            counts = counts.Where(c => c.Culture == culture);
        if (wanted.Market is { } market)
            counts = counts.Where(c => c.Market == market);
        var sums = counts.GroupBy(c => new { c.Culture, c.Market, c.Query }).Select(g => new Sum
        {
            Culture = g.Key.Culture,
            Market = g.Key.Market,
            Query = g.Key.Query,
            Text = g.Min(c => c.Text)!,
            Asked = g.Sum(c => c.Asked),
            Opened = g.Sum(c => c.Opened),
            Results = g.Max(c => c.Results),
        });
        return wanted.Found ? sums.Where(s => s.Asked >= LeastAsked && s.Opened * SeldomOf < s.Asked) : sums;
    }

    // What was published or became a synonym since the query was last asked shows at once, and the lists learn of it within seconds.
    private QueryRow Look(Sum sum, GuessSynonyms guesses, bool found)
    {
        var query = new AskedQuery(sum.Culture, sum.Market, sum.Query);
        var results = index.Snapshot.Ready ? WriteCounts.CountResults(index, query, sum.Text) : sum.Results;
        if (results != sum.Results)
            tally.Recount(query, sum.Text);
        // What finds something since it was last asked needs no more.
        return new(query, sum.Text, sum.Asked, sum.Opened, results, found || results == 0 ? guesses.For(query, sum.Text) : []);
    }

    private sealed class Sum
    {
        public required string Culture { get; init; }
        public required string Market { get; init; }
        public required string Query { get; init; }
        public required string Text { get; init; }
        public required int Asked { get; init; }
        public required int Opened { get; init; }
        public required int Results { get; init; }
    }
}
