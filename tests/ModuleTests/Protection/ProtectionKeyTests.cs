using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Protection;
using ExportPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Protection;

public sealed class ProtectionKeyTests
{
    [Fact]
    public async Task A_process_with_another_master_key_is_refused_instead_of_going_on_with_keys_of_its_own()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        await using var other = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        await EnsureAsync(portal);
        await EnsureAsync(portal);
        var wrapped = await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Database.SqlQuery<string>($"SELECT xml AS \"Value\" FROM kernel_keys").SingleAsync(Cancellation));
        await other.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"INSERT INTO kernel_keys (name, xml) VALUES ('another', {wrapped})", Cancellation));
        (await Should.ThrowAsync<InvalidDataException>(() => EnsureAsync(other))).Message.ShouldContain("Portal:MasterKey");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task EnsureAsync(TemporaryPortal portal) => portal.InScopeAsync(s => s.GetRequiredService<EnsureProtectionKey>().RunAsync(Cancellation));
}
