using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ExportPortal.ArchitectureTests;

/// <summary>What modules show of themselves, and how they are built.</summary>
public sealed class SurfaceTests
{
    private const int WidestConstructor = 5, LongestFile = 400;
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Base"];

    [Fact]
    public void Modules_are_public_only_in_their_contracts_and_doors()
    {
        foreach (var module in Repository.Modules)
            foreach (var type in Repository.Types(module).Where(IsVisible))
                (type.Namespace.StartsWith($"ExportPortal.{module}.Contracts", StringComparison.Ordinal) || type.Name == module + "Module")
                    .ShouldBeTrue($"{type.FullName} is public; modules use each other's Contracts only");
    }

    [Fact]
    public void Doors_have_two_leaves()
    {
        foreach (var module in Repository.Modules)
        {
            var door = Repository.Types(module).Single(t => t.Name == module + "Module");
            door.Methods.Where(m => m.IsPublic).Select(m => m.Name).Order(StringComparer.Ordinal).ShouldBe(["Add" + module, "Map" + module]);
        }
    }

    [Fact]
    public void Constructors_take_few_things()
    {
        foreach (var type in Repository.Libraries.Append("Web").SelectMany(Repository.Types).Where(t => !Repository.IsRecord(t)))
            foreach (var constructor in type.Methods.Where(m => m.IsConstructor && !m.IsStatic))
                constructor.Parameters.Count.ShouldBeLessThanOrEqualTo(WidestConstructor, type.FullName);
    }

    [Fact]
    public void Names_say_something()
    {
        foreach (var type in Repository.Libraries.Append("Web").SelectMany(Repository.Types).Where(t => !t.Name.EndsWith("TagHelper", StringComparison.Ordinal)))
            EmptyWords.ShouldNotContain(word => type.Name.EndsWith(word, StringComparison.Ordinal), type.FullName);
    }

    [Fact]
    public void Files_are_short()
    {
        foreach (var file in Repository.Sources("src", ".cs", ".cshtml", ".css", ".js").Concat(Repository.Sources("tests", ".cs")))
            File.ReadLines(file).Count().ShouldBeLessThanOrEqualTo(LongestFile, Repository.Relative(file));
    }

    [Fact]
    public void Time_comes_from_the_time_provider()
    {
        foreach (var type in Repository.Libraries.Append("Web").SelectMany(Repository.Types))
            foreach (var call in Calls(type).Where(c => c.DeclaringType.FullName is "System.DateTime" or "System.DateTimeOffset"))
                new[] { "get_Now", "get_UtcNow", "get_Today" }.ShouldNotContain(call.Name, type.FullName);
    }

    [Fact]
    public void Contracts_and_kernel_are_documented()
    {
        foreach (var library in Repository.Libraries.Where(l => l != "Ui"))
        {
            var documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"ExportPortal.{library}.xml")).Descendants("member").Select(m => m.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var type in Repository.Types(library).Where(IsVisible).Where(t => library == "Kernel" || t.Namespace.Contains("Contracts", StringComparison.Ordinal)))
            {
                documented.ShouldContain("T:" + Name(type), $"{type.FullName} has no documentation");
                if (Repository.IsRecord(type) || type.IsEnum)
                    continue;
                foreach (var property in type.Properties.Where(p => p.GetMethod?.IsPublic == true && !p.HasParameters))
                    documented.ShouldContain($"P:{Name(type)}.{property.Name}", $"{property.FullName} has no documentation");
            }
        }
    }

    private static IEnumerable<MethodReference> Calls(TypeDefinition type) =>
        type.Methods.Concat(type.NestedTypes.SelectMany(n => n.Methods)).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
            .Where(i => i.OpCode.Code is Code.Call or Code.Callvirt).Select(i => (MethodReference)i.Operand);

    private static bool IsVisible(TypeDefinition type) => type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType));

    private static string Name(TypeDefinition type) => type.FullName.Replace('/', '.');
}
