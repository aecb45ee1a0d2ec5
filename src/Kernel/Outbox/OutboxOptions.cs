using System.ComponentModel.DataAnnotations;

namespace ExportPortal.Kernel.Outbox;

/// <summary>The settings of section <c>Outbox</c>.</summary>
public sealed class OutboxOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Outbox";

    /// <summary>
    /// For how long a node has an effect to itself, in seconds, 5 to 600. Default 120. What a node had in hand when it was killed waits
    /// for so long until another takes it.
    /// </summary>
    [Range(5, 600)]
    public int LeaseSeconds { get; set; } = 120;
}
