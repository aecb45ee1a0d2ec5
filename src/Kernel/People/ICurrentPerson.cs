namespace ExportPortal.Kernel.People;

/// <summary>What a person may act for, as (kind, id): <c>("desk", "moscow")</c>, <c>("firm", "arvand-biotech")</c>, <c>("portal", "admin")</c>.</summary>
public readonly record struct Scope(string Kind, string Id)
{
    /// <summary>May do everything.</summary>
    public static readonly Scope Administrator = new("portal", "admin");

    /// <summary>Works for a desk.</summary>
    public static Scope Desk(string id) => new("desk", id);

    /// <summary>Works for an organisation.</summary>
    public static Scope Firm(string id) => new("firm", id);

    /// <summary>True for those who run the portal: administrators and people of desks, not of organisations.</summary>
    public bool IsStaff => this == Administrator || Kind == "desk";
}

/// <summary>Who sends the present request.</summary>
public interface ICurrentPerson
{
    /// <summary>The signed-in person's internal id; null for a visitor.</summary>
    string? Id { get; }

    /// <summary>The name shown to colleagues; null for a visitor.</summary>
    string? Name { get; }

    /// <summary>What they may act for; empty for a visitor.</summary>
    IReadOnlyCollection<Scope> Scopes { get; }

    /// <summary>True when they hold this scope or are an administrator.</summary>
    bool MayActFor(Scope scope) => Scopes.Contains(scope) || Scopes.Contains(Scope.Administrator);
}

/// <summary>Someone a notice goes to.</summary>
/// <param name="Email">Their mail address.</param>
/// <param name="Name">Their name.</param>
/// <param name="Culture">The interface culture they read.</param>
public sealed record Addressee(string Email, string Name, string Culture);

/// <summary>Finds the people behind a scope.</summary>
public interface IStaffDirectory
{
    /// <summary>Those who hold exactly this scope and can sign in; empty if there are none.</summary>
    Task<IReadOnlyList<Addressee>> FindAsync(Scope scope, CancellationToken cancellation);
}
