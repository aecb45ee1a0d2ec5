using System.Globalization;

namespace ExportPortal.Kernel.Cultures;

/// <summary>A culture the interface is offered in.</summary>
/// <param name="Tag">BCP 47 tag; the first segment of every page address.</param>
/// <param name="NativeName">The language's own name for itself.</param>
/// <param name="Direction"><c>rtl</c> or <c>ltr</c>.</param>
/// <param name="Format">The .NET culture that sorts, and formats what the portal does not format itself.</param>
public sealed record PortalCulture(string Tag, string NativeName, string Direction, CultureInfo Format)
{
    /// <summary>True where text runs from right to left.</summary>
    public bool IsRightToLeft => Direction == "rtl";
}
