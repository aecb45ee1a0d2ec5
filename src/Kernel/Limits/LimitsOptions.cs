using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Kernel.Limits;

/// <summary>Settings of section <c>Limits</c>.</summary>
public sealed class LimitsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Limits";

    /// <summary>How many searches and other dear readings one client may ask for in a minute. Default 300.</summary>
    [Range(1, 1_000_000)]
    public int ReadsPerMinute { get; set; } = 300;

    /// <summary>
    /// The clients whose reading is not limited: addresses and networks (<c>10.0.0.0/8</c>), as a list or separated by commas.
    /// Default: this machine.
    /// </summary>
    public string TrustedAddresses { get; set; } = "127.0.0.0/8, ::1";
}
