using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Kernel.Mail;

/// <summary>The settings of section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Mail";

    /// <summary>The SMTP host; empty: mails are written into the data folder's <c>mail/</c> instead.</summary>
    public string Host { get; set; } = "";

    /// <summary>The SMTP port, 1 to 65535. Default 587.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether to ask for STARTTLS. Default true; off only for a relay on the same machine.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>The user for authentication; empty for none.</summary>
    public string User { get; set; } = "";

    /// <summary>The user's password.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "portal@localhost.localdomain";

    /// <summary>How long one mail may take, in seconds, 1 to 100. Default 30.</summary>
    [Range(1, 100)]
    public int TimeoutSeconds { get; set; } = 30;
}
