using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Inquiries;

/// <summary>The settings of section <c>Inquiries</c>.</summary>
internal sealed class InquiriesOptions
{
    public const string Section = "Inquiries";

    /// <summary>How many inquiries and replies one client address may send within <see cref="LimitMinutes"/>, 1 to 100,000. Default 20.</summary>
    [Range(1, 100_000)]
    public int LimitSends { get; set; } = 20;

    /// <summary>The window of <see cref="LimitSends"/> in minutes, 1 to 1,440. Default 10.</summary>
    [Range(1, 1_440)]
    public int LimitMinutes { get; set; } = 10;

    /// <summary>How many confirmation mails one address gets within an hour, however many inquiries name it, 1 to 100,000. Default 3.</summary>
    [Range(1, 100_000)]
    public int ConfirmationsPerHour { get; set; } = 3;

    /// <summary>The same within a day, 1 to 100,000. Default 10.</summary>
    [Range(1, 100_000)]
    public int ConfirmationsPerDay { get; set; } = 10;

    /// <summary>How many megabytes of files are kept in all for forms that were refused and may be sent again, 0 to 100,000. Default 500.</summary>
    [Range(0, 100_000)]
    public int WaitingMegabytes { get; set; } = 500;

    /// <summary>What is sent sooner after its form was opened, in seconds, is taken for a machine's, 0 to 60. Default 3.</summary>
    [Range(0, 60)]
    public int LeastSeconds { get; set; } = 3;

    /// <summary>Within how many of its working hours a desk releases or holds an inquiry, 1 to 400. Default 8.</summary>
    [Range(1, 400)]
    public int ReleaseHours { get; set; } = 8;

    /// <summary>Within how many of the desk's working hours a held inquiry is decided, 1 to 400. Default 24.</summary>
    [Range(1, 400)]
    public int HoldHours { get; set; } = 24;

    /// <summary>Within how many of the desk's working hours a released inquiry is answered, 1 to 400. Default 24.</summary>
    [Range(1, 400)]
    public int AnswerHours { get; set; } = 24;

    /// <summary>How many days a buyer's data is kept after the inquiry came, 30 to 3,650. Default 730.</summary>
    [Range(30, 3_650)]
    public int KeepDays { get; set; } = 730;
}
