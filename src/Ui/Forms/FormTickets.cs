using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ExportPortal.Ui.Forms;

/// <summary>A form that was opened.</summary>
/// <param name="Form">Its id.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Sealed">What stands in the form's hidden field.</param>
public sealed record FormTicket(string Form, DateTimeOffset OpenedAt, string Sealed);

/// <summary>Gives forms an id that nobody can make up, with the time they were opened.</summary>
public sealed class FormTickets(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The field that people do not see and machines fill in.</summary>
    public const string Honeypot = "homepage";

    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    // Another name would make forms too old that are open while the portal is replaced.
    private readonly IDataProtector _seal = protection.CreateProtector("inquiry-form");

    /// <summary>A ticket for a form that is opened now.</summary>
    public FormTicket New()
    {
        var form = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var now = time.GetUtcNow();
        return new(form, now, _seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{form} {now.ToUnixTimeMilliseconds()}")));
    }

    /// <summary>The ticket a form brings back; null when it is not one, or too old.</summary>
    public FormTicket? Read(string? given)
    {
        try
        {
            if (string.IsNullOrEmpty(given) || given.Length > 1_000 || _seal.Unprotect(given).Split(' ') is not [var form, var opened])
                return null;
            var openedAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(opened, CultureInfo.InvariantCulture));
            return time.GetUtcNow() - openedAt < Validity ? new(form, openedAt, given) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>How long ago a form was opened; never less than nothing, though nodes' clocks differ.</summary>
    public TimeSpan AgeOf(FormTicket ticket) => time.GetUtcNow() - ticket.OpenedAt is var age && age > TimeSpan.Zero ? age : TimeSpan.Zero;

    /// <summary>True when nobody can have filled the form in since it was opened.</summary>
    /// <param name="ticket">The form's ticket.</param>
    /// <param name="leastSeconds">How long anybody needs at least, in seconds.</param>
    public bool IsTooQuick(FormTicket ticket, int leastSeconds) => AgeOf(ticket) < TimeSpan.FromSeconds(leastSeconds);
}
