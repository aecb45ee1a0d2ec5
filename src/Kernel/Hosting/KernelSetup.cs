using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Limits;
using ExportPortal.Kernel.Mail;
using ExportPortal.Kernel.Outbox;
using ExportPortal.Kernel.Protection;
using ExportPortal.Kernel.Texts;
using ExportPortal.Kernel.Values;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace ExportPortal.Kernel.Hosting;

/// <summary>The Kernel's door.</summary>
public static class KernelSetup
{
    /// <summary>Adds what every module builds on: database, change log, outbox, mail, texts, keys. Background work runs in the serving process only: a command never starts the host.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services)
    {
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.PublicUrl.Length == 0 || (Uri.TryCreate(o.PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && !o.PublicUrl.EndsWith('/')),
                "Portal:PublicUrl must be an absolute http or https address without a slash at its end.")
            .Validate(o => o.Database.Length == 0 || DatabaseSetup.IsConnectionString(o.Database),
                "Portal:Database must be a PostgreSQL connection string that names Host and Database, such as Host=localhost;Database=portal;Username=portal.")
            .Validate(o => o.Contact.Length == 0 || EmailAddress.IsValid(o.Contact), "Portal:Contact must be a mail address.")
            .Validate(o => o.MasterKey.Length == 0 || (o.MasterKey.Length == 44 && Convert.TryFromBase64String(o.MasterKey, new byte[33], out var length) && length == 32),
                "Portal:MasterKey must be 32 bytes in Base64.")
            .ValidateOnStart();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateDataAnnotations()
            .Validate<IOptions<MailOptions>>((o, mail) => o.LeaseSeconds > mail.Value.TimeoutSeconds, "Outbox:LeaseSeconds must be more than Mail:TimeoutSeconds.")
            .ValidateOnStart();
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section)
            .Configure<IConfiguration>((options, configuration) =>
            {
                options.TrustedAddresses = NetworkList.Read(configuration, $"{LimitsOptions.Section}:{nameof(LimitsOptions.TrustedAddresses)}") ?? options.TrustedAddresses;
            })
            .ValidateDataAnnotations()
            .Validate(o => NetworkList.Parse(o.TrustedAddresses) is not null, "Limits:TrustedAddresses must name addresses or networks such as 10.0.0.0/8, separated by commas.")
            .ValidateOnStart();
        services.AddSingleton<ReadLimit>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ApiProblem.Localise);
        services.AddSingleton<ApiDocument>().AddApiDescription(typeof(KernelSetup).Assembly);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s =>
        {
            var portal = s.GetRequiredService<IOptions<PortalOptions>>().Value;
            return new DataFolder(portal.Data, portal.Shared);
        });
        services.AddSingleton(s => new PortalModel([.. s.GetServices<ModelSource>().Select(m => m.Assembly)]));
        services.AddDbContext<PortalDbContext>((s, o) => o.UsePortalDatabase(s.GetRequiredService<IOptions<PortalOptions>>().Value, s.GetRequiredService<DataFolder>()), optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<IReadyCheck, DatabaseReady>();
        services.AddSingleton<IReadyCheck, MailReady>();
        services.AddSingleton<ChangeLog>();
        services.AddScoped<PageSources>();
        services.AddSingleton<IOutboxHandler, MailHandler>();
        services.AddSingleton<IOutboxHandler, MailForgetter>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddLocalization();
        services.AddSingleton<InterfaceTexts>();
        services.AddModuleTexts("Kernel", typeof(KernelSetup).Assembly);
        services.AddHttpContextAccessor();
        services.Configure<MvcOptions>(options => options.Filters.Add<HandledMethodFilter>());
        services.Configure<RouteOptions>(options => options.ConstraintMap["culture"] = typeof(CultureConstraint));
        // Letters of all scripts leave as they are; what is special to HTML is encoded all the same.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddScoped(s => s.GetRequiredService<InterfaceTexts>().WordingOf(s.GetRequiredService<IHttpContextAccessor>().HttpContext
            ?? throw new InvalidOperationException("Outside a request, take the wording of a culture from InterfaceTexts.")));
        services.AddScoped<PublicAddress>();
        services.AddHostedService(s => s.GetRequiredService<OutboxDispatcher>());
        services.AddHostedService<Housekeeping>();
        AddProtection(services);
        return services;
    }

    /// <summary>Adds a module's entities and texts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="module">The module's name, the first segment of its text keys.</param>
    /// <param name="assembly">The module's assembly.</param>
    public static IServiceCollection AddModule(this IServiceCollection services, string module, Assembly assembly) =>
        services.AddSingleton(new ModelSource(assembly)).AddModuleTexts(module, assembly);

    /// <summary>Adds the texts of an assembly without entities.</summary>
    public static IServiceCollection AddModuleTexts(this IServiceCollection services, string module, Assembly assembly) =>
        services.AddSingleton(new TextSource(module, assembly));

    /// <summary>Adds what an assembly says of its part of the API: <c>Api/openapi.json</c>.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services, Assembly assembly) =>
        services.AddSingleton<IApiDescription>(new WrittenApiDescription(assembly));

    private static void AddProtection(IServiceCollection services)
    {
        services.AddSingleton<MasterKey>();
        services.AddSingleton<ProtectionKeys>();
        services.AddScoped<EnsureProtectionKey>();
        services.AddDataProtection().SetApplicationName("ExportPortal");
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys, MasterKey>((options, keys, master) =>
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = new MasterKeyEncryptor(master);
        });
    }
}
