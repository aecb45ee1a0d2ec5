using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.People;
using ExportPortal.Search.Api;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Commands;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Counting;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using ExportPortal.Search.Keeping;
using ExportPortal.Search.Saving;
using ExportPortal.Ui;
using ExportPortal.Ui.Slots;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Search;

/// <summary>The module's two doors.</summary>
public static class SearchModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SavedLimit>().AddScoped<SavedGate>().AddScoped<ReadSaved>().AddScoped<SavedMails>().AddScoped<SaveSearch>().AddScoped<SavedAccess>();
        services.AddScoped<ForgetSaved>().AddScoped<FindNew>().AddScoped<LookForNew>().AddHostedService<SavedClock>();
        services.AddSingleton<QueryTally>().AddSingleton<IStartupFilter, CountSearches>().AddScoped<WriteCounts>().AddHostedService<CountingClock>();
        services.AddScoped<ReadQueries>().AddScoped<AddSynonym>().AddScoped<TakeBackSynonym>().AddSlotView(SlotNames.Work, "/Pages/Desk/_QueriesLink.cshtml");
        return services.AddSearching();
    }

    private static IServiceCollection AddSearching(this IServiceCollection services) => services
        .AddModule("Search", typeof(SearchModule).Assembly)
        .AddSingleton<SearchIndex>()
        .AddSingleton<ISearchIndex>(s => s.GetRequiredService<SearchIndex>())
        .AddSingleton<IFollowsChanges>(s => s.GetRequiredService<SearchIndex>())
        .AddSingleton<GlossaryReader>()
        .AddSingleton<IndexBuilder>()
        .AddSingleton<ChangeFollower>()
        .AddSingleton<IndexKeeper>()
        .AddHostedService(s => s.GetRequiredService<IndexKeeper>())
        .AddSingleton<SearchRequestReader>()
        .AddSingleton<FacetWords>()
        .AddSingleton<NamedSectors>()
        .AddSingleton<SearchApi>()
        .AddSingleton<SuggestApi>()
        .AddApiDescription(typeof(SearchModule).Assembly)
        .AddSingleton<IReadyCheck, IndexReady>()
        .AddScoped<IModuleCommand, ReindexCommand>();

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapApiReading("/search", (HttpContext context, SearchApi api, PublicAddress address, ICurrentPerson person) => api.Answer(context, address, person));
        endpoints.MapApiReading("/suggest", (HttpContext context, SuggestApi api, PublicAddress address) => api.Answer(context, address), whileTyping: true);
        return endpoints;
    }
}
