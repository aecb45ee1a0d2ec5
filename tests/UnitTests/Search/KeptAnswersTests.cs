using ExportPortal.Search.Keeping;

namespace ExportPortal.UnitTests.Search;

public sealed class KeptAnswersTests
{
    private readonly KeptAnswers<long, string, string> _kept = new(1000, (_, answer) => answer.Length);

    [Fact]
    public void An_answer_is_found_at_its_own_state_only()
    {
        _kept.Keep(1, "question", "answer");
        _kept.Find(1, "question").ShouldBe("answer");
        _kept.Find(2, "question").ShouldBeNull();
        _kept.Keep(2, "other", "later");
        _kept.Find(1, "question").ShouldBeNull();
        _kept.Find(2, "question").ShouldBeNull();
        _kept.Find(2, "other").ShouldBe("later");
    }

    [Fact]
    public void What_began_at_an_earlier_state_ends_nothing_that_is_kept_since()
    {
        _kept.Keep(2, "question", "answer");
        _kept.Keep(1, "slow", "outdated");
        _kept.Find(2, "question").ShouldBe("answer");
        _kept.Find(1, "slow").ShouldBeNull();
    }

    [Fact]
    public void What_is_asked_for_stays_and_the_rest_goes_when_room_is_short()
    {
        _kept.Keep(1, "asked", new('a', 50));
        for (var i = 0; i < 100; i++)
        {
            _kept.Keep(1, "once" + i, new('o', 50));
            _kept.Find(1, "asked").ShouldNotBeNull();
        }
        Enumerable.Range(0, 100).Count(i => _kept.Find(1, "once" + i) is not null).ShouldBeInRange(5, 20);
    }

    [Fact]
    public void What_is_too_large_is_not_kept()
    {
        _kept.Keep(1, "question", new('a', 100));
        _kept.Find(1, "question").ShouldBeNull();
    }
}
