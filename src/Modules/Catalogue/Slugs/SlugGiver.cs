using System.Globalization;
using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Catalogue.Slugs;

/// <summary>Gives subjects their slugs within a publishing transaction.</summary>
internal static class SlugGiver
{
    private const int FewNumbers = 8;

    /// <summary>Brings the slugs of these subjects to their names, in every culture that has one. Saves nothing.</summary>
    /// <returns>The current slugs, by subject and culture.</returns>
    public static async Task<Dictionary<string, Dictionary<string, string>>> GiveAsync(PortalDbContext db, string kind, IReadOnlyCollection<SubjectContent> subjects, CancellationToken cancellation)
    {
        var ids = subjects.Select(s => s.Id).ToArray();
        var known = await db.Set<Slug>().Where(s => s.Kind == kind && ids.Contains(s.Subject)).ToListAsync(cancellation);
        var wanted = subjects.SelectMany(s => s.Names.Select(n => Base(n.Value, s.Id)).Distinct()).ToArray();
        // Taken in one culture is taken in all: a page whose name is not translated stands under the slug of another culture.
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var slug in (await TakenAsync(db, kind, wanted, cancellation)).Concat(known))
            taken.TryAdd(slug.Text, slug.Subject);

        var current = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var subject in subjects)
        {
            var mine = known.Where(s => s.Subject == subject.Id).ToList();
            var slugs = current[subject.Id] = new(StringComparer.Ordinal);
            // A name that was taken back leaves an address that only leads on.
            foreach (var former in mine.Where(s => subject.Names.In(s.Culture) is null))
                former.Current = false;
            foreach (var name in subject.Names)
                slugs[name.Culture] = Give(db, kind, name, subject.Id, mine, taken);
        }
        return current;
    }

    private static string Give(PortalDbContext db, string kind, FoundText name, string subject, List<Slug> mine, Dictionary<string, string> taken)
    {
        var stem = Base(name.Value, subject);
        var text = stem;
        for (var n = 2; taken.TryGetValue(text, out var owner) && owner != subject; n++)
            text = Numbered(stem, n);
        // A name that still leads to the present slug keeps it: "pump-2" stays when "pump" becomes free.
        if (mine.Find(s => s.Culture == name.Culture && s.Current) is { } present && IsNumbered(present.Text, stem))
            return present.Text;

        foreach (var old in mine.Where(s => s.Culture == name.Culture))
            old.Current = old.Text == text;
        taken.TryAdd(text, subject);
        if (!mine.Exists(s => s.Culture == name.Culture && s.Text == text))
            mine.Add(db.Add(new Slug { Kind = kind, Culture = name.Culture, Text = text, Subject = subject, Current = true }).Entity);
        return text;
    }

    private static string Base(string name, string id) => Slug.Make(name) is { Length: > 0 } slug ? slug : id;

    private static bool IsNumbered(string text, string stem) =>
        text == stem || (text.StartsWith(stem + "-", StringComparison.Ordinal) && text[(stem.Length + 1)..].All(char.IsAsciiDigit));

    private static async Task<List<Slug>> TakenAsync(PortalDbContext db, string kind, string[] stems, CancellationToken cancellation)
    {
        var wanted = stems.CountBy(s => s, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var taken = await OfTextsAsync(db, kind, [.. wanted.Keys], cancellation);
        // Numbered ones are only looked for where the plain one is taken or wanted twice, and by their whole text: an index has it at once.
        foreach (var stem in taken.Select(s => s.Text).Concat(wanted.Where(w => w.Value > 1).Select(w => w.Key)).Distinct(StringComparer.Ordinal).ToArray())
            for (int first = 2, count = FewNumbers, free = 0; free < wanted[stem]; first += count, count *= 2)
            {
                string[] texts = [.. Enumerable.Range(first, count).Select(n => Numbered(stem, n))];
                var numbered = await OfTextsAsync(db, kind, texts, cancellation);
                taken.AddRange(numbered);
                // One that is another's plain name in this batch is not free either.
                free += texts.Except(numbered.Select(s => s.Text), StringComparer.Ordinal).Count(t => !wanted.ContainsKey(t));
            }
        return taken;
    }

    private static Task<List<Slug>> OfTextsAsync(PortalDbContext db, string kind, string[] texts, CancellationToken cancellation) =>
        db.Set<Slug>().AsNoTracking().Where(s => s.Kind == kind && texts.Contains(s.Text)).ToListAsync(cancellation);

    private static string Numbered(string stem, int number) => stem + "-" + number.ToString(CultureInfo.InvariantCulture);
}
