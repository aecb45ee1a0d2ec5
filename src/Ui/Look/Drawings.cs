namespace ExportPortal.Ui.Look;

/// <summary>The house's motifs as elements of SVG, drawn in the current colour.</summary>
public static class Drawings
{
    /// <summary>A tile of the lattice, 120 by 120; tiles join on all sides.</summary>
    public static string Girih { get; } = Inner("girih.svg");

    /// <summary>The portal's sign, 64 by 64.</summary>
    public static string Logo { get; } = Inner("logo.svg");

    internal static string Read(string name)
    {
        using var text = new StreamReader(typeof(Drawings).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }

    private static string Inner(string name)
    {
        var svg = Read(name);
        return svg[(svg.IndexOf('>', StringComparison.Ordinal) + 1)..svg.LastIndexOf("</svg>", StringComparison.Ordinal)];
    }
}
