using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ExportPortal.Kernel.Database;

/// <summary>Names columns in lower case with underscores, so that SQL on PostgreSQL needs no quotes.</summary>
internal sealed partial class ColumnNames : IModelFinalizingConvention
{
    /// <inheritdoc/>
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(AllProperties))
            if (property.GetColumnNameConfigurationSource() is null)
                property.Builder.HasColumnName(Snake(property.GetColumnName()));
    }

    private static IEnumerable<IConventionProperty> AllProperties(IConventionTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(c => AllProperties(c.ComplexType)));

    private static string Snake(string name) => Boundary().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])_?(?=[A-Z])")]
    private static partial Regex Boundary();
}
