using System.Globalization;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.People;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Counting;
using ExportPortal.Search.Glossaries;
using ExportPortal.Ui.Forms;
using ExportPortal.Ui.Head;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ExportPortal.Search.Pages.Desk;

/// <summary>For administrators, who edit the whole catalogue. For others it does not exist.</summary>
internal sealed class QueriesModel(ICurrentPerson person, ReadQueries read, AddSynonym synonym, FacetWords words, FormErrors errors) : PageModel
{
    /// <summary>The list of queries without results.</summary>
    public const string Nothing = "nothing";

    /// <summary>The list of queries whose results are seldom opened.</summary>
    public const string Seldom = "seldom";

    /// <summary>Stands in addresses for queries asked without a market.</summary>
    public const string NoMarket = "none";

    /// <summary>The periods to choose from, in weeks.</summary>
    public static readonly int[] Periods = [1, 4, 12, 26];

    // Some concepts have many; these tell which one it is.
    private const int MostWords = 10;

    private IReadOnlyList<SearchConcept> _concepts = [];

    public QueriesWanted Wanted { get; private set; } = null!;

    public IReadOnlyList<QueryRow> Rows { get; private set; } = [];

    public IReadOnlyList<(string Value, FoundText Name)> Markets { get; private set; } = [];

    /// <summary>What the glossary knows, to pick from.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>After words were added: all words of the concept they went to, these first, and what takes them back.</summary>
    public (IReadOnlyList<ConceptTerm> Words, string Sealed)? Added { get; private set; }

    /// <summary>True after they were taken back.</summary>
    public bool TakenBack { get; private set; }

    /// <summary>The row whose form was refused, with the word typed in it.</summary>
    public (string Query, string Culture, string Market, string Word)? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? added, bool takenBack, [FromServices] TakeBackSynonym takeBack, CancellationToken cancellation)
    {
        if (!person.MayActFor(Scope.Administrator))
            return NotFound();
        TakenBack = takenBack;
        await ReadAsync(cancellation);
        if (takeBack.Read(added) is { Words.Count: > 0 } words && _concepts.FirstOrDefault(c => c.Id == words.Concept) is { } concept && words.Words.Any(concept.Terms.Contains))
            Added = ([.. words.Words.Union(concept.Terms.OrderByDescending(t => t.Culture == CurrentCulture.Of(HttpContext).Tag)).Take(MostWords)], added!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? query, [FromForm] string? language, [FromForm] string? market, [FromForm] string? word, [FromServices] TakeBackSynonym takeBack, CancellationToken cancellation)
    {
        if (!person.MayActFor(Scope.Administrator))
            return NotFound();
        ReadWanted();
        var (page, asked) = (CurrentCulture.Of(HttpContext).Tag, PortalCultures.Find(language) ?? PortalCultures.Default);
        var outcome = await synonym.RunAsync(new(asked.Tag, query ?? ""), new(page, word ?? ""), person.Id!, cancellation);
        if (outcome.IsDone)
            return Redirect(Present() + "&added=" + Uri.EscapeDataString(takeBack.Seal(outcome.Value)));
        errors.Add(outcome.Refusals);
        Typed = (query ?? "", asked.Tag, market ?? "", word ?? "");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Takes back what was added last.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync([FromForm] string? added, [FromServices] TakeBackSynonym takeBack, CancellationToken cancellation)
    {
        if (!person.MayActFor(Scope.Administrator))
            return NotFound();
        ReadWanted();
        var outcome = await takeBack.RunAsync(added, person.Id!, cancellation);
        if (outcome.IsDone)
            return Redirect(Present() + "&takenBack=true");
        errors.Add(outcome.Refusals);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>The page that is shown, where a form on it goes.</summary>
    public string Present() => Address(Wanted) + (this.ReadPage() is > 1 and var page ? string.Create(CultureInfo.InvariantCulture, $"&page={page}") : "");

    /// <summary>The first page of a list.</summary>
    public string Address(QueriesWanted wanted) => Request.Path.ToUriComponent() + new QueryString()
        .Add("list", wanted.Found ? Seldom : Nothing)
        .Add("language", wanted.Culture ?? "")
        .Add("market", wanted.Market is "" ? NoMarket : wanted.Market ?? "")
        .Add("weeks", FormattableString.Invariant($"{wanted.Weeks}")).ToUriComponent();

    /// <summary>The search page with a row's query.</summary>
    public static string SearchOf(AskedQuery query, string text) => $"/{query.Culture}/search"
        + SearchLinks.QueryOf(new() { Culture = query.Culture, Text = text, Chosen = query.Market.Length == 0 ? [] : [new("market", query.Market)] });

    public FoundText MarketName(string market) => words.Label("market", market, CurrentCulture.Of(HttpContext).Tag);

    /// <summary>What a guessed word means in the reader's language; null when it is written in that.</summary>
    public string? InOwnLanguage(SynonymGuess guess) =>
        CurrentCulture.Of(HttpContext).Tag is var own && guess.Word.Culture == own ? null : read.NameOf(guess.Concept, own) is { } name && name != guess.Word.Text ? name : null;

    private void ReadWanted()
    {
        var query = Request.Query;
        var market = query["market"].FirstOrDefault();
        var weeks = int.TryParse(query["weeks"].FirstOrDefault(), out var given) && Periods.Contains(given) ? given : Periods[2];
        Wanted = new(query["list"] == Seldom, PortalCultures.Find(query["language"].FirstOrDefault())?.Tag, string.IsNullOrEmpty(market) ? null : market == NoMarket ? "" : market, weeks);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        ReadWanted();
        _concepts = await synonym.ReadAsync(cancellation);
        Pages = Math.Max(1, (await read.CountAsync(Wanted, cancellation) + ReadQueries.PageSize - 1) / ReadQueries.PageSize);
        PageNumber = Math.Min(this.ReadPage(), Pages);
        Rows = await read.ReadAsync(Wanted, PageNumber, cancellation);
        Markets = [.. (await read.MarketsAsync(cancellation)).Select(m => (m, MarketName(m)))];
        Known = AddSynonym.WordsOf(_concepts, CurrentCulture.Of(HttpContext));
    }
}
