using ExportPortal.Catalogue;
using ExportPortal.Content;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.UnitTests.Catalogue;

public sealed class SampleWordsTests
{
    private static readonly InterfaceTexts Texts = new ServiceCollection().AddLogging().AddLocalization()
        .AddModuleTexts("Catalogue", typeof(CatalogueModule).Assembly).AddModuleTexts("Content", typeof(ContentModule).Assembly)
        .AddSingleton<InterfaceTexts>().BuildServiceProvider().GetRequiredService<InterfaceTexts>();

    [Fact]
    public void The_page_about_the_portal_names_the_mark_that_samples_bear()
    {
        foreach (var culture in PortalCultures.All)
            Texts.For(culture.Tag)["Content.About.SampleText"].ShouldContain(Texts.For(culture.Tag)["Catalogue.Sample.Short"], Case.Insensitive, culture.Tag);
    }
}
