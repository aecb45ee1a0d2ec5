using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ExportPortal.UnitTests.Ui;

/// <summary>The themes differ in colours alone, so that what fits and what is reached in one does in the other.</summary>
public sealed partial class DarkThemeTests
{
    [Fact]
    public void Only_colours_and_the_light_of_pictures_are_other_in_the_dark()
    {
        var styles = Directory.GetFiles(Path.Combine(SourceFolder(), "..", "..", "..", "src", "Ui", "Client"), "*.css").Select(File.ReadAllText).ToArray();
        var dark = styles.SelectMany(style => Dark().Matches(style)).SelectMany(block => Property().Matches(block.Value)).Select(p => p.Groups[1].Value).ToArray();
        dark.Length.ShouldBeGreaterThan(10);
        dark.ShouldAllBe(name => name.StartsWith("--", StringComparison.Ordinal) || name == "color-scheme" || name == "filter");
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    // A block with the rules in it.
    [GeneratedRegex(@"@media[^{]*prefers-color-scheme: dark[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}")]
    private static partial Regex Dark();

    [GeneratedRegex(@"(?<=[{;]\s*)([\w-]+)\s*:(?=[^{}]*[;}])")]
    private static partial Regex Property();
}
