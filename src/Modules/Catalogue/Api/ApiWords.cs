using ExportPortal.Catalogue.Contracts;
using ExportPortal.Catalogue.Pages.Products;
using ExportPortal.Catalogue.Preparing;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Api;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Media.Contracts;

namespace ExportPortal.Catalogue.Api;

/// <summary>Writes what subjects have in common, for programs whose readers are of one culture: names beside codes, addresses in full.</summary>
internal sealed class ApiWords(Wording words, PublicAddress address, TimeProvider time)
{
    public Wording Words => words;

    public string Culture => words.Culture.Tag;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public string Page(string path) => address.Of(path);

    /// <summary>An address of the API that answers in the same culture.</summary>
    public string Api(string path) => address.Of($"{ApiEndpoints.Root}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}culture={Culture}");

    public TextJson Text(LocalizedText texts) => TextJson.Of(texts.For(Culture))!;

    public TextJson? TextOrNone(LocalizedText? texts) => TextJson.Of(texts?.For(Culture));

    public CodeJson Country(string code) => new(code, Countries.Name(code, Culture));

    public CodeJson Language(string tag) => new(tag, words.Language(tag));

    public CodeJson? Unit(string? code) => code is null ? null : new(code, words["Catalogue.Unit." + code, ("count", 1)]);

    public LinkJson Subject(Card card) => new(card.Id, TextJson.Of(card.Name)!, address.Of(card.Path), Api($"/{card.Kind}s/{card.Id}"));

    public LinkJson Reference(string list, SubjectContent subject) => new(subject.Id, Text(subject.Names), address.Of($"/{Culture}/{list}/{subject.Id}"));

    public IReadOnlyDictionary<string, string> Urls(SubjectPage page) => page.WrittenIn.ToDictionary(c => c, c => address.Of(page.Paths[c]), StringComparer.Ordinal);

    /// <summary>A picture: whole as it came, and in the widths offered.</summary>
    public PictureJson Picture(StoredFile file, LocalizedText? alt = null) => new(
        TextOrNone(alt), file.Width, file.Height, address.Of(MediaAddress.Original(file)),
        [.. MediaAddress.Renditions(file.Key, file.Width).Select(r => new RenditionJson(r.Width, address.Of(r.Address)))]);

    public IReadOnlyList<CertificateJson> Certificates(IEnumerable<CertificateContent> certificates) => [.. certificates.Select(c => new CertificateJson(
        c.Scheme, c.Number, c.Issuer, c.Scope, c.Issued, c.Expires, c.IsValidOn(Today), c.Address is { } path ? address.Of(path) : null))];

    public IReadOnlyList<DocumentJson> Documents(string product, IEnumerable<DocumentContent> documents) => [.. documents.Where(d => d.FileMedia is not null).Select(d => new DocumentJson(
        d.Kind, TextOrNone(d.Title) ?? new(words.DocumentKind(d.Kind), Culture, null), d.Culture is { } language ? Language(language) : null,
        d.FileMedia!.Type.ContentType(), d.FileMedia.Length, address.Of(d.AddressOf(product)!)))];
}
