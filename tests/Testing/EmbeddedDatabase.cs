using Microsoft.Data.Sqlite;

namespace ExportPortal.Testing;

/// <summary>The database in a data folder, beside the portal that serves it.</summary>
public static class EmbeddedDatabase
{
    /// <summary>The first column of what a query finds.</summary>
    public static async Task<IReadOnlyList<string>> QueryAsync(TemporaryFolder data, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={data["portal.db"]};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0).ToString()!);
        return values;
    }
}
