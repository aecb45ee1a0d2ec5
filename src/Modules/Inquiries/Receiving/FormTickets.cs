using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>A form that was opened.</summary>
/// <param name="Form">Its id.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Sealed">What stands in the form's hidden field.</param>
internal sealed record FormTicket(string Form, DateTimeOffset OpenedAt, string Sealed);

/// <summary>Gives forms an id that nobody can make up, with the time they were opened.</summary>
internal sealed class FormTickets(IDataProtectionProvider protection, TimeProvider time, IOptions<InquiriesOptions> options)
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    private readonly IDataProtector _seal = protection.CreateProtector("inquiry-form");

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

    /// <summary>True when nobody can have filled the form in since it was opened.</summary>
    public bool IsTooQuick(FormTicket ticket) => time.GetUtcNow() - ticket.OpenedAt < TimeSpan.FromSeconds(options.Value.LeastSeconds);
}
