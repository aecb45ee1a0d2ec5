using System.Text.RegularExpressions;
using ExportPortal.Web.Hosting;
using Microsoft.Extensions.Options;

namespace ExportPortal.Web.CommandLine;

/// <summary>What is wrong with the settings, each fault with the setting's name.</summary>
internal static partial class ConfigurationFaults
{
    public static IReadOnlyList<string> Find(IServiceProvider services, IConfiguration configuration)
    {
        var faults = new List<string>();
        if (ListeningAddress.FindMalformed(configuration["urls"] ?? "") is { } malformed)
            faults.Add($"urls must name addresses such as http://localhost:5080, separated by semicolons; '{malformed}' is none.");
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception fault) when (Flat(fault).All(f => f is OptionsValidationException or InvalidOperationException))
        {
            faults.AddRange(Flat(fault).SelectMany(f => f is OptionsValidationException wrong ? wrong.Failures.Select(Plain) : [f.Message]));
        }
        return faults;
    }

    // What attributes find is told in the framework's words, and in which class.
    private static string Plain(string failure) => Attribute().Match(failure) is { Success: true } match
        ? $"{match.Groups["section"]}:{match.Groups["name"]}: {match.Groups["error"]}"
        : failure;

    [GeneratedRegex(@"^DataAnnotation validation failed for '(?<section>\w+)Options' members: '(?<name>[\w, ]+)' with the error: '(?<error>.*)'\.$", RegexOptions.Singleline)]
    private static partial Regex Attribute();

    // A value that is not even of the setting's type fails while it is bound, as an InvalidOperationException that names it.
    private static IEnumerable<Exception> Flat(Exception fault) => fault is AggregateException many ? many.Flatten().InnerExceptions : [fault];
}
