using System.Net;
using ExportPortal.Kernel.Limits;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.UnitTests.Kernel;

public sealed class ClientLimiterTests
{
    private readonly MovableTime _time = new();

    [Fact]
    public void One_client_too_many_times_is_told_to_wait_and_others_are_not()
    {
        var limiter = new ClientLimiter(2, TimeSpan.FromMinutes(10), _time);
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
        limiter.TryTake(From("192.0.2.1"), out var wait).ShouldBeFalse();
        wait.ShouldBeGreaterThan(TimeSpan.Zero);
        limiter.TryTake(From("192.0.2.2"), out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0), InlineData(61), InlineData(400)]
    public void Who_waits_as_long_as_told_is_let_in_and_not_before(int apart)
    {
        var limiter = new ClientLimiter(3, TimeSpan.FromMinutes(10), _time);
        for (var i = 0; i < 3; i++, _time.Now += TimeSpan.FromSeconds(apart / 3))
            limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
        limiter.TryTake(From("192.0.2.1"), out var wait).ShouldBeFalse();
        wait.ShouldBe(TimeSpan.FromSeconds(600 - (apart / 3 * 3)));
        _time.Now += wait - TimeSpan.FromSeconds(1);
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeFalse();
        _time.Now += TimeSpan.FromSeconds(1);
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
    }

    [Theory, InlineData(0), InlineData(30)]
    public void What_is_given_back_does_not_count_however_late_and_in_whatever_order(int seconds)
    {
        var limiter = new ClientLimiter(2, TimeSpan.FromMinutes(10), _time);
        for (var i = 0; i < 5; i++)
        {
            var (first, second) = (From("192.0.2.1"), From("192.0.2.1"));
            limiter.TryTake(first, out _).ShouldBeTrue();
            _time.Now += TimeSpan.FromSeconds(seconds);
            limiter.TryTake(second, out _).ShouldBeTrue();
            limiter.TryTake(From("192.0.2.1"), out _).ShouldBeFalse();
            _time.Now += TimeSpan.FromSeconds(seconds);
            limiter.GiveBack(second);
            limiter.GiveBack(first);
            limiter.GiveBack(first);
        }
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
        limiter.TryTake(From("192.0.2.1"), out var wait).ShouldBeFalse();
        _time.Now += wait;
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::9")]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1")]
    public void Addresses_of_one_subscriber_are_one_client(string first, string second) =>
        ClientLimiter.ClientOf(IPAddress.Parse(first)).ShouldBe(ClientLimiter.ClientOf(IPAddress.Parse(second)));

    [Fact]
    public void Neighbouring_networks_are_two_clients() =>
        ClientLimiter.ClientOf(IPAddress.Parse("2001:db8:1:2::1")).ShouldNotBe(ClientLimiter.ClientOf(IPAddress.Parse("2001:db8:1:3::1")));

    private static DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }

    private sealed class MovableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
