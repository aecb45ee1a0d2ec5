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

    [Theory]
    [InlineData(3), InlineData(6), InlineData(8)]
    public void Jpeg_of_a_camera_held_aside_is_turned_as_before(byte orientation)
    {
        var stripped = MetadataStripper.Strip(SampleFiles.JpegHeaders(40, 30, orientation, "at home"), FileType.Jpeg)!;
        JpegHeader.Read(new MemoryStream(stripped)).ShouldBe(JpegHeader.Read(new MemoryStream(SampleFiles.JpegHeaders(40, 30, orientation))));
        ExifOrientation.Read(stripped.AsSpan(stripped.AsSpan().IndexOf("Exif"u8), 32)).ShouldBe(orientation);
        Latin(stripped).ShouldNotContain("at home");
    }

    [Fact]
    public void Jpeg_ends_with_its_picture_and_keeps_of_application_segments_the_profile_only()
    {
        var picture = SampleFiles.JpegHeaders(40, 30);
        byte[] others = [.. Segment(0xE0, "JFXX\0thumbnail"), .. Segment(0xE2, "ICC_PROFILE\0\u0001\u0001colours"), .. Segment(0xE2, "MPF\0index"), .. Segment(0xEE, "Adobe\0"), .. Segment(0xEE, "Other")];
        byte[] second = SampleFiles.JpegHeaders(20, 15, comment: "at home");
        var text = Latin(MetadataStripper.Strip([.. picture[..20], .. others, .. picture[20..], .. second], FileType.Jpeg)!);
        text.ShouldContain("ICC_PROFILE");
        text.ShouldContain("Adobe");
        foreach (var gone in (string[])["JFXX", "MPF", "Other", "at home", "Exif"])
            text.ShouldNotContain(gone);
        text.ShouldEndWith("\u00FF\u00D9");
        text.Split("\u00FF\u00D8").Length.ShouldBe(2, "one picture");
    }

    [Fact]
    public void Jpeg_of_several_scans_keeps_them_all_and_loses_what_stands_between()
    {
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xFF, 0, 2, 0xFF, 0xD0, 3];
        byte[] picture = [.. SampleFiles.JpegHeaders(40, 30)[..^13], .. scan, .. Segment(0xFE, "at home"), .. Segment(0xC4, "table"), .. scan, 0xFF, 0xD9];
        var stripped = MetadataStripper.Strip(picture, FileType.Jpeg)!;
        stripped.AsSpan().EndsWith((byte[])[.. scan, .. Segment(0xC4, "table"), .. scan, 0xFF, 0xD9]).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(5), InlineData(24), InlineData(70)]
    public void Jpeg_cut_anywhere_is_stripped_without_a_fault(int length) =>
        MetadataStripper.Strip(SampleFiles.JpegHeaders(40, 30)[..Math.Min(length + 2, 70)], FileType.Jpeg).ShouldNotBeNull();

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

    private static byte[] Segment(byte marker, string content) => [0xFF, marker, 0, (byte)(content.Length + 2), .. Encoding.Latin1.GetBytes(content)];

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
