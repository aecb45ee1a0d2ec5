using System.Security.Cryptography;
using System.Text.Json;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>The files of a form.</summary>
/// <param name="Added">Those that come with it.</param>
/// <param name="Kept">The ids of those that came before, when it was refused.</param>
/// <param name="Removed">The ids among <paramref name="Kept"/> that its sender wants no more.</param>
internal sealed record FormFiles(IReadOnlyCollection<IFormFile> Added, IReadOnlyCollection<string> Kept, IReadOnlyCollection<string> Removed)
{
    public static FormFiles None { get; } = new([], [], []);
}

/// <summary>Turns a form into an inquiry when everything in it is right, and keeps its files for its next sending when it is not.</summary>
internal sealed class SendForm(UploadTray tray, CheckInquiry check, ReceiveInquiry receive)
{
    /// <param name="form">As typed.</param>
    /// <param name="typedIn">The interface culture it was typed in.</param>
    /// <param name="key">Names the sending.</param>
    /// <param name="files">Its files.</param>
    /// <param name="cancellation">Ends the checking.</param>
    public async Task<Outcome<Receipt>> RunAsync(InquiryForm form, PortalCulture typedIn, SendingKey key, FormFiles files, CancellationToken cancellation)
    {
        await tray.RemoveAsync(key.Key, files.Removed, cancellation);
        var outcome = await check.RunAsync(form, typedIn, cancellation);
        var gone = await tray.FindGoneAsync(key.Key, [.. files.Kept.Except(files.Removed)], cancellation);
        // From here on not to be ended by a sender who leaves: the files kept by then would wait whether there is room or not.
        var unkept = await tray.AddAsync(key.Key, files.Added, willWait: !outcome.IsDone || gone is not null, CancellationToken.None);
        if (!outcome.IsDone || gone is not null || unkept.Count > 0)
            return Outcome<Receipt>.Refused([.. outcome.Refusals, .. gone is null ? [] : new[] { gone }, .. unkept]);
        return await ReceiveAsync(outcome.Value!, key.Browser is null ? key : key with { Digest = await DigestAsync(form, key) });
    }

    private async Task<Receipt> ReceiveAsync(CheckedInquiry form, SendingKey key)
    {
        var receipt = await receive.RunAsync(form, key, CancellationToken.None);
        // The files of one that was led to an earlier inquiry went nowhere.
        await tray.RemoveAsync(key.Key, (await tray.ListAsync(key.Key, CancellationToken.None)).Select(a => a.Id), CancellationToken.None);
        return receipt;
    }

    // With the browser's secret nobody else can be led to this sender's receipt, or guess from the digest what was typed.
    private async Task<string> DigestAsync(InquiryForm form, SendingKey key)
    {
        var files = (await tray.ListAsync(key.Key, CancellationToken.None)).Select(a => a.Digest).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { key.Browser, form, files })));
    }
}
