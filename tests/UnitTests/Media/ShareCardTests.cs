using ExportPortal.Kernel.Cultures;
using ExportPortal.Media.Contracts;

namespace ExportPortal.UnitTests.Media;

public sealed class ShareCardTests
{
    private static readonly ShareCard Card = new() { Subject = "product/pump", Culture = PortalCultures.Default, Portal = "Portal", Kicker = new("en", "Devices"), Name = new("en", "Pump") };

    [Fact]
    public void Equal_cards_have_one_address() => (Card with { Name = new("en", "Pump") }).Hash.ShouldBe(Card.Hash);

    [Fact]
    public void An_address_changes_with_all_it_shows()
    {
        ShareCard[] others =
        [
            Card with { Culture = PortalCultures.All[1] },
            Card with { Portal = "Other" },
            Card with { Kicker = new("en", "Drugs") },
            Card with { Name = new("en", "Pumps") },
            Card with { Name = new("fr", "Pump") },
            Card with { ByLine = [new("en", "Firm")] },
            Card with { ByLine = [new("en", "Fi"), new("en", "rm")] },
            Card with { Mark = "Made" },
            Card with { Caution = "Made" },
            Card with { Sector = "ict" },
            Card with { Pictures = [Picture('a')] },
            Card with { Pictures = [Picture('a'), Picture('b')] },
            Card with { Pictures = [Picture('b'), Picture('a')] },
        ];
        others.Append(Card).Select(c => c.Hash).ShouldBeUnique();
        Card.Hash.ShouldMatch("^[0-9a-f]{32}$");
    }

    private static StoredFile Picture(char key) => new(new(key, 64), FileType.Png, 1, 1, 1);
}
