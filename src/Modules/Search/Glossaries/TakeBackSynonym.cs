using System.Security.Cryptography;
using System.Text.Json;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Search.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace ExportPortal.Search.Glossaries;

/// <summary>Takes back what was added. What that was goes along with the page's address, sealed, so that nobody can have other words taken away by it.</summary>
internal sealed class TakeBackSynonym(IGlossaryEditor editor, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("search-synonym").ToTimeLimitedDataProtector();

    public string Seal(AddedWords added) => _seal.Protect(JsonSerializer.Serialize(added), Validity);

    /// <summary>What was added; null for anything else, and when it is too long ago.</summary>
    public AddedWords? Read(string? given)
    {
        try
        {
            return string.IsNullOrEmpty(given) ? null : JsonSerializer.Deserialize<AddedWords>(_seal.Unprotect(given));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="given">What the page brings back.</param>
    /// <param name="person">The internal id of who says so.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Outcome> RunAsync(string? given, string person, CancellationToken cancellation) =>
        Read(given) is { } added ? await editor.TakeBackAsync(added, person, cancellation) : Outcome.Refused("Search.Queries.Refused.TakeBack");
}
