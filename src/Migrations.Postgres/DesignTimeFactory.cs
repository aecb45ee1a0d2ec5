using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ExportPortal.Migrations.Postgres;

/// <summary>Lets <c>dotnet ef</c> make migrations without a host.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UseNpgsql("Host=localhost", o => o.MigrationsAssembly(DatabaseSetup.PostgresMigrations));
        return new(options.Options, PortalModel.FromFolder(AppContext.BaseDirectory), TimeProvider.System);
    }
}
