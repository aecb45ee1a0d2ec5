using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ExportPortal.WebTests.Nodes;

/// <summary>Inquiries sent by program, each from an address and under a key of its own.</summary>
internal sealed class SentInquiries
{
    private readonly ConcurrentDictionary<int, string> _acknowledged = new();
    private readonly string _name = Guid.NewGuid().ToString("N");
    private int _number;

    /// <summary>The reference by the inquiry's number.</summary>
    public IReadOnlyDictionary<int, string> Acknowledged => _acknowledged;

    /// <summary>The address that inquiry comes from.</summary>
    public string AddressOf(int number) => $"buyer-{number}@{_name}.example";

    /// <summary>The number of an inquiry that was not sent yet.</summary>
    public int Next() => Interlocked.Increment(ref _number);

    /// <summary>Sends one, for the first time or again. Null when it was acknowledged, else why not.</summary>
    public async Task<string?> SendAsync(HttpClient client, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/inquiries")
        {
            Content = JsonContent.Create(new
            {
                products = new[] { "sarvin-filgrastim-300" },
                kind = "information",
                destination = "KZ",
                message = "Please tell us about delivery times and service partners.",
                name = "Buyer",
                company = "Clinic",
                email = AddressOf(number),
                culture = "ru",
                consent = true,
            }),
        };
        request.Headers.Add("Idempotency-Key", $"{_name}-{number}");
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            return $"{(int)response.StatusCode} {answer}";
        var reference = (string)JsonNode.Parse(answer)!["reference"]!;
        return _acknowledged.GetOrAdd(number, reference) == reference ? null : $"told {reference} after {_acknowledged[number]}";
    }
}
