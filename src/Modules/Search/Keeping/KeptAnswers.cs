using System.Collections.Concurrent;

namespace ExportPortal.Search.Keeping;

/// <summary>
/// Answers as they were worked out at one state of what they are made of, within a bound of memory. Two generations: when the younger
/// takes half of the room, the older goes, and what was asked for since then has moved over to the younger.
/// </summary>
/// <typeparam name="TState">What tells one state from another, and which is the later.</typeparam>
/// <typeparam name="TQuestion">What is asked.</typeparam>
/// <typeparam name="TAnswer">What is kept.</typeparam>
/// <param name="bytes">How much memory all of it may take; 0 keeps nothing.</param>
/// <param name="sizeOf">What a question and its answer take, in bytes.</param>
internal sealed class KeptAnswers<TState, TQuestion, TAnswer>(long bytes, Func<TQuestion, TAnswer, int> sizeOf)
    where TState : IEquatable<TState>, IComparable<TState> where TQuestion : notnull where TAnswer : class
{
    private sealed class Generation
    {
        public readonly ConcurrentDictionary<TQuestion, TAnswer> Answers = new();
        public long Taken;
    }

    private sealed record Generations(TState State, Generation Younger, Generation Older);

    private volatile Generations? _present;

    /// <summary>The answer at a state; null when it must be worked out.</summary>
    public TAnswer? Find(TState state, TQuestion question)
    {
        if (_present is not { } present || !present.State.Equals(state))
            return null;
        if (present.Younger.Answers.TryGetValue(question, out var answer))
            return answer;
        if (present.Older.Answers.TryGetValue(question, out answer))
            Keep(state, question, answer);
        return answer;
    }

    /// <summary>Keeps an answer.</summary>
    /// <param name="state">The state as it was before anything was read for the answer.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What it came to.</param>
    public void Keep(TState state, TQuestion question, TAnswer answer)
    {
        var size = sizeOf(question, answer);
        if (size > bytes / 16)
            return;
        var present = _present;
        // What began before the present state does not end what is kept of it.
        if (present is not null && state.CompareTo(present.State) < 0)
            return;
        if (present is null || !present.State.Equals(state))
            _present = present = new(state, new(), new());
        if (present.Younger.Answers.TryAdd(question, answer) && Interlocked.Add(ref present.Younger.Taken, size) > bytes / 2)
            Interlocked.CompareExchange(ref _present, new(state, new(), present.Younger), present);
    }
}
