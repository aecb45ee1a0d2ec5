using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ExportPortal.Kernel.Measuring;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ExportPortal.Web.Caching;

/// <summary>The kept pages of this process, within a bound of memory. Who was not asked for since the last search for room goes first.</summary>
internal sealed class PageCache(PageClock clock, IOptions<PageCacheOptions> options)
{
    /// <summary>No page takes more than this part of the whole.</summary>
    private const int LargestShare = 16;

    private static readonly Counter<long> Asked = PortalMeter.Meter.CreateCounter<long>("portal.pages.cache", "{page}", "Pages asked for that may be kept");
    private static readonly KeyValuePair<string, object?> Hit = new("outcome", "hit"), Miss = new("outcome", "miss");

    private readonly ConcurrentDictionary<PageKey, LinkedListNode<Entry>> _pages = new();
    private readonly LinkedList<Entry> _order = new();
    private readonly Lock _changing = new();
    private readonly long _room = options.Value.Megabytes * 1024L * 1024;
    private long _taken;

    private sealed record Entry(PageKey Key, KeptPage Page);

    /// <summary>What all kept pages take, in bytes.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>How many pages are kept.</summary>
    public int Count => _pages.Count;

    /// <summary>The page as it is now; null when it must be made.</summary>
    public KeptPage? Find(PageKey key)
    {
        if (!_pages.TryGetValue(key, out var node) || !clock.IsCurrent(node.Value.Page.Origin))
            return null;
        var page = node.Value.Page;
        if (!page.IsUsed)
            page.IsUsed = true;
        Asked.Add(1, Hit);
        return page;
    }

    /// <summary>Keeps a page that was just made, unless it was made of something old.</summary>
    public void Keep(PageKey key, KeptPage page)
    {
        Asked.Add(1, Miss);
        if (!page.Origin.Moment.IsWhole || !clock.IsCurrent(page.Origin) || page.Size > _room / LargestShare)
            return;
        lock (_changing)
        {
            if (_pages.TryGetValue(key, out var former))
                Remove(former);
            _pages[key] = _order.AddLast(new Entry(key, page));
            _taken += page.Size;
            MakeRoom();
        }
    }

    /// <summary>The form of a page that a reader wants; it is kept as well if the page is.</summary>
    public PageForm FormOf(PageKey key, KeptPage page, StringValues acceptEncoding)
    {
        var coding = PageCodings.Choose(acceptEncoding);
        if (page.Find(coding) is { } present)
            return present;
        var made = page.Make(coding);
        lock (_changing)
        {
            var isKept = _pages.TryGetValue(key, out var node) && node.Value.Page == page;
            if (!isKept || page.Find(coding) is not null || page.Size + made.Body.Length > _room / LargestShare)
                return made;
            page.Add(made);
            _taken += made.Body.Length;
            MakeRoom();
        }
        return made;
    }

    private void MakeRoom()
    {
        while (_taken > _room && _order.First is { } oldest)
        {
            var page = oldest.Value.Page;
            if (page.IsUsed && clock.IsCurrent(page.Origin))
            {
                page.IsUsed = false;
                _order.RemoveFirst();
                _order.AddLast(oldest);
            }
            else
                Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _pages.TryRemove(node.Value.Key, out _);
        _order.Remove(node);
        _taken -= node.Value.Page.Size;
    }
}
