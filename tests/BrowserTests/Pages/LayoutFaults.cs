using Microsoft.Playwright;

namespace ExportPortal.BrowserTests.Pages;

/// <summary>Texts of a page that lie outside of it, are cut off, stick out of their box or lie over one another.</summary>
public static class LayoutFaults
{
    private const string Find = """
        () => {
          const faults = [], root = document.documentElement, wide = root.clientWidth;
          if (root.scrollWidth > wide) faults.push(`${root.scrollWidth - wide} px too wide`);
          const told = text => text.replace(/\s+/g, " ").trim().slice(0, 40);
          const lines = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || parent.closest(".visually-hidden, .skip, .honey, script, style, option, thead")) continue;
            // What scrolls, or is meant to end with an ellipsis, holds more than it shows; what floats above the page covers it.
            const scrolls = parent.closest(".scroll, .compare, .strip");
            const clamped = [parent, ...ancestors(parent)].some(e => getComputedStyle(e).webkitLineClamp !== "none");
            const floats = [parent, ...ancestors(parent)].some(e => ["sticky", "fixed", "absolute"].includes(getComputedStyle(e).position));
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const r of range.getClientRects()) {
              if (r.width < 1) continue;
              if (!scrolls && (r.left < -1 || r.right > wide + 1)) faults.push(`outside: ${told(node.data)}`);
              if (!clamped && !floats) lines.push({ node, r });
            }
            for (let e = parent; e && e !== document.body; e = e.parentElement) {
              const style = getComputedStyle(e);
              if (style.overflowX !== "visible" && style.overflowX !== "auto" && style.webkitLineClamp === "none" && e.scrollWidth > e.clientWidth + 1) faults.push(`cut: ${told(node.data)}`);
              if (style.display !== "inline" && !clamped && !scrolls) {
                const b = e.getBoundingClientRect(), t = range.getBoundingClientRect();
                if (t.left < b.left - 2 || t.right > b.right + 2) faults.push(`sticks out of ${e.localName}.${e.className}: ${told(node.data)}`);
                break;
              }
            }
          }
          lines.sort((a, b) => a.r.top - b.r.top);
          for (let i = 0; i < lines.length; i++)
            for (let j = i + 1; j < lines.length && lines[j].r.top < lines[i].r.bottom; j++) {
              const [a, b] = [lines[i], lines[j]];
              const across = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
              const down = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
              if (a.node !== b.node && across > 2 && down > Math.min(a.r.height, b.r.height) / 2) faults.push(`overlap: ${told(a.node.data)} / ${told(b.node.data)}`);
            }
          return [...new Set(faults)];
          function* ancestors(e) { for (let p = e.parentElement; p; p = p.parentElement) yield p; }
        }
        """;

    /// <summary>What is wrong at the page's width of the moment.</summary>
    public static async Task<string[]> OfAsync(IPage page) => await page.EvaluateAsync<string[]>(Find);
}
