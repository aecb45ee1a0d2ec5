using System.Diagnostics.CodeAnalysis;

namespace ExportPortal.Kernel.Outcomes;

/// <summary>Why something was refused, as a text key to be shown in the reader's language.</summary>
/// <param name="Key">Text key, e.g. <c>Catalogue.Feed.UnknownField</c>.</param>
/// <param name="Field">The input field it concerns; null when it concerns the whole.</param>
/// <param name="Arguments">Values for the text's placeholders, by name.</param>
public sealed record Refusal(string Key, string? Field = null, params (string Name, object? Value)[] Arguments);

/// <summary>What an action came to: done, or refused for one or more reasons. Exceptions are kept for bugs and faults.</summary>
public sealed class Outcome
{
    private Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    /// <summary>The action was carried out.</summary>
    public static Outcome Done { get; } = new([]);

    /// <summary>Why not; empty when done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when the action was carried out.</summary>
    public bool IsDone => Refusals.Count == 0;

    /// <summary>The action was refused and changed nothing.</summary>
    public static Outcome Refused(params IReadOnlyList<Refusal> refusals) => new(refusals);

    /// <summary>The action was refused for one reason that concerns the whole.</summary>
    public static Outcome Refused(string key) => new([new Refusal(key)]);
}

/// <summary>What an action that gives a result came to.</summary>
/// <typeparam name="T">The result.</typeparam>
public sealed class Outcome<T> where T : class
{
    private Outcome(T? value, IReadOnlyList<Refusal> refusals) => (Value, Refusals) = (value, refusals);

    /// <summary>The result; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not; empty when done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Value is not null;

    /// <summary>Done, with this result.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>Refused for these reasons, at least one.</summary>
    public static Outcome<T> Refused(params IReadOnlyList<Refusal> refusals) => new(null, refusals);
}
