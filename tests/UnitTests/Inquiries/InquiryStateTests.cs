using ExportPortal.Inquiries.Records;

namespace ExportPortal.UnitTests.Inquiries;

public sealed class InquiryStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 16, 5, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = Now.AddHours(8);

    [Fact]
    public void An_inquiry_is_released_once()
    {
        var inquiry = New("one");
        inquiry.Release("{}", Now, Due).IsDone.ShouldBeTrue();
        inquiry.Release("{}", Now, Due).IsDone.ShouldBeFalse();
        inquiry.Hold(Due).IsDone.ShouldBeFalse("what firms have seen can't be held");
    }

    [Fact]
    public void A_held_inquiry_is_released_or_closed() => new[] { InquiryState.Released, InquiryState.Closed, InquiryState.Answered, InquiryState.Held }
        .Where(s => Held().MayBecome(s)).ShouldBe([InquiryState.Released, InquiryState.Closed]);

    [Fact]
    public void Nobody_answers_before_the_release()
    {
        New("one").Answer(null, Now).IsDone.ShouldBeFalse();
        Held().Answer("one", Now).IsDone.ShouldBeFalse();
    }

    [Fact]
    public void An_inquiry_to_two_firms_is_answered_when_both_have_answered()
    {
        var inquiry = Released("one", "two");
        inquiry.Answer("one", Now);
        (inquiry.State, inquiry.DueAt).ShouldBe((InquiryState.Released, Due));
        inquiry.Answer("two", Now);
        (inquiry.State, inquiry.DueAt).ShouldBe((InquiryState.Answered, null));
    }

    [Fact]
    public void The_desk_answers_for_all_firms()
    {
        var inquiry = Released("one", "two");
        inquiry.Answer(null, Now);
        inquiry.State.ShouldBe(InquiryState.Answered);
    }

    [Fact]
    public void A_buyer_who_writes_again_waits_for_an_answer_again()
    {
        var inquiry = Released("one");
        inquiry.Answer("one", Now);
        inquiry.AskAgain(Due).IsDone.ShouldBeTrue();
        (inquiry.State, inquiry.DueAt, inquiry.Parts[0].AnsweredAt).ShouldBe((InquiryState.Released, Due, null));
    }

    [Fact]
    public void Who_answered_before_another_is_asked_once_more_and_the_clock_starts_anew()
    {
        var inquiry = Released("one", "two");
        inquiry.Answer("one", Now);
        inquiry.Escalate(Due.AddSeconds(1));
        inquiry.AskAgain(Due.AddDays(1)).IsDone.ShouldBeTrue();
        (inquiry.State, inquiry.DueAt, inquiry.EscalatedAt).ShouldBe((InquiryState.Released, Due.AddDays(1), null));
        inquiry.Answer("two", Now);
        (inquiry.State, inquiry.DueAt).ShouldBe((InquiryState.Released, Due.AddDays(1)), "the second question to the first firm is open");
        inquiry.Parts.Select(p => p.AnsweredAt).ShouldBe([null, Now]);
        inquiry.Answer("one", Now);
        (inquiry.State, inquiry.DueAt).ShouldBe((InquiryState.Answered, null));
    }

    [Fact]
    public void Who_writes_again_before_anybody_answered_moves_no_deadline()
    {
        var inquiry = Released("one", "two");
        inquiry.Escalate(Due.AddSeconds(1));
        inquiry.AskAgain(Due.AddDays(1)).IsDone.ShouldBeTrue();
        (inquiry.DueAt, inquiry.EscalatedAt).ShouldBe((Due, Due.AddSeconds(1)));
    }

    [Fact]
    public void A_closed_inquiry_is_over()
    {
        var inquiry = Released("one");
        inquiry.Close().IsDone.ShouldBeTrue();
        inquiry.Answer("one", Now).IsDone.ShouldBeFalse();
        inquiry.AskAgain(Due).IsDone.ShouldBeFalse();
        inquiry.Close().IsDone.ShouldBeFalse();
        inquiry.DueAt.ShouldBeNull();
    }

    [Fact]
    public void An_overdue_step_is_passed_on_once_and_the_next_one_again()
    {
        var inquiry = New("one");
        inquiry.AwaitRelease(Due);
        inquiry.Escalate(Due).ShouldBeFalse();
        inquiry.Escalate(Due.AddSeconds(1)).ShouldBeTrue();
        inquiry.Escalate(Due.AddSeconds(2)).ShouldBeFalse();
        inquiry.Release("{}", Now, Due.AddHours(24));
        inquiry.Escalate(Due.AddHours(23)).ShouldBeFalse();
        inquiry.Escalate(Due.AddHours(25)).ShouldBeTrue();
    }

    [Fact]
    public void An_erased_inquiry_is_over_and_due_for_nobody()
    {
        var inquiry = Released("one");
        inquiry.Erase(Now);
        (inquiry.State, inquiry.DueAt, inquiry.ErasedAt).ShouldBe((InquiryState.Closed, null, Now));
        inquiry.Answer("one", Now).IsDone.ShouldBeFalse();
        inquiry.Escalate(Due.AddYears(1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("aliya@pharma.kz", "aliya@pharma.kz")]
    [InlineData("Aliya+Offers@Pharma.KZ", "aliya@pharma.kz")]
    [InlineData("+7701@pharma.kz", "+7701@pharma.kz")]
    public void Spellings_of_an_address_are_one_mailbox(string email, string mailbox) => ExportPortal.Kernel.Values.EmailAddress.MailboxOf(email).ShouldBe(mailbox);

    private static Inquiry Released(params string[] firms)
    {
        var inquiry = New(firms);
        inquiry.Release("{}", Now, Due);
        return inquiry;
    }

    [Fact]
    public void What_only_a_desk_is_asked_is_accepted_by_it_and_what_firms_are_asked_is_released()
    {
        Released("one").ShownState.ShouldBe("Released");
        var inquiry = New("desk:moscow", []);
        inquiry.ShownState.ShouldBe("Received");
        inquiry.Release("{}", Now, Due);
        inquiry.ShownState.ShouldBe("Accepted");
        inquiry.Answer(null, Now);
        inquiry.ShownState.ShouldBe("Answered");
    }

    [Fact]
    public void A_buyer_is_told_when_some_of_the_firms_asked_have_answered()
    {
        var inquiry = Released("one", "two");
        inquiry.BuyerState.ShouldBe("Released");
        inquiry.Answer("one", Now);
        inquiry.BuyerState.ShouldBe("PartlyAnswered");
        inquiry.Answer("two", Now);
        inquiry.BuyerState.ShouldBe("Answered");
        inquiry.AskAgain(Due);
        inquiry.BuyerState.ShouldBe("Released");
    }

    private static Inquiry Held()
    {
        var inquiry = New("one");
        inquiry.Hold(Due);
        return inquiry;
    }

    private static Inquiry New(params string[] firms) => New("product:one", firms);

    private static Inquiry New(string origin, string[] firms) => new()
    {
        Reference = "K7PM-3XQ9-WD",
        Kind = InquiryKind.Quotation,
        Culture = "ru",
        Destination = "KZ",
        Origin = origin,
        Desk = "tashkent",
        RoutingReason = "{}",
        ReceivedAt = Now,
        Parts = [.. firms.Select(f => new InquiryPart { Firm = f })],
    };
}
