using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Accounts;

/// <summary>The settings of section <c>Accounts</c>.</summary>
internal sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>How often one client address may try to sign in within <see cref="SignInMinutes"/>, 1 to 10,000. Default 20.</summary>
    [Range(1, 10_000)]
    public int SignInAttempts { get; set; } = 20;

    /// <summary>The window of <see cref="SignInAttempts"/> in minutes, 1 to 1,440. Default 10.</summary>
    [Range(1, 1_440)]
    public int SignInMinutes { get; set; } = 10;
}
