using System.Reflection;

namespace ExportPortal.Kernel.Database;

/// <summary>The assemblies whose entities make up the database; each module adds its own through its door.</summary>
/// <param name="Assemblies">In the order they were added.</param>
public sealed record PortalModel(IReadOnlyList<Assembly> Assemblies)
{
    /// <summary>The model of all modules that stand in a folder; for tools that have no host, such as migrations at design time.</summary>
    public static PortalModel FromFolder(string folder) =>
        new(Directory.GetFiles(folder, "ExportPortal.*.dll").Order(StringComparer.Ordinal).Select(Assembly.LoadFrom).ToArray());
}

/// <summary>A module's contribution to <see cref="PortalModel"/>.</summary>
/// <param name="Assembly">The assembly with its entity configurations.</param>
public sealed record ModelSource(Assembly Assembly);
