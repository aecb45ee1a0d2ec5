using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Kernel.Data;

/// <summary>The settings of section <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Portal";

    /// <summary>The folder for database, media, index, keys and mail. Default <c>./data</c>.</summary>
    [Required]
    public string Data { get; set; } = "data";

    /// <summary>The folder that several nodes over one database have in common, for media, pictures, secrets and mail. Empty: the data folder.</summary>
    public string Shared { get; set; } = "";

    /// <summary>A PostgreSQL connection string; empty for the embedded SQLite database in the data folder.</summary>
    public string Database { get; set; } = "";

    /// <summary>The address under which readers reach the portal, for links in mails and feeds, without a slash at its end. Empty: the listening address.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Who runs the portal, for its pages on itself, privacy and accessibility: name and postal address in one line. Empty: not told.</summary>
    [MaxLength(300)]
    public string Operator { get; set; } = "";

    /// <summary>The mail address of whoever runs the portal, for the same pages. Empty: not told.</summary>
    public string Contact { get; set; } = "";

    /// <summary>
    /// The master key that wraps the data-protection keys, 32 bytes in Base64. Empty: made once into <c>keys/master.key</c>.
    /// Nodes that share a database must share it.
    /// </summary>
    public string MasterKey { get; set; } = "";
}
