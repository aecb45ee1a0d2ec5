namespace ExportPortal.Kernel.Changes;

/// <summary>Something held in memory that pages are made of, and that follows the change log with a cursor of its own.</summary>
public interface IFollowsChanges
{
    /// <summary>The position of the change log up to which it has taken in all changes; -1 while it is not ready.</summary>
    long Position { get; }

    /// <summary>A number that differs once it was made anew as a whole: what was shown of it before may have been wrong.</summary>
    long Edition { get; }
}
