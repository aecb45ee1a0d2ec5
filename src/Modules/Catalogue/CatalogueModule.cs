using ExportPortal.Catalogue.Api;
using ExportPortal.Catalogue.Commands;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Feeds;
using ExportPortal.Catalogue.Keeping;
using ExportPortal.Catalogue.Pages;
using ExportPortal.Catalogue.Pages.Machines;
using ExportPortal.Catalogue.Pages.Products;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.References;
using ExportPortal.Catalogue.Searching;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Caching;
using ExportPortal.Kernel.Changes;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Search.Contracts;
using ExportPortal.Ui;
using ExportPortal.Ui.Slots;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue;

/// <summary>The module's two doors.</summary>
public static class CatalogueModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddModule("Catalogue", typeof(CatalogueModule).Assembly);
        services.AddOptions<CatalogueOptions>().BindConfiguration(CatalogueOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReferenceData>();
        services.AddSingleton<PagePreparer>();
        services.AddSingleton<StalePages>();
        services.AddSingleton<PageRows>();
        services.AddScoped<PublishSubjects>();
        services.AddScoped<FeedFiles>();
        services.AddScoped<ImportFeed>();
        services.AddScoped<ExportFeed>();
        services.AddScoped<IModuleCommand, ImportCommand>();
        services.AddScoped<IModuleCommand, ExportCommand>();
        services.AddSingleton<DocumentMaker>();
        services.AddSingleton<FirmNames>();
        services.AddSingleton<ISearchSource, CatalogueSearchSource>();
        services.AddSingleton<IGlossarySource, CatalogueGlossary>();
        services.AddScoped<IGlossaryEditor, CatalogueGlossaryEditor>();
        services.AddSingleton<IFacetLabels, CatalogueFacetLabels>();
        services.AddSingleton<CatalogueKeeper>().AddHostedService(s => s.GetRequiredService<CatalogueKeeper>());
        services.AddSingleton<IFollowsChanges>(s => s.GetRequiredService<CatalogueKeeper>());
        services.AddSingleton(new TracedKind("product")).AddSingleton(new TracedKind("organisation")).AddSingleton(new TracedKind("showroom"));
        services.AddScoped(s => new StartingCatalogue(s));
        services.AddScoped<CatalogueCards>();
        services.AddScoped<StructuredCatalogue>();
        services.AddScoped<SubjectHead>();
        services.AddScoped<FindSubjectPage>();
        services.AddScoped<MakeProductBody>();
        services.AddScoped<ShowProduct>();
        services.AddCatalogueMachines();
        services.AddCatalogueApi();
        services.AddScoped<CardLists>();
        services.AddSlotView(SlotNames.Navigation, "/Pages/Slots/_CatalogueNavigation.cshtml");
        services.AddSlotView(SlotNames.HomeWall, "/Pages/Slots/_CatalogueWall.cshtml");
        services.AddSlotView(SlotNames.Home, "/Pages/Slots/_CatalogueHome.cshtml");
        services.AddSingleton(s => new TradeMap(s.GetRequiredService<ReferenceData>()));
        return services;
    }

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapCatalogue(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCatalogueApi();
        endpoints.MapCatalogueMachines();
        endpoints.MapProduct();
        return endpoints;
    }
}
