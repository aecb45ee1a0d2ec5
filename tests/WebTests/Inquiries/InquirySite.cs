using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ExportPortal.Testing;
using ExportPortal.WebTests.Inquiries;

[assembly: AssemblyFixture(typeof(InquirySite))]

namespace ExportPortal.WebTests.Inquiries;

/// <summary>A serving portal in which nobody has to wait before sending.</summary>
public sealed class InquirySite : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PortalProcess? _portal;

    public string Data => _folder.Path;

    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync(_folder.Path,
        "--Inquiries:LeastSeconds", "0", "--Inquiries:LimitSends", "100000", "--Inquiries:ConfirmationsPerHour", "100000", "--Inquiries:ConfirmationsPerDay", "100000", "--Accounts:SignInAttempts", "10000",
        "--Search:LeastSeconds", "0", "--Search:LimitSends", "100000", "--Search:SavedMailsPerDay", "100000");

    public Visitor Visit() => new(_portal!.Url);

    /// <summary>A visitor who signed in as a sample user.</summary>
    public Task<Visitor> SignInAsync(string email) => SignInAsync(email, _portal!.SamplePassword);

    public Task<Visitor> SignInAsync(string email, string password) => SignInAsync(_portal!, email, password);

    /// <summary>Signs a sample user in at a portal.</summary>
    public static Task<Visitor> SignInAsync(PortalProcess portal, string email) => SignInAsync(portal, email, portal.SamplePassword);

    private static async Task<Visitor> SignInAsync(PortalProcess portal, string email, string password)
    {
        var visitor = new Visitor(portal.Url);
        var form = await visitor.OpenAsync("/en/desk/sign-in");
        (await visitor.SubmitAsync(form, ("email", email), ("password", password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return visitor;
    }

    /// <summary>Creates a person with scopes by the command line, and gives their password.</summary>
    public async Task<string> CreateAsync(string email, params string[] scopes)
    {
        var (exit, output, errors) = await PortalProcess.RunAsync(["admin", "create", "--data", Data, "--email", email, "--name", "Name", .. scopes.SelectMany(s => new[] { "--scope", s })]);
        exit.ShouldBe(0, errors);
        return output.Split("(shown this once): ")[1].Trim();
    }

    /// <summary>The mails that fit, as soon as there are so many: they are written into the data folder when no host is set.</summary>
    public async Task<string[]> MailsAsync(Func<string, bool> fits, int count = 1, string kind = "")
    {
        string[] mails = [];
        await Patience.UntilAsync(async () =>
        {
            var all = await Task.WhenAll(Directory.GetFiles(Path.Combine(Data, "mail"), $"*{(kind.Length > 0 ? $"--{kind}-" : "")}*.eml").Select(f => File.ReadAllTextAsync(f, TestContext.Current.CancellationToken)));
            mails = [.. all.Where(fits)];
            return mails.Length >= count;
        }, () => $"{mails.Length} mails came of {count}");
        return mails;
    }

    public async ValueTask DisposeAsync()
    {
        await _portal!.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>Somebody with a browser that has no script: opens pages, fills in their forms, keeps cookies.</summary>
public sealed class Visitor(string url)
{
    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await ReadAsync(response);
    }

    public async Task<HttpStatusCode> StatusOfAsync(string path) => (await Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode;

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        var context = BrowsingContext.New(Configuration.Default);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (IHtmlDocument)await context.OpenAsync(r => r.Content(html).Address(response.RequestMessage!.RequestUri), TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the form of the page's main part: its fields as they stand, but for the given ones.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, params (string Name, string Value)[] typed) => SubmitAsync(page, "main form", [], typed);

    /// <summary>Sends the form that a selector finds, with files.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string selector, (string Name, byte[] Content)[] files, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector).ShouldNotBeNull(selector);
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null && (i.Type is not ("radio" or "checkbox") || i.IsChecked) && i.Type != "file").Select(i => (i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(s => (s.Name!, s.Value ?? "")))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (t.Name!, t.Value)))
            .Where(f => typed.All(t => t.Name != f.Item1)).Concat(typed);
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
            body.Add(new ByteArrayContent(content), "files", name);
        return Client.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : page.BaseUri, body, TestContext.Current.CancellationToken);
    }
}
