using System.Net;
using ExportPortal.Kernel.Limits;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.UnitTests.Kernel;

public sealed class ClientLimiterTests
{
    [Fact]
    public void One_client_too_many_times_is_told_to_wait_and_others_are_not()
    {
        using var limiter = new ClientLimiter(2, TimeSpan.FromMinutes(10));
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
        limiter.TryTake(From("192.0.2.1"), out _).ShouldBeTrue();
        limiter.TryTake(From("192.0.2.1"), out var wait).ShouldBeFalse();
        wait.ShouldBeGreaterThan(TimeSpan.Zero);
        limiter.TryTake(From("192.0.2.2"), out _).ShouldBeTrue();
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
}
