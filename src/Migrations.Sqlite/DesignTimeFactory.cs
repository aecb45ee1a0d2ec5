using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ExportPortal.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations without a host.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalSqlite("design.db");
        return new(options.Options, PortalModel.FromFolder(AppContext.BaseDirectory), TimeProvider.System);
    }
}
