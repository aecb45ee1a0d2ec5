using System.Runtime.InteropServices;

namespace ExportPortal.Web.CommandLine;

/// <summary>Turns Ctrl-C and SIGTERM into a cancellation, so that a command ends between two steps.</summary>
internal static class PosixSignals
{
    public static IDisposable CancelOnStop(CancellationTokenSource source)
    {
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            source.Cancel();
        }
        return new Pair(PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop));
    }

    private sealed record Pair(IDisposable First, IDisposable Second) : IDisposable
    {
        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }
}
