using Microsoft.Extensions.Options;

namespace ExportPortal.Web.CommandLine;

/// <summary>What is wrong with the settings, each fault with the setting's name.</summary>
internal static class ConfigurationFaults
{
    public static IReadOnlyList<string> Find(IServiceProvider services, IConfiguration configuration)
    {
        var faults = new List<string>();
        foreach (var url in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (!IsListeningAddress(url))
                faults.Add($"urls must name addresses such as http://localhost:5080, separated by semicolons; '{url}' is none.");
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception fault) when (Flat(fault).All(f => f is OptionsValidationException or InvalidOperationException))
        {
            faults.AddRange(Flat(fault).SelectMany(f => f is OptionsValidationException wrong ? wrong.Failures : [f.Message]));
        }
        return faults;
    }

    // A value that is not even of the setting's type fails while it is bound, as an InvalidOperationException that names it.
    private static IEnumerable<Exception> Flat(Exception fault) => fault is AggregateException many ? many.Flatten().InnerExceptions : [fault];

    private static bool IsListeningAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url.Trim()) is { Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
