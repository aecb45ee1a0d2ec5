namespace ExportPortal.Inquiries.Contracts;

/// <summary>What stands before the release of an inquiry.</summary>
/// <param name="Reference">The inquiry's reference.</param>
/// <param name="Destination">ISO 3166-1 alpha-2 code of the country the goods go to.</param>
/// <param name="Firms">Public ids of the firms asked.</param>
/// <param name="Products">Public ids of the products asked about; empty when the firms are asked as such.</param>
/// <param name="Name">The buyer's name as they gave it; empty after it was erased. Not to be logged.</param>
/// <param name="Company">The buyer's company as they gave it; empty when they gave none. Not to be logged.</param>
public sealed record ReleaseQuestion(string Reference, string Destination, IReadOnlyList<string> Firms, IReadOnlyList<string> Products, string Name, string Company);

/// <summary>What a check found. It is kept with the inquiry and in the ledger.</summary>
/// <param name="Allows">False when the inquiry must not be released.</param>
/// <param name="Key">The finding's text key, shown to staff in their language.</param>
/// <param name="Codes">Ids and codes for the text's placeholders, by name; no personal data.</param>
public sealed record ReleaseFinding(bool Allows, string Key, IReadOnlyDictionary<string, string> Codes);

/// <summary>Looks, before an inquiry is released to firms, whether that is lawful: restricted parties, destinations, goods.</summary>
public interface IReleaseCheck
{
    /// <summary>Looks at one inquiry. Asked anew at each attempt to release.</summary>
    Task<ReleaseFinding> LookAsync(ReleaseQuestion question, CancellationToken cancellation);
}
