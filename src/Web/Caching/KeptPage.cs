using System.Globalization;
using System.IO.Hashing;
using Microsoft.Extensions.Primitives;

namespace ExportPortal.Web.Caching;

/// <summary>A page in one of its forms.</summary>
/// <param name="Coding">Which form it is.</param>
/// <param name="Body">The bytes that travel.</param>
/// <param name="ETag">What tells this form of the page from any other.</param>
internal sealed record PageForm(PageCoding Coding, byte[] Body, string ETag);

/// <summary>Where a page came from, and what its answer says beside the page itself.</summary>
/// <param name="Moment">When it was begun.</param>
/// <param name="Sources">What it was made of, as the clock counts it.</param>
/// <param name="Endpoint">What made it.</param>
/// <param name="Headers">The answer's headers.</param>
internal sealed record PageOrigin(PageMoment Moment, int[] Sources, Endpoint? Endpoint, KeyValuePair<string, StringValues>[] Headers);

/// <summary>A page as it was made at a moment, in the forms its readers have asked for so far.</summary>
internal sealed class KeptPage
{
    // What an entry takes beside its bytes: objects, headers, its places in the cache.
    private const int Overhead = 1024;

    private readonly PageForm?[] _forms = new PageForm?[PageCodings.Count];
    private readonly string _hash;

    /// <summary>Takes a page that was just made, in the form its first reader wants.</summary>
    public KeptPage(ReadOnlySpan<byte> page, PageCoding coding, PageOrigin origin)
    {
        // It tells one state of a page from another; nobody gains by making two alike.
        _hash = XxHash128.HashToUInt128(page).ToString("x32", CultureInfo.InvariantCulture);
        Origin = origin;
        First = FormOf(coding, PageCodings.Encode(coding, page));
        Size = Overhead;
        Add(First);
    }

    public PageOrigin Origin { get; }

    /// <summary>The form it was made in.</summary>
    public PageForm First { get; }

    /// <summary>What it takes of memory, in bytes.</summary>
    public int Size { get; private set; }

    /// <summary>True when it was asked for since the cache last looked for room.</summary>
    public bool IsUsed { get; set; }

    /// <summary>A form that is kept; null if it is not.</summary>
    public PageForm? Find(PageCoding coding) => Volatile.Read(ref _forms[(int)coding]);

    /// <summary>Makes a form that is not kept yet.</summary>
    public PageForm Make(PageCoding coding) => FormOf(coding, PageCodings.Encode(coding, PageCodings.Decode(First.Coding, First.Body)));

    /// <summary>Keeps a form; for one caller at a time.</summary>
    public void Add(PageForm form)
    {
        Size += form.Body.Length;
        Volatile.Write(ref _forms[(int)form.Coding], form);
    }

    private PageForm FormOf(PageCoding coding, byte[] body) => new(coding, body, coding.Name() is { } name ? $"\"{_hash}-{name}\"" : $"\"{_hash}\"");
}
