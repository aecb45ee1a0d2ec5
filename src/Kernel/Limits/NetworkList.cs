using System.Net;
using Microsoft.Extensions.Configuration;

namespace ExportPortal.Kernel.Limits;

/// <summary>Addresses and networks as settings name them: <c>10.0.0.0/8, ::1</c>.</summary>
public static class NetworkList
{
    /// <summary>The setting's text, whether it is written as one text or as a list; null when it is not set.</summary>
    public static string? Read(IConfiguration configuration, string key) =>
        configuration.GetSection(key).Get<string[]>() is { Length: > 0 } list ? string.Join(',', list) : configuration[key];

    /// <summary>The networks named, a single address as a network of its own; null if one of them is malformed.</summary>
    public static IReadOnlyList<IPNetwork>? Parse(string list)
    {
        var networks = new List<IPNetwork>();
        foreach (var name in list.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(name, out var network))
                networks.Add(network);
            else if (IPAddress.TryParse(name, out var address))
                networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else
                return null;
        }
        return networks;
    }
}
