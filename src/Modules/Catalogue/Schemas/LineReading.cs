using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Outcomes;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>What a file of a feed is used as.</summary>
internal enum FileUse
{
    Picture,
    Document,
}

/// <summary>What reading one line brought to light.</summary>
/// <param name="Sheet">The sheet of the product's sector; null when the line has none or it is unknown.</param>
internal sealed record LineReading(SectorContent? Sheet = null)
{
    private readonly List<Refusal> _faults = [];
    private readonly List<(string Kind, string Id, string Field)> _references = [];
    private readonly List<(string File, FileUse Use, string Field)> _files = [];

    public IReadOnlyList<Refusal> Faults => _faults;

    /// <summary>Subjects the line refers to, to be looked up.</summary>
    public IReadOnlyList<(string Kind, string Id, string Field)> References => _references;

    /// <summary>Files the line refers to, to be read.</summary>
    public IReadOnlyList<(string File, FileUse Use, string Field)> Files => _files;

    public void Refuse(string field, string reason, params (string Name, object? Value)[] arguments) =>
        _faults.Add(new Refusal("Catalogue.Feed." + reason, field, arguments));

    public void Refer(string kind, string id, string field) => _references.Add((kind, id, field));

    public void Use(string file, FileUse use, string field) => _files.Add((file, use, field));
}
