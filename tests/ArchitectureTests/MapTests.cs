using System.Text.RegularExpressions;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.ArchitectureTests;

/// <summary>docs/map.md says what the house is made of; here it is held against the house.</summary>
public sealed partial class MapTests
{
    private static readonly string Map = File.ReadAllText(Repository.PathOf("docs", "map.md"));

    [Fact]
    public void Every_module_uses_exactly_what_the_map_says()
    {
        var drawn = Rows("Modules").ToDictionary(r => r[0], r => Names(r[1]));
        drawn.Keys.Order().ShouldBe(Repository.Modules);
        foreach (var module in Repository.Modules)
        {
            var used = Repository.Read(module).MainModule.AssemblyReferences.Select(r => r.Name.Replace("ExportPortal.", "", StringComparison.Ordinal))
                .Where(Repository.Modules.Contains).Order(StringComparer.Ordinal);
            used.ShouldBeSubsetOf(drawn[module], $"{module} uses more than docs/map.md allows");
        }
    }

    [Fact]
    public void No_module_uses_another_in_a_circle_or_the_host()
    {
        var drawn = Rows("Modules").ToDictionary(r => r[0], r => Names(r[1]));
        var placed = new HashSet<string>(StringComparer.Ordinal);
        while (drawn.FirstOrDefault(d => !placed.Contains(d.Key) && d.Value.All(placed.Contains)) is { Key: { } next })
            placed.Add(next);
        placed.Count.ShouldBe(drawn.Count, "these modules stand in a circle: " + string.Join(", ", drawn.Keys.Except(placed)));
        foreach (var library in Repository.Libraries)
            Repository.Read(library).MainModule.AssemblyReferences.ShouldNotContain(r => r.Name == "ExportPortal.Web", library);
    }

    [Fact]
    public void Every_table_stands_in_the_map_under_its_module()
    {
        using var db = Databases.Context(postgres: false);
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal);
        tables.ShouldBe(Rows("Tables").Select(r => r[0].Trim('`')).Order(StringComparer.Ordinal));
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var owner = entity.ClrType.Assembly.GetName().Name!.Replace("ExportPortal.", "", StringComparison.Ordinal);
            // Identity's own entities belong to Accounts.
            var module = Repository.Libraries.Contains(owner) ? owner : "Accounts";
            entity.GetTableName().ShouldStartWith(module.ToLowerInvariant() + "_");
            foreach (var key in entity.GetForeignKeys())
                key.PrincipalEntityType.GetTableName().ShouldStartWith(module.ToLowerInvariant() + "_", customMessage: $"{entity.Name} has a foreign key out of its module");
        }
    }

    [Fact]
    public void Every_event_of_the_ledger_stands_in_the_map()
    {
        var written = Repository.Sources("src", ".cs").SelectMany(f => LedgerFact().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
        written.ShouldBe(Rows("Events of the ledger").Select(r => r[0].Trim('`')).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_model_has_no_change_without_a_migration(bool postgres)
    {
        using var db = Databases.Context(postgres);
        db.Database.HasPendingModelChanges().ShouldBeFalse("run ./migrate.sh NAME");
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("ExportPortal.sln")).Replace('\\', '/');
        foreach (var project in Repository.Sources("src", ".csproj").Concat(Repository.Sources("tests", ".csproj")))
            solution.ShouldContain(Repository.Relative(project));
    }

    /// <summary>The rows of the table below a heading.</summary>
    private static IEnumerable<string[]> Rows(string heading)
    {
        var section = Regex.Match(Map, $"^## {Regex.Escape(heading)}$(.*?)(?=^## |\\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        section.ShouldNotBeEmpty($"docs/map.md has no section '{heading}'");
        return section.Split('\n').Where(l => l.StartsWith('|')).Skip(2).Select(l => l.Trim('|', ' ').Split('|').Select(c => c.Trim()).ToArray());
    }

    private static string[] Names(string cell) => [.. cell.Split(',', StringSplitOptions.TrimEntries).Where(n => n is not ("" or "–"))];

    [GeneratedRegex("""(?:new LedgerFact\(|Record\(new\(|RecordAsync\()\s*"([a-z.-]+)""")]
    private static partial Regex LedgerFact();
}

/// <summary>Contexts that are never opened.</summary>
internal static class Databases
{
    public static PortalDbContext Context(bool postgres)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        if (postgres)
            options.UseNpgsql("Host=localhost", o => o.MigrationsAssembly(DatabaseSetup.PostgresMigrations));
        else
            options.UsePortalSqlite("unused.db");
        options.ConfigureWarnings(w => w.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.CoreEventId.NoEntityTypeConfigurationsWarning));
        return new(options.Options, PortalModel.FromFolder(AppContext.BaseDirectory), TimeProvider.System);
    }
}
