namespace ExportPortal.Inquiries.Receiving;

/// <summary>The units a buyer may ask in, by their codes of UN/ECE Recommendation 20 (packages: Recommendation 21 behind an X), the commonest first.</summary>
internal static class QuantityUnits
{
    public static readonly IReadOnlyList<string> All = ["C62", "SET", "PR", "XPK", "XBX", "KGM", "GRM", "TNE", "LTR", "MTR", "MTK", "MTQ"];

    /// <summary>What a quantity without a unit is counted in: pieces.</summary>
    public const string Default = "C62";
}
