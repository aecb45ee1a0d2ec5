using System.Text.RegularExpressions;

namespace ExportPortal.ArchitectureTests;

/// <summary>The README tells operators what to watch; here it is held against the sources.</summary>
public sealed partial class OperationTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));
    private static readonly string[] Sources = [.. Repository.Sources("src", ".cs").Select(File.ReadAllText)];

    [Fact]
    public void Every_metric_stands_in_the_readme()
    {
        var measured = Sources.SelectMany(s => Instrument().Matches(s)).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal).ToArray();
        measured.ShouldNotBeEmpty();
        measured.ShouldBe(MetricRow().Matches(Readme).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_warning_and_error_stands_in_the_readme()
    {
        var logged = Sources.SelectMany(s => Message().Matches(s)).Select(m => $"| {Placeholder().Replace(m.Groups[2].Value, "…")} | {m.Groups[1].Value.ToLowerInvariant()} |").Order(StringComparer.Ordinal).ToArray();
        logged.Length.ShouldBeGreaterThan(10);
        logged.ShouldBe(MessageRow().Matches(Readme).Select(m => m.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_that_examples_set_exists()
    {
        var options = string.Join('\n', Sources);
        foreach (var line in Directory.GetFiles(Repository.PathOf("deploy"), "*.env").SelectMany(File.ReadLines).Select(l => Setting().Match(l)).Where(m => m.Success))
        {
            options.ShouldContain($"Section = \"{line.Groups[1].Value}\"");
            options.ShouldContain($" {line.Groups[2].Value} {{ get; set; }}");
        }
    }

    [GeneratedRegex("""Create(?:Counter|Histogram|UpDownCounter|ObservableGauge|ObservableCounter|Gauge)<\w+>\("([^"]+)"(?=,)""")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"^\| `(portal\.[a-z.]+)`", RegexOptions.Multiline)]
    private static partial Regex MetricRow();

    [GeneratedRegex("""\[LoggerMessage\(\d+, LogLevel\.(Warning|Error), "([^"]+)"\)\]""")]
    private static partial Regex Message();

    [GeneratedRegex(@"^\| [^|]+ \| (?:warning|error) \|", RegexOptions.Multiline)]
    private static partial Regex MessageRow();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^#?([A-Z][A-Za-z]+)__([A-Za-z]+)=")]
    private static partial Regex Setting();
}
