using System.Net.Mail;
using System.Text.RegularExpressions;

namespace ExportPortal.Kernel.Values;

/// <summary>Addresses that people type.</summary>
public static partial class EmailAddress
{
    /// <summary>The longest address there is, in characters.</summary>
    public const int Longest = 254;

    /// <summary>True for one plain address that mail can be sent to.</summary>
    public static bool IsValid(string typed) =>
        typed.Length <= Longest && Address().IsMatch(typed) && MailAddress.TryCreate(typed, out var read) && read.Address == typed;

    /// <summary>The mailbox behind a valid address, to count by: the same for all spellings in large and small letters and with anything behind a plus.</summary>
    public static string MailboxOf(string email)
    {
        var (local, domain) = (email[..email.LastIndexOf('@')], email[email.LastIndexOf('@')..]);
        return (local.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? local[..plus] + domain : email).ToLowerInvariant();
    }

    // Letters before the @ are ASCII: few mail servers yet take others.
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[^\s@<>()\[\],;:""\\]+\.[^\s@<>()\[\],;:""\\.]{2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
