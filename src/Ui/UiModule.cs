using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui.Forms;
using ExportPortal.Ui.Head;
using ExportPortal.Ui.Slots;
using ExportPortal.Ui.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Ui;

/// <summary>The door of the shared look.</summary>
public static class UiModule
{
    /// <summary>Adds layout, tag helpers and slots.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services) => services
        .AddModuleTexts("Ui", typeof(UiModule).Assembly)
        .AddScoped<PageHead>()
        .AddScoped<PageLinks>()
        .AddScoped<FormErrors>()
        .AddSingleton<KeptHtml>()
        .AddSingleton<PageWriter>()
        .AddSingleton<SlotParts>()
        .AddSingleton<FormTickets>()
        .AddSingleton<FormCheck>()
        .Configure<MvcOptions>(options => options.Filters.Add<SoundFormFilter>());

    /// <summary>Fills a slot with a partial view, which gets the slot's <see cref="SlotSubject"/> as its model.</summary>
    /// <param name="services">The services.</param>
    /// <param name="slot">One of <see cref="SlotNames"/>.</param>
    /// <param name="view">The partial view's path.</param>
    /// <param name="order">Where several fill a slot, lower ones stand first; equal ones as they were added.</param>
    /// <exception cref="ArgumentException">The slot also stands on a page that writes itself, which renders no views.</exception>
    public static IServiceCollection AddSlotView(this IServiceCollection services, string slot, string view, int order = 0) =>
        slot == SlotNames.Ask ? throw new ArgumentException("This slot takes parts.", nameof(slot)) : services.AddSingleton(new SlotView(slot, view, order));

    /// <summary>Fills a slot with a part that writes itself.</summary>
    public static IServiceCollection AddSlotPart<T>(this IServiceCollection services) where T : class, ISlotPart => services.AddSingleton<ISlotPart, T>();
}
