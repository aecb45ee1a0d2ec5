using System.Text;
using ExportPortal.Media.Checks;
using ExportPortal.Media.Contracts;
using ExportPortal.Media.Renditions;

namespace ExportPortal.UnitTests.Media;

public sealed class MetadataStripperTests
{
    [Fact]
    public void Jpeg_loses_place_and_comment_and_keeps_its_size()
    {
        var stripped = MetadataStripper.Strip(SampleFiles.JpegHeaders(40, 30, comment: "at home"), FileType.Jpeg)!;
        Latin(stripped).ShouldNotContain("Exif");
        Latin(stripped).ShouldNotContain("at home");
        JpegHeader.Read(new MemoryStream(stripped)).ShouldBe(new FoundContent(FileType.Jpeg, 40, 30));
    }

    [Fact]
    public void Png_loses_its_texts_and_stays_whole()
    {
        var stripped = MetadataStripper.Strip(SampleFiles.Png(40, 30, ("tEXt", Encoding.ASCII.GetBytes("Author\0Someone")), ("eXIf", [1, 2, 3])), FileType.Png)!;
        stripped.ShouldBe(SampleFiles.Png(40, 30));
    }

    [Fact]
    public void Webp_loses_its_metadata_and_no_longer_announces_it()
    {
        var stripped = MetadataStripper.Strip(SampleFiles.WebpHeaders(40, 30), FileType.Webp)!;
        Latin(stripped).ShouldNotContain("EXIF");
        stripped[20].ShouldBe((byte)0);
        WebpHeader.Read(new MemoryStream(stripped)).ShouldBe(new FoundContent(FileType.Webp, 40, 30));
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
