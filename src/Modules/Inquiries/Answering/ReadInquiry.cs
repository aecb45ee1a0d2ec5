using ExportPortal.Catalogue.Contracts;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Answering;

/// <summary>A product asked about, as a reader sees it.</summary>
/// <param name="Name">Its present name, or the one the buyer saw when it is no longer published.</param>
/// <param name="Path">Its page; null when it is no longer published.</param>
/// <param name="Firm">Its firm's public id.</param>
internal sealed record AskedProduct(FoundText Name, string? Path, string Firm);

/// <summary>A firm asked, as a reader sees it.</summary>
internal sealed record AskedFirm(string Id, FoundText Name, string? Path, DateTimeOffset? AnsweredAt, IReadOnlyList<AskedProduct> Products);

/// <summary>A message, as a reader sees it.</summary>
/// <param name="Writer">Whose words they are.</param>
/// <param name="FirmName">The firm's name when they are a firm's.</param>
/// <param name="Culture">The culture they are written in.</param>
/// <param name="Text">The words; empty when they were erased.</param>
/// <param name="At">When.</param>
internal sealed record ReadMessage(Writer Writer, FoundText? FirmName, string Culture, string Text, DateTimeOffset At);

/// <summary>Messages to be shown: to staff in their desk's zone; to the buyer, whose zone is not known, by the day, and their own as theirs.</summary>
internal sealed record MessageList(IReadOnlyList<ReadMessage> Messages, TimeZoneInfo? Zone)
{
    public bool ForBuyer => Zone is null;
}

/// <summary>Whose eyes read.</summary>
/// <param name="IsDesk">True for the desk, which sees all.</param>
/// <param name="Firms">The firms that read; null for the desk and the buyer.</param>
internal readonly record struct Reader(bool IsDesk, IReadOnlyList<string>? Firms)
{
    public static Reader Buyer => new(false, null);

    public static Reader Desk => new(true, null);

    public static Reader Of(IReadOnlyList<string> firms) => new(false, firms);

    public bool Sees(string firm) => Firms is null || Firms.Contains(firm);
}

/// <summary>Reads what belongs to an inquiry for those who may see it.</summary>
internal sealed class ReadInquiry(PortalDbContext db, CatalogueCards cards)
{
    /// <summary>The firms and their products; firms see themselves only.</summary>
    public async Task<IReadOnlyList<AskedFirm>> FirmsAsync(Inquiry inquiry, Reader reader, string culture, CancellationToken cancellation)
    {
        var parts = inquiry.Parts.Where(p => reader.Sees(p.Firm)).ToArray();
        var firms = (await cards.FindAsync("organisation", [.. parts.Select(p => p.Firm)], culture, cancellation)).ToDictionary(c => c.Id);
        var products = (await cards.FindAsync("product", [.. inquiry.Products.Select(p => p.Product)], culture, cancellation)).ToDictionary(c => c.Id);
        return [.. parts.Select(part => new AskedFirm(
            part.Firm,
            firms.GetValueOrDefault(part.Firm)?.Name ?? new FoundText("en", part.Firm),
            firms.GetValueOrDefault(part.Firm)?.Path,
            part.AnsweredAt,
            [.. inquiry.Products.Where(p => p.Firm == part.Firm).Select(p => products.GetValueOrDefault(p.Product) is { } card
                ? new AskedProduct(card.Name, card.Path, p.Firm)
                : new AskedProduct(new(p.NameCulture, p.Name), null, p.Firm))]))];
    }

    /// <summary>For a list: the first product's or firm's name of each inquiry, and how many more there are.</summary>
    /// <param name="inquiries">The inquiries, with parts and products.</param>
    /// <param name="firmsOf">The firms whose parts of an inquiry the reader sees; empty for all.</param>
    /// <param name="culture">The reader's interface culture.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<long, (FoundText? Name, int More)>> FirstNamesAsync(
        IReadOnlyList<Inquiry> inquiries, Func<Inquiry, IReadOnlyList<string>> firmsOf, string culture, CancellationToken cancellation)
    {
        bool Sees(Inquiry inquiry, string firm) => firmsOf(inquiry) is { Count: 0 } || firmsOf(inquiry).Contains(firm);
        InquiryProduct[] ProductsOf(Inquiry inquiry) => [.. inquiry.Products.Where(p => Sees(inquiry, p.Firm)).OrderBy(p => p.Product, StringComparer.Ordinal)];
        string[] FirmsOf(Inquiry inquiry) => [.. inquiry.Parts.Select(p => p.Firm).Where(f => Sees(inquiry, f)).Order(StringComparer.Ordinal)];
        var first = inquiries.ToDictionary(i => i.Id, i => ProductsOf(i).FirstOrDefault());
        var products = await cards.FindAsync("product", [.. first.Values.OfType<InquiryProduct>().Select(p => p.Product).Distinct()], culture, cancellation);
        var organisations = await cards.FindAsync("organisation", [.. inquiries.Where(i => first[i.Id] is null).SelectMany(FirmsOf).Distinct()], culture, cancellation);
        return inquiries.ToDictionary(i => i.Id, i => first[i.Id] is { } product
            ? ((FoundText?)(products.FirstOrDefault(c => c.Id == product.Product)?.Name ?? new(product.NameCulture, product.Name)), ProductsOf(i).Length - 1)
            : (organisations.FirstOrDefault(c => c.Id == FirmsOf(i).FirstOrDefault())?.Name, FirmsOf(i).Length - 1));
    }

    /// <summary>For a list: those of the inquiries whose buyer wrote once more and waits for the reader, or for a firm whose part the reader sees.</summary>
    /// <param name="inquiries">The inquiries, with parts.</param>
    /// <param name="firmsOf">The firms whose parts of an inquiry the reader sees; empty for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlySet<long>> WrittenAgainAsync(IReadOnlyList<Inquiry> inquiries, Func<Inquiry, IReadOnlyList<string>> firmsOf, CancellationToken cancellation)
    {
        bool Waits(Inquiry inquiry) => inquiry.State is not (InquiryState.Answered or InquiryState.Closed)
            && (inquiry.IsForDesk || inquiry.Parts.Any(p => p.AnsweredAt is null && (firmsOf(inquiry) is { Count: 0 } || firmsOf(inquiry).Contains(p.Firm))));
        long[] waiting = [.. inquiries.Where(Waits).Select(i => i.Id)];
        return (await db.Set<Message>().Where(m => waiting.Contains(m.InquiryId) && m.Writer == Writer.Buyer).GroupBy(m => m.InquiryId)
            .Where(g => g.Count() > 1).Select(g => g.Key).ToListAsync(cancellation)).ToHashSet();
    }

    /// <summary>The messages, oldest first. Notes are the desk's; what one firm answers, another does not see.</summary>
    public async Task<IReadOnlyList<ReadMessage>> MessagesAsync(Inquiry inquiry, Reader reader, IReadOnlyList<AskedFirm> firms, CancellationToken cancellation)
    {
        var messages = await db.Set<Message>().AsNoTracking().Where(m => m.InquiryId == inquiry.Id).OrderBy(m => m.Id).ToListAsync(cancellation);
        return [.. messages
            .Where(m => reader.IsDesk || (m.Writer != Writer.Note && (m.Firm is null || reader.Sees(m.Firm))))
            .Select(m => new ReadMessage(m.Writer, firms.FirstOrDefault(f => f.Id == m.Firm)?.Name, m.Culture, m.Text, m.At))];
    }

    public async Task<IReadOnlyList<Attachment>> AttachmentsAsync(Inquiry inquiry, CancellationToken cancellation) =>
        await db.Set<Attachment>().AsNoTracking().Where(a => a.InquiryId == inquiry.Id).OrderBy(a => a.ExpiresAt).ToListAsync(cancellation);
}
