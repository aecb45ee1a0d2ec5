namespace ExportPortal.Media.Checks;

/// <summary>Looks whether a PDF is whole: it names its version, and its end points to its table of objects (ISO 32000-2).</summary>
internal static class PdfCheck
{
    // Readers look for the end mark in the last kilobyte; so do we.
    private const int Tail = 1024;

    public static bool IsWhole(Stream file)
    {
        Span<byte> start = stackalloc byte[8];
        file.ReadExactly(start);
        if (start is not [_, _, _, _, _, (byte)'1' or (byte)'2', (byte)'.', >= (byte)'0' and <= (byte)'9'])
            return false;
        Span<byte> end = stackalloc byte[Tail];
        file.Position = Math.Max(0, file.Length - Tail);
        end = end[..file.ReadAtLeast(end, Tail, throwOnEndOfStream: false)];
        var pointer = end.LastIndexOf("startxref"u8);
        return pointer >= 0 && end[pointer..].IndexOf("%%EOF"u8) > 0;
    }
}
