using System.Collections.Frozen;
using ExportPortal.Catalogue.Codes;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Catalogue.Contracts;

/// <summary>Countries by their ISO 3166-1 alpha-2 codes, with names from Unicode CLDR; a few are written as readers of the language write them in trade.</summary>
public static class Countries
{
    /// <summary>The officially assigned codes of ISO 3166-1.</summary>
    public static readonly FrozenSet<string> All = (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ " +
        "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
        "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM " +
        "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
        "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Nobody lives there who could be sent something.
    private static readonly string[] Uninhabited = ["AQ", "BV", "GS", "HM", "TF", "UM"];

    private static readonly NameTable Names = new("countries.json");

    /// <summary>True for an assigned code, in capitals.</summary>
    public static bool IsCountry(string? code) => code is not null && All.Contains(code);

    /// <summary>A country's name in the interface culture nearest to a tag; the code itself when it is not assigned.</summary>
    public static string Name(string code, string culture) => Names.Find(code, culture) ?? code;

    /// <summary>The codes of where goods can go, in the order of their names in a culture.</summary>
    public static IReadOnlyList<string> SortedBy(PortalCulture culture) =>
        [.. All.Except(Uninhabited).OrderBy(code => Name(code, culture.Tag), StringComparer.Create(culture.Format, ignoreCase: true))];
}
