using ExportPortal.Kernel.Hosting;

namespace ExportPortal.ModuleTests.Search;

/// <summary>Keeps what a command reports.</summary>
internal sealed class Terminal : ITerminal
{
    public List<string> Lines { get; } = [];

    public List<string> Errors { get; } = [];

    public void Line(string text) => Lines.Add(text);

    public void Error(string text) => Errors.Add(text);

    public void Progress(string what, long done, long? total) { }
}
