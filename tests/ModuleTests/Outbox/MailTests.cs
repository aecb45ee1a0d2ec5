using System.Globalization;
using System.Text.Json;
using ExportPortal.Kernel.Mail;
using ExportPortal.Kernel.Outbox;
using ExportPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Outbox;

/// <summary>A mail counts as sent from just before its end.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task A_mail_is_settled_before_its_server_has_it_and_one_that_can_not_be_settled_does_not_leave()
    {
        await using var server = await MailServer.StartAsync();
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite, null, ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:StartTls", "false"));
        var handler = portal.Services.GetServices<IOutboxHandler>().Single(h => h.Kind == MailMessage.OutboxKind);
        string Mail(string to) => JsonSerializer.Serialize(new MailMessage(to, "Subject", "First.\n\nSecond.", "en"));

        await Should.ThrowAsync<Exception>(() => handler.HandleAsync(new(1, Mail("nobody@buyers.example"), () => throw new InvalidOperationException("Erased.")), Cancellation));
        var before = -1;
        await handler.HandleAsync(new(2, Mail("buyer@buyers.example"), async () =>
        {
            // The server would have it by now, if it had been told its end.
            await Task.Delay(300, Cancellation);
            before = server.Received.Count;
        }), Cancellation);
        before.ShouldBe(0);
        var mail = await server.WaitForAsync("buyer@buyers.example");
        mail.Everything.ShouldContain("<p>Second.</p>");
        server.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_can_be_stopped_tells_mail_programs_where_in_one_piece()
    {
        const string StopAt = "https://portal.of-a-long-name.export.example/zh-Hans/search/saved/stop/AbCdEfGhIjKlMnOpQrStUv";
        await using var server = await MailServer.StartAsync();
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite, null, ("Mail:Host", "127.0.0.1"), ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:StartTls", "false"));
        var handler = portal.Services.GetServices<IOutboxHandler>().Single(h => h.Kind == MailMessage.OutboxKind);
        Task SendAsync(long id, MailMessage mail) => handler.HandleAsync(new(id, JsonSerializer.Serialize(mail), () => Task.CompletedTask), Cancellation);
        await SendAsync(1, new("reader@buyers.example", "新", "新。", "zh-Hans", StopAt: StopAt));
        var headers = (await server.WaitForAsync("reader@buyers.example")).Headers;
        (headers["List-Unsubscribe"].Trim(), headers["List-Unsubscribe-Post"].Trim()).ShouldBe(($"<{StopAt}>", "List-Unsubscribe=One-Click"));
        await SendAsync(2, new("buyer@buyers.example", "Subject", "Text.", "en"));
        (await server.WaitForAsync("buyer@buyers.example")).Headers.ContainsKey("List-Unsubscribe").ShouldBeFalse();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
