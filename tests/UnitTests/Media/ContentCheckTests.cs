using ExportPortal.Kernel.Outcomes;
using ExportPortal.Media.Checks;
using ExportPortal.Media.Contracts;

namespace ExportPortal.UnitTests.Media;

public sealed class ContentCheckTests : IDisposable
{
    private const string Wrong = "Wrong";
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Png_is_found_with_its_size() => Look(SampleFiles.Png(40, 30)).Value.ShouldBe(new FoundContent(FileType.Png, 40, 30));

    [Fact]
    public void Jpeg_is_found_with_its_size() => Look(SampleFiles.JpegHeaders(400, 300)).Value.ShouldBe(new FoundContent(FileType.Jpeg, 400, 300));

    [Fact]
    public void Jpeg_taken_with_a_turned_camera_has_the_size_it_is_shown_in() =>
        Look(SampleFiles.JpegHeaders(400, 300, orientation: 6)).Value.ShouldBe(new FoundContent(FileType.Jpeg, 300, 400));

    [Fact]
    public void Webp_is_found_with_its_size() => Look(SampleFiles.WebpHeaders(1200, 800)).Value.ShouldBe(new FoundContent(FileType.Webp, 1200, 800));

    [Fact]
    public void A_picture_that_states_too_many_pixels_is_refused_unopened()
    {
        Look(SampleFiles.WebpHeaders(10_000, 5_000)).IsDone.ShouldBeTrue();
        Key(SampleFiles.WebpHeaders(10_000, 5_001)).ShouldBe("Media.File.TooManyPixels");
        Key(SampleFiles.JpegHeaders(65_535, 65_535)).ShouldBe("Media.File.TooManyPixels");
    }

    [Fact]
    public void Pdf_and_office_documents_are_found()
    {
        Look(SampleFiles.Pdf()).Value!.Type.ShouldBe(FileType.Pdf);
        Look(SampleFiles.Docx()).Value!.Type.ShouldBe(FileType.Docx);
        Look(SampleFiles.Xlsx()).Value!.Type.ShouldBe(FileType.Xlsx);
    }

    [Fact]
    public void A_type_that_is_not_taken_is_refused()
    {
        Key(SampleFiles.Pdf(), type => type.IsPicture()).ShouldBe(Wrong);
        Key(SampleFiles.Png(4, 4), type => !type.IsPicture()).ShouldBe(Wrong);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("MZ")]
    public void Other_types_are_refused_whatever_their_name(string content) => Key(System.Text.Encoding.ASCII.GetBytes(content)).ShouldBe(Wrong);

    [Fact]
    public void An_empty_file_is_refused() => Key([]).ShouldBe("Media.File.Empty");

    [Fact]
    public void Files_cut_short_are_damaged()
    {
        Key(SampleFiles.Png(40, 30)[..^20]).ShouldBe("Media.File.Damaged");
        Key(SampleFiles.JpegHeaders(40, 30)[..30]).ShouldBe("Media.File.Damaged");
        Key(SampleFiles.WebpHeaders(40, 30)[..^2]).ShouldBe("Media.File.Damaged");
        Key(SampleFiles.Pdf()[..40]).ShouldBe("Media.File.Damaged");
        Key(SampleFiles.Docx()[..^30]).ShouldBe("Media.File.Damaged");
    }

    [Fact]
    public void Office_documents_with_macros_are_refused()
    {
        Key(SampleFiles.Docx("word/vbaProject.bin")).ShouldBe(Wrong);
        Key(SampleFiles.Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml", [])).ShouldBe(Wrong);
    }

    [Theory]
    [InlineData(100UL * 1024 * 1024, false)]
    [InlineData(300UL * 1024 * 1024, true)]
    [InlineData(4UL * 1024 * 1024 * 1024, true)]
    [InlineData(long.MaxValue / 2, true)]
    [InlineData(long.MaxValue, true)]
    [InlineData(ulong.MaxValue, true)]
    public void An_archive_whose_parts_unpack_to_too_much_is_refused_even_where_the_sum_overflows(ulong each, bool refused)
    {
        // The type list is read, so its stated length is limited by itself; the others only add up.
        var outcome = Look(StatedSizes.Write(SampleFiles.Docx(), each, "[Content_Types].xml"));
        outcome.IsDone.ShouldBe(!refused);
        outcome.Refusals.ShouldAllBe(r => r.Key == Wrong || r.Key == "Media.File.Damaged");
    }

    [Fact]
    public void Other_archives_are_refused()
    {
        Key(SampleFiles.Office("META-INF/MANIFEST.MF", "application/java-archive", [])).ShouldBe(Wrong);
        Key(SampleFiles.Docx("../../etc/passwd")).ShouldBe(Wrong);
    }

    [Fact]
    public void No_cut_or_flipped_byte_of_a_header_makes_the_check_fall()
    {
        foreach (var whole in new[] { SampleFiles.Png(8, 8), SampleFiles.JpegHeaders(8, 8, 6), SampleFiles.WebpHeaders(8, 8), SampleFiles.Pdf(), SampleFiles.Docx() })
            for (var i = 0; i < Math.Min(whole.Length, 200); i++)
            {
                Should.NotThrow(() => Look(whole[..i]));
                byte[] flipped = [.. whole[..i], (byte)~whole[i], .. whole[(i + 1)..]];
                Should.NotThrow(() => Look(flipped));
            }
    }

    private Outcome<FoundContent> Look(byte[] content, Func<FileType, bool>? takes = null)
    {
        File.WriteAllBytes(_file, content);
        return ContentCheck.Look(_file, takes ?? (_ => true), Wrong);
    }

    private string Key(byte[] content, Func<FileType, bool>? takes = null) => Look(content, takes).Refusals.ShouldHaveSingleItem().Key;
}
