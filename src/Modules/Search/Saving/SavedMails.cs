using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Mail;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Queries;
using Microsoft.Extensions.Options;

namespace ExportPortal.Search.Saving;

/// <summary>Queues the mails about saved searches; they leave after the next save.</summary>
internal sealed class SavedMails(PortalDbContext db, ReadSaved read, InterfaceTexts texts, PublicAddress address, IOptions<SearchOptions> options)
{
    /// <summary>How many results a mail lists.</summary>
    public const int MostListed = 10;

    private const int LongestSummary = 200;

    /// <summary>Answers whoever named this address in the form. Holds nothing that they typed: the address may be somebody else's.</summary>
    /// <param name="saved">What is watched.</param>
    /// <param name="known">Those of its filters that may be named, as <see cref="ReadSaved.FindKnown"/> finds them.</param>
    /// <param name="now">By the database's clock.</param>
    public void Answer(SavedSearch saved, IReadOnlySet<FacetValue> known, DateTimeOffset now)
    {
        var words = texts.For(saved.Culture);
        var filters = Lines(read.Tell(read.Read(saved), known), words);
        var mail = saved.ConfirmedAt is null ? "Confirm" : "Already";
        Queue(saved, words, mail, null,
        [
            ("filters", filters.Length > 0 ? "\n\n" + filters : ""),
            ("days", (int)SavedSearch.KeptUnconfirmed.TotalDays),
            ("link", LinkTo("confirm", saved, SavedLinkPurpose.Confirm, now)),
        ]);
    }

    /// <summary>Tells what is new, to an address that is confirmed.</summary>
    public void Tell(SavedSearch saved, SearchAnswer found, DateTimeOffset now)
    {
        var words = texts.For(saved.Culture);
        var search = read.Read(saved);
        var lines = read.Tell(search);
        var kind = search.Kinds is [var one] ? one : SearchRequest.AllKinds;
        var stop = LinkTo("stop", saved, SavedLinkPurpose.Stop, now);
        var more = found.Total - found.Hits.Count;
        Queue(saved, words, "New", stop,
        [
            ("search", NameOf(search, lines, words)),
            ("found", words["Search.Saved.New." + kind, ("count", found.Total)]),
            ("watched", Lines(lines, words)),
            ("list", string.Join("\n\n", [.. found.Hits.Select(h => Describe(h.Card, saved.Culture)), .. more > 0 ? new[] { words["Search.More", ("count", more)] } : []])),
            ("all", address.Of(new SearchLinks($"/{saved.Culture}/search", search).Sorted(SearchSort.Newest))),
            ("hours", options.Value.SavedHours),
            ("stop", stop),
        ]);
    }

    // What stands in the subject. Few mail programs need help with directions there, and some show it as boxes; right to left there is no way without.
    private static string NameOf(SearchRequest search, IReadOnlyList<WatchedLine> lines, Wording words)
    {
        var name = search.Text.Length > 0 ? search.ShownText : string.Join(words["Kernel.ListSeparator"], lines.SelectMany(l => l.Values).Take(3).Select(v => v.Value));
        return words.Culture.IsRightToLeft ? Isolated(name) : name;
    }

    private string LinkTo(string page, SavedSearch saved, SavedLinkPurpose purpose, DateTimeOffset now)
    {
        var (link, token) = SavedLink.New(saved, purpose, now);
        db.Add(link);
        return address.Of($"/{saved.Culture}/search/saved/{page}/{token}");
    }

    // The address alone is personal data: what has not left when the search is stopped must not leave any more.
    private void Queue(SavedSearch saved, Wording words, string mail, string? stop, (string, object?)[] arguments) =>
        db.QueueMail(new(saved.Email, words["Search.Saved.Mail." + mail + ".Subject", arguments], words["Search.Saved.Mail." + mail + ".Text", arguments], words.Culture.Tag, saved.Reference, stop));

    private static string Lines(IEnumerable<WatchedLine> lines, Wording words) => string.Join('\n', lines.Select(l =>
        words["Search.Saved.Line", ("name", l.Name.Value), ("value", Joined(l.Values, words))]));

    // Values of a line are alternatives, for which the sentence's "and" would be wrong.
    private static string Joined(IEnumerable<FoundText> values, Wording words) => string.Join(words["Kernel.ListSeparator"], values.Select(v => Isolated(v.Value)));

    private string Describe(SearchCard card, string culture) =>
        string.Join('\n', new[] { Isolated(card.Name), Isolated(Shortened(card.Summary)), address.Of(ResultAddress.Page(card, culture)) }.Where(line => line.Length > 0));

    // A summary may be a whole text; what looks like an end of paragraph must not become one.
    private static string Shortened(string summary)
    {
        var line = string.Join(' ', summary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestSummary)
            return line;
        var cut = Searcher.Cut(line, LongestSummary);
        return (cut.LastIndexOf(' ') is > LongestSummary / 2 and var space ? cut[..space] : cut) + "…";
    }

    // Kept apart from the direction of the sentence around it.
    private static string Isolated(string text) => text.Length > 0 ? $"\u2068{text}\u2069" : "";
}
