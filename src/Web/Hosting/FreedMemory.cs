using System.Runtime.InteropServices;
using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Web.Hosting;

/// <summary>
/// Gives back to the system what native code has freed. The C library keeps it, apart for each thread; after a start that is some 10 MiB,
/// most of which the runtime's compiler took.
/// </summary>
internal sealed class FreedMemory(IServiceScopeFactory scopes, TimeProvider time, ILogger<FreedMemory> log) : Clockwork(scopes, time, log)
{
    private const string Library = "libc.so.6";

    // Other C libraries than GNU's give it back by themselves.
    private static readonly bool IsKept = NativeLibrary.TryLoad(Library, out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out _);

    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public override Task TurnAsync(CancellationToken cancellation)
    {
        GiveBack();
        return Task.CompletedTask;
    }

    /// <summary>Gives it back now.</summary>
    public static void GiveBack()
    {
        if (IsKept)
            _ = malloc_trim(0);
    }

    [DllImport(Library), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int malloc_trim(nuint pad);
}
