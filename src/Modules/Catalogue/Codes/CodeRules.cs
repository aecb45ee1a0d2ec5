using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ExportPortal.Catalogue.Codes;

/// <summary>The rules a sheet can name for an attribute's codes.</summary>
internal static partial class CodeRules
{
    /// <summary>Each rule by the name a sheet uses, with its check.</summary>
    public static readonly FrozenDictionary<string, Func<string, bool>> All = new Dictionary<string, Func<string, bool>>(StringComparer.Ordinal)
    {
        ["cas"] = CheckDigits.IsCas,
        ["ec"] = CheckDigits.IsEcNumber,
        ["gtin"] = CheckDigits.IsGtin,
        ["atc"] = code => Atc().IsMatch(code),
        ["emdn"] = code => Emdn().IsMatch(code),
        ["digits"] = code => Digits().IsMatch(code),
        ["digits4"] = code => FourDigits().IsMatch(code),
        ["un-number"] = code => UnNumber().IsMatch(code),
        ["formula"] = code => Formula().IsMatch(code),
        ["hazard"] = code => Hazard().IsMatch(code),
        ["precaution"] = code => Precaution().IsMatch(code),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A telephone number as E.164 writes it: a plus sign and 7 to 15 digits.</summary>
    public static bool IsE164(string number) => E164().IsMatch(number);

    // The five levels of the ATC classification of the WHO Collaborating Centre for Drug Statistics Methodology.
    [GeneratedRegex("^[ABCDGHJLMNPRSV](\\d\\d([A-Z]([A-Z](\\d\\d)?)?)?)?\\z")]
    private static partial Regex Atc();

    // The category letters of the European Medical Device Nomenclature.
    [GeneratedRegex("^[ABCDFGHJKLMNPQRSTUVWXYZ](\\d\\d){1,6}\\z")]
    private static partial Regex Emdn();

    [GeneratedRegex("^\\d{1,20}\\z")]
    private static partial Regex Digits();

    [GeneratedRegex("^\\d{4}\\z")]
    private static partial Regex FourDigits();

    [GeneratedRegex("^(UN ?)?\\d{4}\\z")]
    private static partial Regex UnNumber();

    [GeneratedRegex("^[A-Z0-9()\\[\\]·•.+\\-a-zₙ₀-₉²³⁺⁻]{1,200}\\z")]
    private static partial Regex Formula();

    // GHS hazard and precautionary statements, single or combined (H300+H310), with the EU's own and its letters.
    [GeneratedRegex("^(EU)?H\\d{3}[A-Za-z]{0,2}(\\+H\\d{3}[A-Za-z]{0,2}){0,3}\\z")]
    private static partial Regex Hazard();

    [GeneratedRegex("^P\\d{3}(\\+P\\d{3}){0,4}\\z")]
    private static partial Regex Precaution();

    [GeneratedRegex("^\\+[1-9]\\d{6,14}\\z")]
    private static partial Regex E164();
}
