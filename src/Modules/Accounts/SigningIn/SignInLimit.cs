using ExportPortal.Kernel.Limits;
using Microsoft.Extensions.Options;

namespace ExportPortal.Accounts.SigningIn;

/// <summary>How often one client may try to sign in.</summary>
internal sealed class SignInLimit(IOptions<AccountsOptions> options)
{
    public ClientLimiter Limiter { get; } = new(options.Value.SignInAttempts, TimeSpan.FromMinutes(options.Value.SignInMinutes));
}
