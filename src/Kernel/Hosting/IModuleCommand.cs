namespace ExportPortal.Kernel.Hosting;

/// <summary>A command of the command line that a module brings.</summary>
public interface IModuleCommand
{
    /// <summary>Its words, e.g. <c>import</c> or <c>admin create</c>.</summary>
    string Name { get; }

    /// <summary>What stands behind the words in the help, e.g. <c>FEED [--dry-run]</c>.</summary>
    string Usage { get; }

    /// <summary>One line of help, English as all of the command line.</summary>
    string Help { get; }

    /// <summary>Runs it.</summary>
    /// <param name="arguments">What stands behind the words, without host options.</param>
    /// <param name="terminal">Where it reports.</param>
    /// <param name="cancellation">Ends with Ctrl-C or SIGTERM.</param>
    /// <returns>The exit code: 0 done; 1 done in part or refused; 2 wrong use.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, ITerminal terminal, CancellationToken cancellation);
}

/// <summary>Where a command reports.</summary>
public interface ITerminal
{
    /// <summary>A line of result, on standard output.</summary>
    void Line(string text);

    /// <summary>A line about something wrong, on standard error.</summary>
    void Error(string text);

    /// <summary>Progress: a bar on a terminal, a plain line now and then elsewhere.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="done">How much is done.</param>
    /// <param name="total">Of how much; null when unknown.</param>
    void Progress(string what, long done, long? total);
}

/// <summary>A part of the portal that <c>check</c> and the readiness probe look at.</summary>
public interface IReadyCheck
{
    /// <summary>Its name: <c>database</c>, <c>index</c>, <c>images</c>, <c>mail</c>…</summary>
    string Name { get; }

    /// <summary>True when the portal cannot serve without it.</summary>
    bool IsVital { get; }

    /// <summary>Null when all is well, else what is wrong and how to mend it, one English sentence without secrets.</summary>
    Task<string?> FindFaultAsync(CancellationToken cancellation);
}

/// <summary>Marks a command that works on what a portal already holds, so that a data folder that is not there is a mistake.</summary>
public interface IReadsData;

/// <summary>Marks a command that runs before the schema is brought up to date.</summary>
public interface IMigratesItself;
