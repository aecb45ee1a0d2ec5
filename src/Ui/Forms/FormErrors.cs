using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Ui.Forms;

/// <summary>What was refused of the form that a page shows again. The form's tag helpers write it beside the fields.</summary>
public sealed class FormErrors
{
    private readonly List<Refusal> _refusals = [];

    /// <summary>All refusals, in the order they were added.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>True when nothing was refused.</summary>
    public bool IsEmpty => _refusals.Count == 0;

    /// <summary>Adds refusals.</summary>
    public void Add(params IEnumerable<Refusal> refusals) => _refusals.AddRange(refusals);

    /// <summary>The first refusal of a field; null if there is none.</summary>
    public Refusal? Of(string field) => _refusals.Find(r => r.Field == field);

    internal static string IdOf(string field) => "f-" + field;
}
