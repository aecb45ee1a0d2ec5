using ExportPortal.Accounts.Commands;
using ExportPortal.Accounts.Contracts;
using ExportPortal.Accounts.People;
using ExportPortal.Accounts.SigningIn;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.People;
using ExportPortal.Ui;
using ExportPortal.Ui.Slots;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Accounts;

/// <summary>The module's two doors.</summary>
public static class AccountsModule
{
    internal const int ShortestPassword = 12;
    internal const int LongestPassword = 200;
    private const int FailuresBeforeLockout = 5;
    private const int BehindTheWork = 100;
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15);

    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddModule("Accounts", typeof(AccountsModule).Assembly);
        services.AddOptions<AccountsOptions>().BindConfiguration(AccountsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        AddIdentity(services);
        services.AddScoped<ICurrentPerson, CurrentPerson>().AddScoped<IStaffDirectory, StaffDirectory>();
        services.AddScoped<CreatePerson>().AddScoped<SignIn>().AddScoped<ChangeAccount>().AddSingleton<SignInLimit>();
        services.AddScoped(s => new SampleUsers(s.GetRequiredService<PortalDbContext>(), s.GetRequiredService<UserManager<Person>>()));
        services.AddScoped<IModuleCommand, CreateAdmin>();
        GuardStaffPages(services);
        return services
            .AddSlotView(SlotNames.Work, "/Pages/Desk/_AccountLinks.cshtml", BehindTheWork)
            .AddSlotView(SlotNames.Footer, "/Pages/Desk/_SignInLink.cshtml");
    }

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder endpoints) => endpoints;

    // Every module's staff pages stand in Pages/Desk: for people who signed in, and never kept by a browser or proxy.
    private static void GuardStaffPages(IServiceCollection services) => services.Configure<RazorPagesOptions>(options =>
    {
        options.Conventions.AuthorizeFolder("/Desk");
        options.Conventions.AllowAnonymousToPage("/Desk/SignIn");
        options.Conventions.AddFolderApplicationModelConvention("/Desk", page =>
            page.Filters.Add(new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None }));
    });

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<IUserStore<Person>, UserOnlyStore<Person, PortalDbContext, string>>();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonClaims>();
        services.AddIdentityCore<Person>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            options.Password.RequiredLength = ShortestPassword;
            // Length is what counts; rules of composition make people choose alike.
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockout;
            options.Lockout.DefaultLockoutTimeSpan = Lockout;
        }).AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            SignInCookie.Configure(options);
            options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization();
    }
}
