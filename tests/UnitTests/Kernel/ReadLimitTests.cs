using System.Net;
using ExportPortal.Kernel.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ExportPortal.UnitTests.Kernel;

public sealed class ReadLimitTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.1", false)]
    public void By_default_this_machine_reads_as_often_as_it_likes(string address, bool free) => IsFree(new(), address).ShouldBe(free);

    [Theory]
    [InlineData("10.0.0.0/8, 2001:db8::/32", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8, 2001:db8::/32", "2001:db8::9", true)]
    [InlineData("10.0.0.0/8, 2001:db8::/32", "127.0.0.1", false)]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("", "127.0.0.1", false)]
    public void Trusted_are_the_addresses_and_networks_that_are_named(string trusted, string address, bool free) =>
        IsFree(new() { TrustedAddresses = trusted }, address).ShouldBe(free);

    [Fact]
    public void A_malformed_network_is_noticed() => NetworkList.Parse("10.0.0.0/8, nonsense").ShouldBeNull();

    [Fact]
    public void Who_is_refused_is_told_when_to_come_back()
    {
        var limit = new ReadLimit(Options.Create(new LimitsOptions { ReadsPerMinute = 1 }));
        var context = From("192.0.2.1");
        limit.TryTake(context).ShouldBeTrue();
        limit.TryTake(context).ShouldBeFalse();
        int.Parse(context.Response.Headers.RetryAfter.ToString(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
    }

    private static bool IsFree(LimitsOptions options, string address)
    {
        options.ReadsPerMinute = 1;
        var limit = new ReadLimit(Options.Create(options));
        limit.TryTake(From(address)).ShouldBeTrue();
        return limit.TryTake(From(address));
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
