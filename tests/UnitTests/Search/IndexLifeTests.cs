using System.Text.Json;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>However an index came to its documents, it answers as one built of them at once.</summary>
public sealed class IndexLifeTests
{
    public static readonly string[] Words =
        ["insulin", "pumps", "pump", "kit", "سرنگ", "دستگاه‌ها", "насосы", "насос", "试剂盒", "试剂", "médical", "COVID-19", "4000", "وال"];

    private static readonly string[] Facets = ["kind", "sector", "firm"];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Adding_changing_deleting_and_merging_give_what_a_fresh_build_gives(int seed)
    {
        var random = new Random(seed);
        var truth = new Dictionary<string, SearchDocument>(StringComparer.Ordinal);
        var index = IndexOf();
        for (var step = 1; step <= 120; step++)
        {
            var changed = Enumerable.Range(0, 1 + random.Next(6)).Select(_ => $"d{random.Next(60)}").Distinct().ToArray();
            foreach (var id in changed)
            {
                if (random.Next(3) == 0)
                    truth.Remove(id);
                else
                    truth[id] = RandomDocument(random, id);
            }
            index.Apply([.. changed.Select(id => new DocumentKey("product", id))], truth.Values.Where(d => changed.Contains(d.Id)), step);
            if (random.Next(3) == 0)
                index.Merge();
            index.State.ShouldBe(new SearchIndexState(truth.Count, step, true));
            if (step % 20 == 0)
                ShouldAnswerAlike(index, IndexOf(truth.Values), scores: false);
        }
        while (index.Merge())
        {
        }
        var merged = new SearchIndex();
        merged.Replace(new([SegmentMerger.Merge(index.Snapshot.Segments)], 1, Glossary.Empty));
        ShouldAnswerAlike(merged, IndexOf(truth.Values), scores: true);
    }

    [Fact]
    public void Small_segments_are_merged_so_that_few_remain()
    {
        var random = new Random(3);
        var index = IndexOf();
        for (var i = 0; i < 300; i++)
        {
            index.Apply([], [RandomDocument(random, $"d{i}")], i);
            while (index.Merge())
            {
            }
        }
        index.Snapshot.Segments.Length.ShouldBeLessThan(20);
        index.State.Documents.ShouldBe(300);
    }

    [Fact]
    public async Task A_streamed_build_in_batches_gives_what_one_batch_gives()
    {
        var random = new Random(8);
        var documents = Enumerable.Range(0, 3500).Select(i => RandomDocument(random, $"d{i}")).ToArray();
        var build = new IndexBuild(Glossary.Empty);
        foreach (var document in documents.Append(documents[7]))
            await build.AddAsync(document, TestContext.Current.CancellationToken);
        var index = new SearchIndex();
        index.Replace(new(await build.CompleteAsync(TestContext.Current.CancellationToken), 1, Glossary.Empty));
        index.State.Documents.ShouldBe(3500);
        index.Snapshot.Segments.Length.ShouldBe(1);
        ShouldAnswerAlike(index, IndexOf(documents), scores: true);
    }

    [Fact]
    public async Task Readers_always_see_a_whole_index_while_it_changes()
    {
        var index = IndexOf(Enumerable.Range(0, 50).Select(i => Document($"d{i}", ("en", "pump"))));
        using var stop = new CancellationTokenSource();
        var reads = 0;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (; !stop.IsCancellationRequested; Interlocked.Increment(ref reads))
            {
                // Each change replaces a document by itself, so the number never changes.
                var answer = index.Search(new() { Text = "pump", Culture = "en", PageSize = 100, Facets = ["kind"] });
                answer.Total.ShouldBe(50);
                answer.Hits.Select(h => h.Id).Distinct().Count().ShouldBe(50);
                answer.Facets[0].Values.ShouldBe([new("product", 50, false)]);
            }
        }, TestContext.Current.CancellationToken)).ToArray();
        var merging = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                index.Merge();
        }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 600 || (Volatile.Read(ref reads) == 0 && readers.All(r => !r.IsCompleted)); i++)
            index.Apply([new("product", $"d{i % 50}")], [Document($"d{i % 50}", ("en", "pump " + i))], i);
        await stop.CancelAsync();
        await merging;
        await Task.WhenAll(readers);
        reads.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_merge_that_runs_while_the_index_is_replaced_changes_nothing()
    {
        var index = IndexOf();
        for (var i = 0; i < 10; i++)
            index.Apply([], [Document($"d{i}", ("en", "pump"))], i);
        var old = index.Snapshot;
        index.Replace(IndexOf(Document("new", ("en", "pump"))).Snapshot.Segments, 99, Glossary.Empty);
        index.Merge();
        index.Ids("pump").ShouldBe(["new"]);
        old.DocumentCount.ShouldBe(10);
    }

    [Fact]
    public void A_document_without_a_card_is_left_out() =>
        IndexOf(Document("a", ("en", "pump")) with { Cards = [] }, Document("b", ("en", "pump"))).Ids("pump").ShouldBe(["b"]);

    [Fact]
    public void An_empty_index_answers() => new SearchIndex().Search(new() { Text = "x", Culture = "en", Facets = ["sector"] }).Total.ShouldBe(0);

    internal static void ShouldAnswerAlike(ISearchIndex index, ISearchIndex other, bool scores)
    {
        foreach (var text in Words.Append("").Append("pump kit").Append("model-17").Append("nothing"))
        {
            foreach (var sort in Enum.GetValues<SearchSort>())
            {
                // In quotation marks, what is found does not depend on how rare the words are.
                var query = new SearchQuery { Text = scores || text.Length == 0 ? text : $"\"{text}\"", Culture = "fa", Sort = sort, PageSize = 100, Facets = Facets, Chosen = text.Length % 3 == 0 ? [new("sector", "s1")] : [] };
                Shown(index.Search(query), scores).ShouldBe(Shown(other.Search(query), scores));
            }
        }
    }

    // Deleted documents count for how rare a word is until they are merged away, so until then only the set is compared.
    private static string Shown(SearchAnswer answer, bool scores) => JsonSerializer.Serialize(new
    {
        answer.Total,
        answer.AllWords,
        answer.Facets,
        Hits = scores
            ? answer.Hits.Select(h => $"{h.Id} {h.Score:F6} {string.Join(';', h.Highlights.Select(l => l.Text))}").ToArray()
            : answer.Hits.Select(h => $"{h.Id} {h.Card.Name}").Order(StringComparer.Ordinal).ToArray(),
    });

    private static readonly string[] Classes = ["Machines; pumps", "Instruments\nMedical instruments", "Chemicals"];

    internal static SearchDocument RandomDocument(Random random, string id)
    {
        string Pick(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
        return Document(id, ("en", Pick(3)), ("fa", Pick(2)))
            .With(SearchField.Description, "ru", Pick(12))
            .With(SearchField.Classification, "en", Classes[random.Next(Classes.Length)])
            .Coded("model", $"model-{random.Next(30)}")
            .Coded("hs", $"{300400 + random.Next(9)}")
            .Facet("sector", $"s{random.Next(3)}")
            .Facet("firm", $"f{random.Next(20)}") with { Published = DateTimeOffset.UnixEpoch.AddHours(random.Next(50)) };
    }
}
