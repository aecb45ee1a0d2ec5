using System.Runtime.ExceptionServices;

namespace ExportPortal.Catalogue.Preparing;

/// <summary>Work that takes no database, on all cores.</summary>
internal static class AllCores
{
    /// <summary>What each item comes to, in their order. A fault comes as it was thrown, the first of several.</summary>
    public static TResult[] OnAllCores<T, TResult>(this IEnumerable<T> items, Func<T, TResult> work, CancellationToken cancellation)
    {
        try
        {
            return [.. items.AsParallel().AsOrdered().WithCancellation(cancellation).Select(work)];
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.Flatten().InnerExceptions[0]);
            throw;
        }
    }
}
