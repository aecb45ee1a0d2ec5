using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace ExportPortal.ArchitectureTests;

/// <summary>The checkout under test.</summary>
internal static class Repository
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    /// <summary>The modules, as they stand on disk.</summary>
    public static IReadOnlyList<string> Modules { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src", "Modules")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>Modules and the libraries below them.</summary>
    public static IReadOnlyList<string> Libraries { get; } = ["Kernel", "Ui", .. Modules];

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    /// <summary>Source files of a folder, without what tools make.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] endings) =>
        Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !Relative(f).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist" or "Migrations"));

    public static AssemblyDefinition Read(string project) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"ExportPortal.{project}.dll"));

    public static IEnumerable<TypeDefinition> Types(string project) => Read(project).MainModule.Types.SelectMany(WithNested)
        .Where(t => !t.Name.StartsWith('<') && !t.CustomAttributes.Any(a => a.AttributeType.Name == "CompilerGeneratedAttribute") && t.Namespace != "AspNetCoreGeneratedDocument");

    public static bool IsRecord(TypeDefinition type) => type.Methods.Any(m => m.Name is "<Clone>$" or "PrintMembers");

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
