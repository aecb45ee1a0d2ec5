using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.DataProtection;

namespace ExportPortal.UnitTests.Ui;

public sealed class FormTicketsTests
{
    private readonly MovableTime _time = new();
    private readonly FormTickets _tickets;

    public FormTicketsTests() => _tickets = new(new EphemeralDataProtectionProvider(), _time);

    [Fact]
    public void A_form_brings_back_its_id_and_the_time_it_was_opened()
    {
        var ticket = _tickets.New();
        _tickets.Read(ticket.Sealed)!.Form.ShouldBe(ticket.Form);
    }

    [Fact]
    public void What_is_sent_sooner_than_anyone_types_is_too_quick()
    {
        var ticket = _tickets.Read(_tickets.New().Sealed)!;
        _tickets.IsTooQuick(ticket, 3).ShouldBeTrue();
        _time.Now += TimeSpan.FromSeconds(3.5);
        _tickets.IsTooQuick(ticket, 3).ShouldBeFalse();
    }

    [Fact]
    public void A_ticket_of_yesterday_is_too_old()
    {
        var ticket = _tickets.New();
        _time.Now += TimeSpan.FromHours(24);
        _tickets.Read(ticket.Sealed).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("made up")]
    public void A_ticket_that_was_made_up_is_none(string? ticket) => _tickets.Read(ticket).ShouldBeNull();

    private sealed class MovableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 16, 5, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
