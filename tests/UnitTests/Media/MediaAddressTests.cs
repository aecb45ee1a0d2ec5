using ExportPortal.Media.Contracts;

namespace ExportPortal.UnitTests.Media;

public sealed class MediaAddressTests
{
    [Fact]
    public void A_small_picture_is_offered_up_to_its_own_width() =>
        MediaAddress.Renditions("k", 400).ShouldBe([("/media/k/160.webp", 160), ("/media/k/320.webp", 320), ("/media/k/480.webp", 400)]);

    [Fact]
    public void A_large_picture_is_offered_in_every_width() =>
        MediaAddress.Renditions("k", 4000).Select(r => r.Width).ShouldBe(MediaAddress.Widths);

    [Fact]
    public void A_source_set_names_each_width_once()
    {
        MediaAddress.SourceSet("k", 400).ShouldBe("/media/k/160.webp 160w, /media/k/320.webp 320w, /media/k/480.webp 400w");
        MediaAddress.SourceSet("k", 90, "avif").ShouldBe("/media/k/160.avif 90w");
    }

    [Fact]
    public void A_document_keeps_its_name_in_any_script() =>
        MediaAddress.Document("k", "برگه 1.pdf").ShouldBe("/media/k/%D8%A8%D8%B1%DA%AF%D9%87%201.pdf");
}
