using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Search;

/// <summary>The settings of section <c>Search</c>.</summary>
internal sealed class SearchOptions
{
    public const string Section = "Search";

    /// <summary>How much memory answers of the API may take that are kept until a document changes, 0 to 16,384; 0 keeps none. Default 16.</summary>
    [Range(0, 16_384)]
    public int KeptMegabytes { get; set; } = 16;

    /// <summary>How much memory the neighbours of products may take that are kept until the index changes, 0 to 16,384; 0 keeps none. Default 16.</summary>
    [Range(0, 16_384)]
    public int NeighbourMegabytes { get; set; } = 16;

    /// <summary>Within how many hours at most one mail comes about a saved search, 1 to 720. Default 24.</summary>
    [Range(1, 720)]
    public int SavedHours { get; set; } = 24;

    /// <summary>How many days a saved search and its address are kept after they were confirmed, 30 to 3,650. Default 730.</summary>
    [Range(30, 3_650)]
    public int SavedDays { get; set; } = 730;

    /// <summary>How many mails one address gets within a day because somebody named it in the form for saving searches, 1 to 100,000. Default 5.</summary>
    [Range(1, 100_000)]
    public int SavedMailsPerDay { get; set; } = 5;

    /// <summary>How often one client address may send that form within <see cref="LimitMinutes"/>, 1 to 100,000. Default 20.</summary>
    [Range(1, 100_000)]
    public int LimitSends { get; set; } = 20;

    /// <summary>The window of <see cref="LimitSends"/> in minutes, 1 to 1,440. Default 10.</summary>
    [Range(1, 1_440)]
    public int LimitMinutes { get; set; } = 10;

    /// <summary>What is sent sooner after the form was opened, in seconds, is taken for a machine's, 0 to 60. Default 3.</summary>
    [Range(0, 60)]
    public int LeastSeconds { get; set; } = 3;

    /// <summary>How many days it is kept what readers searched for and how often, by whole weeks, 7 to 1,100. Default 180.</summary>
    [Range(7, 1_100)]
    public int QueryDays { get; set; } = 180;

    /// <summary>How many queries are kept, each once a week, language and market, 10 to 10,000,000; beyond that the rarest go. Default 100,000.</summary>
    [Range(10, 10_000_000)]
    public int QueryRows { get; set; } = 100_000;
}
