using System.Collections.Frozen;
using System.Globalization;

namespace ExportPortal.Kernel.Values;

/// <summary>An amount of money: exact, never converted by itself.</summary>
/// <param name="TenThousandths">The amount times 10,000.</param>
/// <param name="Currency">ISO 4217 code.</param>
public readonly record struct Money(long TenThousandths, string Currency)
{
    /// <summary>The amount in units of the currency.</summary>
    public decimal Amount => TenThousandths / 10_000m;

    /// <summary>An amount with at most four decimals; null when it has more or does not fit.</summary>
    public static Money? From(decimal amount, string currency)
    {
        if (Math.Abs(amount) > long.MaxValue / 10_000m)
            return null;
        var scaled = amount * 10_000m;
        return decimal.Truncate(scaled) == scaled ? new Money((long)scaled, currency) : null;
    }

    /// <summary>True for an active currency code of ISO 4217.</summary>
    public static bool IsCurrency(string? code) => code is not null && Currencies.Contains(code);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    // ISO 4217 list one, active codes of funds and metals left out.
    private static readonly FrozenSet<string> Currencies = (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK " +
        "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR " +
        "KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR " +
        "PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD " +
        "TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG").Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
