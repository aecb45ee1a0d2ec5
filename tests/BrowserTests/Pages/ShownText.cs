using System.Text.Json;
using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>A text that a page shows or says.</summary>
/// <param name="Language">The nearest <c>lang</c>; empty: stated to be none.</param>
/// <param name="Apart">Whether it is kept apart as a code or a given name: <c>dir=ltr</c>, <c>bdi</c> or <c>translate=no</c>.</param>
/// <param name="Value">The text.</param>
public sealed record ShownText(string Language, bool Apart, string Value)
{
    private const string Walk = """
        () => {
          const texts = [];
          const take = (element, value) => {
            value = value?.replace(/\s+/g, " ").trim();
            if (value) texts.push({ language: element.closest("[lang]")?.lang ?? "", apart: !!element.closest("[dir=ltr]:not(html), bdi.code, [translate=no]"), value });
          };
          take(document.documentElement, document.title);
          take(document.documentElement, document.querySelector("meta[name=description]")?.content);
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
          for (let node = walker.currentNode; node; node = walker.nextNode())
            if (node.nodeType === Node.TEXT_NODE) take(node.parentElement, node.data);
            else for (const name of ["alt", "title", "placeholder", "aria-label", "data-label"]) take(node, node.getAttribute(name));
          return JSON.stringify(texts);
        }
        """;

    /// <summary>All texts of a page, also those that only a screen reader tells.</summary>
    public static async Task<ShownText[]> OfAsync(IPage page) =>
        JsonSerializer.Deserialize<ShownText[]>(await page.EvaluateAsync<string>(Walk), JsonSerializerOptions.Web)!;
}
