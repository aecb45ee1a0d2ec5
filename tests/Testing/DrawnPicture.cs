using System.Diagnostics;

namespace ExportPortal.Testing;

/// <summary>Pictures made by the image program.</summary>
public static class DrawnPicture
{
    /// <summary>Makes a picture of noise.</summary>
    /// <param name="format">Its file's ending: <c>jpg</c>, <c>png</c> or <c>webp</c>.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    public static byte[] Make(string format, int width = 900, int height = 600)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.{format}");
        try
        {
            using var process = Process.Start("vips", ["gaussnoise", file, FormattableString.Invariant($"{width}"), FormattableString.Invariant($"{height}")]);
            process.WaitForExit();
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
