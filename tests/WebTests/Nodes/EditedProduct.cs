using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Nodes;

/// <summary>Runs a command as an operator does.</summary>
internal delegate Task<(int ExitCode, string Output, string Errors)> RunCommand(params string[] command);

/// <summary>A product whose page says which edition it is, and what readers may still see of an earlier one.</summary>
internal sealed partial class EditedProduct
{
    public const string Id = "pezhvak-aed-d1", Path = "/en/products/" + Id;

    /// <summary>How soon an edit must show everywhere.</summary>
    public static readonly TimeSpan Visible = TimeSpan.FromSeconds(2);

    private static readonly string SampleFeed = System.IO.Path.Combine(AppContext.BaseDirectory, "media", "sample", "feed.jsonl");

    private readonly RunCommand _run;
    private readonly JsonNode _line = JsonNode.Parse(File.ReadLines(SampleFeed).First(l => l.Contains($"\"id\":\"{Id}\"", StringComparison.Ordinal) && l.Contains("\"type\":\"product\"", StringComparison.Ordinal)))!;
    private readonly string _feed;
    private readonly List<(int Edition, DateTime At)> _done = [(0, DateTime.MinValue)];

    /// <param name="place">Where its feed and files may lie.</param>
    /// <param name="run">Runs a command beside the portal.</param>
    public EditedProduct(TemporaryFolder place, RunCommand run)
    {
        _run = run;
        var folder = Directory.CreateDirectory(place["edit"]).FullName;
        _feed = System.IO.Path.Combine(folder, "feed.jsonl");
        foreach (var file in new[] { "images", "documents" }.SelectMany(list => _line[list]?.AsArray() ?? []))
        {
            var target = System.IO.Path.Combine(folder, (string)file!["file"]!);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(SampleFeed)!, (string)file["file"]!), target, overwrite: true);
        }
    }

    /// <summary>The newest edition that was published.</summary>
    public int Newest { get; private set; }

    /// <summary>Publishes the next edition; when this returns, its publisher has been told so.</summary>
    public async Task EditAsync()
    {
        _line["summaries"]!["en"] = $"Defibrillator, edition-{Newest + 1}.";
        await File.WriteAllTextAsync(_feed, _line.ToJsonString());
        var (exit, output, errors) = await _run("import", _feed);
        exit.ShouldBe(0, output + errors);
        lock (_done)
            _done.Add((++Newest, DateTime.UtcNow));
    }

    /// <summary>Why what a reader got at this time is too old; null when it is not.</summary>
    public string? FindStale(string page, DateTime asked)
    {
        var shown = Edition().Match(page) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        lock (_done)
        {
            var least = _done.Last(d => d.At + Visible <= asked || d.Edition == 0);
            return shown >= least.Edition ? null : $"asked at {asked:O}, edition {shown} was shown, though {least.Edition} was published at {least.At:O}";
        }
    }

    [GeneratedRegex("edition-([0-9]+)")]
    private static partial Regex Edition();
}
