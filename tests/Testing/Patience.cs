using System.Diagnostics;

namespace ExportPortal.Testing;

/// <summary>Waits for what has no time of its own, for as long as the busiest machine may take.</summary>
public static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something holds.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="otherwise">What is told if it never does.</param>
    public static Task UntilAsync(Func<bool> holds, Func<string> otherwise) => UntilAsync(() => Task.FromResult(holds()), otherwise);

    /// <summary>Waits until something holds.</summary>
    /// <param name="holds">Whether it does.</param>
    /// <param name="otherwise">What is told if it never does.</param>
    public static async Task UntilAsync(Func<Task<bool>> holds, Func<string> otherwise)
    {
        for (var waited = Stopwatch.StartNew(); !await holds(); await Task.Delay(Pause))
            if (waited.Elapsed > Longest)
                throw new TimeoutException(otherwise());
    }
}
