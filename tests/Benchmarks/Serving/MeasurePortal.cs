using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ExportPortal.Benchmarks.Generating;

namespace ExportPortal.Benchmarks.Serving;

/// <summary>
/// Measures a portal with a generated catalogue beside a plain Kestrel answer of the same size, in turns: what else the machine does
/// then falls on both alike. Prints ratios of the medians, with the least and greatest ratio of a turn.
/// </summary>
internal sealed class MeasurePortal(string portal, int products, string folder)
{
    private const int Turns = 5;
    private const int Seconds = 5;
    private const int Sampled = 3000;
    private const string PortalUrl = "http://127.0.0.1:7101";
    private const string PlainUrl = "http://127.0.0.1:7102";

    private static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];
    private static readonly string[] Words = ["monitor", "سرنگ", "注射", "раствор", "مراقبة", "réactif", "BX-000123", "portable steril", "pump -water", "filgrastm"];

    private string Data => Path.Combine(folder, "data");

    public async Task RunAsync()
    {
        if (!Directory.Exists(Data))
            await ImportAsync();
        var body = Path.Combine(folder, "body");
        var (pages, searches, home) = (Path.Combine(folder, "pages"), Path.Combine(folder, "searches"), Path.Combine(folder, "home"));
        await File.WriteAllTextAsync(home, "/en/");

        await using (var served = await StartAsync("/en/"))
        {
            Tell("start to the first page", $"{served.UntilFirstAnswer.TotalSeconds:0.0} s (index ready after {await UntilIndexedAsync():0.0} s)");
            var paths = await PathsAsync();
            await File.WriteAllLinesAsync(pages, paths);
            await File.WriteAllLinesAsync(searches, Words.SelectMany(w => Cultures, (w, c) => $"/api/v1/search?culture={c}&q={Uri.EscapeDataString(w)}"));
            var page = Path.Combine(folder, "page");
            await File.WriteAllTextAsync(page, paths[0]);
            await CompareAsync("product page, cached", await BodyAsync(paths[0], "br", body), page, "br");
            await CompareAsync("search API with facets", await BodyAsync(File.ReadLines(searches).First(), "identity", body), searches, "identity");
            Tell("resident after load", $"{served.ResidentMebibytes:0} MiB (most: {served.PeakMebibytes:0} MiB)");
        }
        await using (var served = await StartAsync("/en/", "--PageCache:Megabytes", "0"))
        {
            await UntilIndexedAsync();
            await CompareAsync("product page, uncached", await BodyAsync(File.ReadLines(pages).First(), "identity", body), pages, "identity");
            Tell("resident after load, without cache", $"{served.ResidentMebibytes:0} MiB (most: {served.PeakMebibytes:0} MiB)");
        }
    }

    private async Task ImportAsync()
    {
        var media = Path.Combine(AppContext.BaseDirectory, "media");
        var sample = Path.Combine(media, "sample");
        var feed = new CatalogueGenerator(Path.Combine(sample, "feed.jsonl")).Write(products, sample, Path.Combine(folder, "feed"));
        foreach (var start in (string[])["reference", "glossary"])
            await RunAsync("import", Path.Combine(media, start, "feed.jsonl"));
        var clock = Stopwatch.StartNew();
        using var import = Process.Start("dotnet", [portal, "import", feed, "--data", Data, "--empty"])!;
        var most = 0L;
        while (!import.WaitForExit(200))
        {
            import.Refresh();
            most = Math.Max(most, import.WorkingSet64);
        }
        if (import.ExitCode != 0)
            throw new InvalidOperationException("The import was refused.");
        Tell($"import of {products:N0} products", $"{clock.Elapsed.TotalSeconds:0.0} s, {products / clock.Elapsed.TotalSeconds:0} a second, most memory {most / 1048576.0:0} MiB");
        clock.Restart();
        await RunAsync("reindex");
        Tell("index of all", $"{clock.Elapsed.TotalSeconds:0.0} s, {DirectorySize(Path.Combine(Data, "index")) / 1048576.0:0} MiB on disk");
    }

    private async Task RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [portal, command, .. arguments, "--data", Data, "--empty"]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} ended with {process.ExitCode}.");
    }

    private Task<ServedProcess> StartAsync(string path, params string[] options) =>
        ServedProcess.StartAsync(PortalUrl, path, [portal, "--data", Data, "--urls", PortalUrl, "--empty", "--Logging:LogLevel:Default", "Warning", .. options]);

    private static async Task<double> UntilIndexedAsync()
    {
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(20))
            if ((await client.GetAsync(PortalUrl + "/health/ready")).IsSuccessStatusCode)
                return clock.Elapsed.TotalSeconds;
    }

    // Pages of products spread over the catalogue, in all cultures.
    private static async Task<string[]> PathsAsync()
    {
        using var client = new HttpClient();
        var paths = new List<string>();
        for (var page = 1; paths.Count < Sampled && page <= 100; page++)
        {
            var culture = Cultures[page % Cultures.Length];
            var answer = await client.GetStringAsync($"{PortalUrl}/api/v1/search?culture={culture}&pageSize=100&sort=name&page={page}");
            var items = JsonNode.Parse(answer)!["items"]!.AsArray();
            if (items.Count == 0)
                break;
            paths.AddRange(items.Select(i => new Uri(new Uri(PortalUrl), (string)i!["url"]!).AbsolutePath));
        }
        return [.. paths.Distinct()];
    }

    // What the plain server answers: the very bytes of the portal's answer.
    private static async Task<string> BodyAsync(string path, string coding, string file)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.DefaultRequestHeaders.Add("Accept-Encoding", coding);
        await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(PortalUrl + path));
        return file;
    }

    private async Task CompareAsync(string what, string body, string paths, string coding)
    {
        await using var plain = await ServedProcess.StartAsync(PlainUrl, "/", typeof(MeasurePortal).Assembly.Location, "plain", PlainUrl, body);
        // Both are warm before the first turn counts.
        await Wrk.RunAsync(PlainUrl, paths, Seconds, coding);
        await Wrk.RunAsync(PortalUrl, paths, 3 * Seconds, coding);
        var (plains, portals) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            plains.Add(await Wrk.RunAsync(PlainUrl, paths, Seconds, coding));
            portals.Add(await Wrk.RunAsync(PortalUrl, paths, Seconds, coding));
        }
        var ratios = portals.Zip(plains, (p, k) => p / k).Order().ToArray();
        Tell(what, $"{Median(portals):0}/s beside {Median(plains):0}/s of plain Kestrel: {Median(portals) / Median(plains):0.000} ({ratios[0]:0.000} to {ratios[^1]:0.000}), body {new FileInfo(body).Length:N0} bytes");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);

    private static long DirectorySize(string path) => new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    private void Tell(string what, FormattableString figure) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{products,7} products | {what,-36} | {figure.ToString(CultureInfo.InvariantCulture)}"));
}
