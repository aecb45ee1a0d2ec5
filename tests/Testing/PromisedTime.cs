namespace ExportPortal.Testing;

/// <summary>Holds the portal to a time it promises, on a machine that may have been busy with something else at that moment.</summary>
public static class PromisedTime
{
    private const int TimesAfterLate = 2;

    /// <summary>
    /// Measures once. What was late is done twice more and has to be in time both times: one busy moment is nobody's fault,
    /// and what is late by half of the times or more will mostly be found out, as by one measurement.
    /// </summary>
    /// <param name="promised">The time.</param>
    /// <param name="what">What it is promised for.</param>
    /// <param name="measure">Does it anew, however long it takes, and tells how long it took.</param>
    public static async Task IsKeptAsync(TimeSpan promised, string what, Func<Task<TimeSpan>> measure)
    {
        var first = await measure();
        if (first <= promised)
            return;
        for (var time = 0; time < TimesAfterLate; time++)
            if (await measure() is var again && again > promised)
                throw new TimeoutException($"{what} took {first.TotalSeconds:0.00} s, and {again.TotalSeconds:0.00} s again, of {promised.TotalSeconds:0.00} s promised.");
    }
}
