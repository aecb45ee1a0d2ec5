using ExportPortal.Accounts.Contracts;
using ExportPortal.Accounts.People;
using ExportPortal.Accounts.SigningIn;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.People;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Accounts;

public abstract class AccountsTests(TestDatabase database)
{
    private const string Password = "a long enough password";

    public sealed class OnSqlite() : AccountsTests(TestDatabase.Sqlite);

    public sealed class OnPostgres() : AccountsTests(TestDatabase.Postgres);

    [Fact]
    public async Task A_created_person_signs_in_and_is_found_by_their_scope_only()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        (await CreateAsync(portal, "officer@desk.example", Scope.Desk("moscow"))).IsDone.ShouldBeTrue();

        (await SignInAsync(portal, "Officer@desk.example", Password)).IsDone.ShouldBeTrue();
        (await FindAsync(portal, Scope.Desk("moscow"))).ShouldHaveSingleItem().ShouldBe(new Addressee("officer@desk.example", "Name", "fa"));
        (await FindAsync(portal, Scope.Desk("nairobi"))).ShouldBeEmpty();
        (await FindAsync(portal, new("firm", "moscow"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_password_and_unknown_address_are_refused_alike()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        await CreateAsync(portal, "officer@desk.example", Scope.Desk("moscow"));
        var wrong = await SignInAsync(portal, "officer@desk.example", "wrong password");
        var unknown = await SignInAsync(portal, "nobody@desk.example", Password);
        wrong.Refusals.ShouldHaveSingleItem().Key.ShouldBe("Accounts.SignIn.Refused");
        unknown.Refusals.ShouldHaveSingleItem().Key.ShouldBe("Accounts.SignIn.Refused");
    }

    [Fact]
    public async Task After_five_failures_even_the_right_password_is_refused()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        await CreateAsync(portal, "officer@desk.example", Scope.Desk("moscow"));
        for (var i = 0; i < 5; i++)
            await SignInAsync(portal, "officer@desk.example", "wrong password");
        (await SignInAsync(portal, "officer@desk.example", Password)).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData("no-address", Password, "Accounts.Person.EmailMalformed")]
    [InlineData("officer@desk.example", Password, "Accounts.Person.EmailTaken")]
    [InlineData("other@desk.example", "short", "Accounts.Password.TooShort")]
    public async Task A_person_who_could_not_sign_in_is_not_created(string email, string password, string key)
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        await CreateAsync(portal, "officer@desk.example", Scope.Desk("moscow"));
        (await CreateAsync(portal, email, Scope.Desk("moscow"), password)).Refusals.ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Fact]
    public async Task The_ledger_of_sign_ins_holds_no_personal_data()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        await CreateAsync(portal, "officer@desk.example", Scope.Desk("moscow"));
        await SignInAsync(portal, "officer@desk.example", "wrong password");
        await SignInAsync(portal, "officer@desk.example", Password);
        var entries = await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<LedgerEntry>().OrderBy(e => e.Position).ToListAsync(Cancellation));
        entries.Select(e => e.Kind).ShouldBe(["account.created", "account.sign-in-refused", "account.signed-in"]);
        entries.ShouldAllBe(e => !(e.Subject + e.Cause + e.Actor + e.Detail).Contains('@'));
    }

    [Fact]
    public async Task Sample_users_get_a_new_password_at_each_start_and_go_when_they_are_no_longer_wanted()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        var first = await EnsureAsync(portal, ("moscow", "Moscow"), ("tehran", "Tehran"));
        var second = await EnsureAsync(portal, ("moscow", "Moscow"));
        first.Select(u => u.Scope).ShouldBe([Scope.Administrator, Scope.Desk("moscow"), Scope.Desk("tehran"), Scope.Firm("firm-1")]);
        second.Count.ShouldBe(3);
        (await SignInAsync(portal, first[1].Email, first[1].Password)).IsDone.ShouldBeFalse();
        (await SignInAsync(portal, second[1].Email, second[1].Password)).IsDone.ShouldBeTrue();
        (await FindAsync(portal, Scope.Desk("tehran"))).ShouldBeEmpty();

        await CreateAsync(portal, "officer@desk.example", Scope.Desk("moscow"));
        await portal.InScopeAsync(async s => { await s.GetRequiredService<SampleUsers>().RemoveAsync(Cancellation); return 0; });
        (await FindAsync(portal, Scope.Desk("moscow"))).ShouldHaveSingleItem().Email.ShouldBe("officer@desk.example");
    }

    [Fact]
    public async Task Sample_people_who_work_in_persian_have_persian_names()
    {
        await using var portal = await TemporaryPortal.StartAsync(database);
        await EnsureAsync(portal, ("moscow", "Moscow desk"), ("tehran", "Tehran desk"));
        var people = await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<Person>().ToListAsync(Cancellation));
        people.Count(p => p.Culture == "fa").ShouldBe(3);
        people.Where(p => p.Culture == "fa").ShouldAllBe(p => p.Name.Contains(' ') && p.Name.All(c => c == ' ' || (c >= '\u0600' && c <= '\u06FF')));
        people.Single(p => p.Culture == "en").Name.ShouldBe("Administrator");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<Outcome<CreatedPerson>> CreateAsync(TemporaryPortal portal, string email, Scope scope, string password = Password) =>
        portal.InScopeAsync(s => s.GetRequiredService<CreatePerson>().RunAsync(new(email, "Name", "fa", [scope], password)));

    private static Task<Outcome<Person>> SignInAsync(TemporaryPortal portal, string email, string password) =>
        portal.InScopeAsync(s => s.GetRequiredService<SignIn>().RunAsync(email, password));

    private static Task<IReadOnlyList<Addressee>> FindAsync(TemporaryPortal portal, Scope scope) =>
        portal.InScopeAsync(s => s.GetRequiredService<IStaffDirectory>().FindAsync(scope, Cancellation));

    private static Task<IReadOnlyList<SampleUser>> EnsureAsync(TemporaryPortal portal, params (string, string)[] desks) =>
        portal.InScopeAsync(s => s.GetRequiredService<SampleUsers>().EnsureAsync(desks, [("firm-1", "Firm")], Cancellation));
}
