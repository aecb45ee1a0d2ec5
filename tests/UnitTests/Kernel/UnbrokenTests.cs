using ExportPortal.Kernel.Texts;

namespace ExportPortal.UnitTests.Kernel;

public sealed class UnbrokenTests
{
    [Theory]
    [InlineData("antibodies to HIV-1 (groups M and O) and HIV-2", "HIV-1|HIV-2")]
    [InlineData("及HIV-2抗体和HIV-1 p24抗原", "HIV-2|HIV-1")]
    [InlineData("антител к ВИЧ-1", "ВИЧ-1")]
    [InlineData("重组人干扰素β-1a注射液 44微克/0.5毫升", "β-1a|44微克|0.5毫升")]
    [InlineData("（CHO细胞）4000国际单位/0.4毫升", "4000国际单位|0.4毫升")]
    [InlineData("из E. coli в шприце; S. cerevisiae; issue d’E. coli, hepatitis B. Given", "E. coli|S. cerevisiae|E. coli")]
    [InlineData("L-(+)-lactic acid 88 %, pre-filled pen, 67-64-1, ABCDEFG-1234-5678", "")]
    public void Short_codes_species_and_Chinese_measures_stay_whole(string text, string parts) =>
        Unbroken.Parts().Matches(text).Select(m => m.Value).ShouldBe(parts.Split('|', StringSplitOptions.RemoveEmptyEntries));
}
