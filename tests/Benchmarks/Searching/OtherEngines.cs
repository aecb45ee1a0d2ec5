using System.Diagnostics;
using System.Globalization;
using ExportPortal.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ExportPortal.Benchmarks.Searching;

/// <summary>SQLite's FTS5 and PostgreSQL's full-text search over the same texts, each product's in all its cultures as one document.</summary>
internal sealed class OtherEngines : IDisposable
{
    private readonly SqliteConnection _sqlite = new("Data Source=;Pooling=false");
    private readonly NpgsqlConnection _postgres;
    private readonly SqliteCommand _askSqlite;
    private readonly NpgsqlCommand _askPostgres;

    public OtherEngines(IReadOnlyList<ProductTexts> products, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        _sqlite.Open();
        Execute("CREATE VIRTUAL TABLE docs USING fts5(text, content='', tokenize='unicode61'); BEGIN");
        using (var insert = _sqlite.CreateCommand())
        {
            insert.CommandText = "INSERT INTO docs(rowid, text) VALUES ($id, $text)";
            var (id, text) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$text", SqliteType.Text));
            foreach (var (number, product) in products.Index())
            {
                (id.Value, text.Value) = (number + 1, Text(product));
                insert.ExecuteNonQuery();
            }
        }
        Execute("COMMIT; INSERT INTO docs(docs) VALUES('optimize')");
        Tell(output, "SQLite FTS5", clock, products.Count);
        _askSqlite = _sqlite.CreateCommand();
        _askSqlite.CommandText = "SELECT rowid FROM docs WHERE docs MATCH $q ORDER BY rank LIMIT 20";
        _askSqlite.Parameters.Add("$q", SqliteType.Text);

        clock.Restart();
        _postgres = new(PostgresServer.Instance.CreateDatabaseAsync().GetAwaiter().GetResult());
        _postgres.Open();
        using (var create = new NpgsqlCommand("CREATE TABLE docs(id int PRIMARY KEY, words tsvector)", _postgres))
            create.ExecuteNonQuery();
        using (var insert = new NpgsqlCommand("INSERT INTO docs SELECT i, to_tsvector('simple', t) FROM unnest(@ids, @texts) AS u(i, t)", _postgres))
            foreach (var batch in products.Select((p, i) => (Number: i, Text: Text(p))).Chunk(500))
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("ids", batch.Select(b => b.Number).ToArray());
                insert.Parameters.AddWithValue("texts", batch.Select(b => b.Text).ToArray());
                insert.ExecuteNonQuery();
            }
        using (var index = new NpgsqlCommand("CREATE INDEX ON docs USING gin(words); ANALYZE docs", _postgres) { CommandTimeout = 0 })
            index.ExecuteNonQuery();
        Tell(output, "PostgreSQL", clock, products.Count);
        _askPostgres = new("SELECT id FROM docs, to_tsquery('simple', @q) AS q WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 20", _postgres) { CommandTimeout = 0 };
        _askPostgres.Parameters.Add(new("q", NpgsqlTypes.NpgsqlDbType.Text));
    }

    public int AskSqlite(string text)
    {
        _askSqlite.Parameters[0].Value = string.Join(" OR ", WordsOf(text).Select(w => $"\"{w}\""));
        using var reader = _askSqlite.ExecuteReader();
        return Count(reader);
    }

    public int AskPostgres(string text)
    {
        _askPostgres.Parameters[0].Value = string.Join(" | ", WordsOf(text));
        using var reader = _askPostgres.ExecuteReader();
        return Count(reader);
    }

    public void Dispose()
    {
        _askSqlite.Dispose();
        _askPostgres.Dispose();
        _sqlite.Dispose();
        _postgres.Dispose();
    }

    private static string Text(ProductTexts product) => string.Join('\n', [product.Model, .. product.Names.Values, .. product.Descriptions.Values]);

    private static string[] WordsOf(string text)
    {
        var words = string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? words : ["x"];
    }

    private static int Count(System.Data.Common.DbDataReader reader)
    {
        var count = 0;
        while (reader.Read())
            count++;
        return count;
    }

    private void Execute(string sql)
    {
        using var command = _sqlite.CreateCommand();
#pragma warning disable CA2100 // Written here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Tell(TextWriter output, string engine, Stopwatch clock, int products) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}: {products:N0} products read in {clock.Elapsed.TotalSeconds:0.0} s"));
}
