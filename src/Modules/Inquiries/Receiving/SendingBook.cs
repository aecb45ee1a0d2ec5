using System.Linq.Expressions;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>What a sender is told when their inquiry is saved.</summary>
/// <param name="Reference">The inquiry's reference.</param>
/// <param name="Token">The token of its tracking link.</param>
/// <param name="Culture">The culture in which the buyer wants to be answered.</param>
/// <param name="Digest">What was sent, for one who sends something else under the same key.</param>
internal sealed record Receipt(string Reference, string Token, string Culture, string Digest);

/// <summary>Names a sending: the same key sent twice makes one inquiry.</summary>
/// <param name="Key">The form's or the request's, at most 80 characters.</param>
/// <param name="Digest">SHA-256 of what is sent; empty where it is not known yet, or does not matter.</param>
/// <param name="Browser">What only the sender's browser knows; null where nothing but the key tells whether two sendings are one.</param>
internal sealed record SendingKey(string Key, string Digest, string? Browser = null)
{
    public static SendingKey OfForm(string form) => new("form:" + form, "");
}

/// <summary>Remembers for a day what was sent, and what its sender was told.</summary>
internal sealed class SendingBook(PortalDbContext db, IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("inquiry-sending");

    /// <summary>What the sender under this key was told; null when nothing was sent under it.</summary>
    public Task<Receipt?> FindAsync(string key, CancellationToken cancellation) => FindAsync(s => s.Key == key, cancellation);

    /// <summary>What the sender of the same was told; null when it was not sent since then.</summary>
    public Task<Receipt?> FindSameAsync(string digest, DateTimeOffset since, CancellationToken cancellation) =>
        FindAsync(s => s.Digest == digest && s.At > since, cancellation);

    /// <summary>Enters a sending; it is written with the next save.</summary>
    public void Enter(SendingKey key, Inquiry inquiry, string token) => db.Add(new Sending
    {
        Key = key.Key,
        Digest = key.Digest,
        Inquiry = inquiry,
        SealedToken = _seal.Protect(token),
        At = inquiry.ReceivedAt,
    });

    private async Task<Receipt?> FindAsync(Expression<Func<Sending, bool>> sending, CancellationToken cancellation) =>
        await db.Set<Sending>().AsNoTracking().Where(sending).OrderBy(s => s.At)
            .Select(s => new { s.SealedToken, s.Digest, s.Inquiry!.Reference, s.Inquiry.Culture }).FirstOrDefaultAsync(cancellation) is { } found
            ? new(found.Reference, _seal.Unprotect(found.SealedToken), found.Culture, found.Digest)
            : null;
}
