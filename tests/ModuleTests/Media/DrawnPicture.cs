using System.Diagnostics;

namespace ExportPortal.ModuleTests.Media;

/// <summary>Pictures of 900 × 600 pixels, made by the image program.</summary>
internal static class DrawnPicture
{
    /// <param name="format">Its file's ending: <c>jpg</c>, <c>png</c> or <c>webp</c>.</param>
    public static byte[] Make(string format)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.{format}");
        try
        {
            using var process = Process.Start("vips", ["gaussnoise", file, "900", "600"]);
            process.WaitForExit();
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
