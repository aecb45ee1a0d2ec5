using System.Collections.Frozen;

namespace ExportPortal.Catalogue.Codes;

/// <summary>
/// Units of measure by their codes of UN/ECE Recommendation 20. These have names in the interface texts
/// (<c>Catalogue.Unit.KGM</c>); a feed may use only these.
/// </summary>
internal static class Units
{
    public static readonly FrozenSet<string> All = (
        "C62 H87 SET PR DZN CEN MIL KGM GRM MGM MC TNE LTR MLT MTQ MTR CMT MMT MTK CEL KEL P1 VLT HTZ KHZ MHZ AMP WTT KWT " +
        "KWH PAL BAR SEC MIN HUR DAY WEE MON ANN XBX XVI XPK E50 AD 4G GL M1 59").Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Incoterms® 2020 rules of the International Chamber of Commerce. Each needs a named place.</summary>
internal static class Incoterms
{
    public static readonly FrozenSet<string> All =
        "EXW FCA CPT CIP DAP DPU DDP FAS FOB CFR CIF".Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
