using System.Text.RegularExpressions;

namespace ExportPortal.Kernel.Texts;

/// <summary>What of a text stays in one line though it could be broken: short codes such as <c>HIV-1</c>, species such as <c>E. coli</c>, and in Chinese a number with its unit.</summary>
public static partial class Unbroken
{
    /// <summary>A number with a unit of Chinese behind it, as a regular expression.</summary>
    public const string Measure = "[0-9][0-9.,–~×-]*(?:[毫微纳千厘]?[克升米瓦]|单位|国际单位|人份|英寸|小时|分钟|通道|[支片瓶盒剂型代组年月天日秒寸份个])";

    private const string Code = @"(?<![A-Za-z0-9\p{IsCyrillic}-])[A-Za-z\p{IsGreek}\p{IsCyrillic}]{1,5}-[0-9]{1,4}[A-Za-z]?(?![A-Za-z0-9\p{IsCyrillic}-])";

    private const string Species = @"(?<![\p{L}\p{N}.])[A-Z]\. [a-z]{3,20}(?!\p{L})";

    /// <summary>The parts of a text that are such.</summary>
    [GeneratedRegex(Code + "|" + Species + "|" + Measure)]
    public static partial Regex Parts();
}
