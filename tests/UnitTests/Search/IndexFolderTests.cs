using ExportPortal.Search.Files;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class IndexFolderTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("index-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void A_saved_index_is_loaded_as_it_was()
    {
        var index = FillAndSave();
        var loaded = Load(out var why);
        why.ShouldBeNull();
        loaded.ShouldNotBeNull().State.ShouldBe(index.State);
        IndexLifeTests.ShouldAnswerAlike(loaded, index, scores: true);
    }

    [Fact]
    public void A_loaded_index_goes_on_changing_and_is_saved_again()
    {
        FillAndSave();
        using (var folder = IndexFolder.TryOpen(_path).ShouldNotBeNull())
        {
            var saved = folder.Load(out _).ShouldNotBeNull();
            var index = new SearchIndex();
            index.Replace(saved.Segments, saved.Position, Glossary.Empty);
            index.Apply([new("product", "d3"), new("product", "d4")], [Document("d3", ("en", "zeppelin"))], 100);
            while (index.Merge())
            {
            }
            folder.Save(index.Snapshot, "mark", "form");
            index.Apply([], [Document("d5", ("en", "zeppelin"))], 101);
            folder.Save(index.Snapshot, "mark", "form");
        }
        var loaded = Load(out _).ShouldNotBeNull();
        loaded.State.Position.ShouldBe(101);
        loaded.Ids("zeppelin").ShouldBe(["d3", "d5"]);
        loaded.State.Documents.ShouldBe(39);
        Files("*.seg*").Length.ShouldBeLessThan(10);
    }

    [Fact]
    public void What_was_saved_is_read_from_the_file_and_a_merged_file_serves_its_last_reader()
    {
        using var folder = IndexFolder.TryOpen(_path).ShouldNotBeNull();
        var index = IndexOf(Document("a", ("en", "pump one")), Document("b", ("en", "pump two")));
        folder.Save(index.Snapshot, "mark", "form");
        var old = index.Snapshot;
        old.Segments[0].Segment.Stored.ShouldBeOfType<StoredBytes.InFile>();
        index.Apply([new("product", "a")], [], 2);
        while (index.Merge())
        {
        }
        folder.Save(index.Snapshot, "mark", "form");
        Files("*.seg").Length.ShouldBe(1);
        using (var document = old.Segments[0].Segment.ReadDocument(0))
            document.Id.ShouldBe("a");
        index.Ids("pump").ShouldBe(["b"]);
    }

    [Fact]
    public void Only_one_may_own_the_folder()
    {
        using (IndexFolder.TryOpen(_path).ShouldNotBeNull())
            IndexFolder.TryOpen(_path).ShouldBeNull();
        IndexFolder.TryOpen(_path).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void An_empty_folder_holds_no_index()
    {
        Load(out var why).ShouldBeNull();
        why.ShouldBe("there is none");
    }

    [Fact]
    public void A_file_with_any_bit_flipped_is_not_used()
    {
        FillAndSave();
        var random = new Random(4);
        foreach (var file in Files("*").Where(f => !f.EndsWith("lock", StringComparison.Ordinal)))
        {
            var whole = File.ReadAllBytes(file);
            var places = Enumerable.Range(0, 60).Concat(Enumerable.Range(whole.Length - 60, 60)).Concat(Enumerable.Range(0, 150).Select(_ => random.Next(whole.Length)));
            foreach (var place in places)
            {
                var broken = whole.ToArray();
                broken[place] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, broken);
                Load(out var why).ShouldBeNull($"bit at {place} of {Path.GetFileName(file)}");
                why.ShouldNotBeNullOrEmpty();
            }
            File.WriteAllBytes(file, whole);
        }
        Load(out _).ShouldNotBeNull();
    }

    [Fact]
    public void A_shortened_lengthened_missing_or_empty_file_is_not_used()
    {
        FillAndSave();
        var random = new Random(4);
        foreach (var file in Files("*").Where(f => !f.EndsWith("lock", StringComparison.Ordinal)))
        {
            var whole = File.ReadAllBytes(file);
            foreach (var length in Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length)).Append(0).Append(whole.Length - 1))
            {
                File.WriteAllBytes(file, whole[..length]);
                Load(out _).ShouldBeNull();
            }
            File.WriteAllBytes(file, [.. whole, 0]);
            Load(out _).ShouldBeNull();
            File.Delete(file);
            Load(out _).ShouldBeNull();
            File.WriteAllBytes(file, whole);
        }
        Load(out _).ShouldNotBeNull();
    }

    [Fact]
    public void Of_an_index_that_is_not_used_no_file_stays_open()
    {
        FillAndSave();
        var files = Files("*.seg");
        files.Length.ShouldBeGreaterThan(1);
        var open = CountOpen();
        File.WriteAllBytes(files[0], File.ReadAllBytes(files[0])[..^1]);
        Load(out _).ShouldBeNull();
        CountOpen().ShouldBe(open);
    }

    private int CountOpen() => Directory.EnumerateFiles("/proc/self/fd").Select(f => new FileInfo(f).LinkTarget)
        .Count(t => t is not null && t.StartsWith(_path, StringComparison.Ordinal) && t.EndsWith(".seg", StringComparison.Ordinal));

    [Fact]
    public void What_a_broken_save_left_does_not_matter()
    {
        var index = FillAndSave();
        File.WriteAllText(Path.Combine(_path, "00000099.seg"), "half");
        File.WriteAllText(Path.Combine(_path, "00000100.seg.tmp"), "half");
        File.WriteAllText(Path.Combine(_path, "index.json.tmp"), "half");
        Load(out _).ShouldNotBeNull().State.ShouldBe(index.State);
        using var folder = IndexFolder.TryOpen(_path).ShouldNotBeNull();
        folder.Save(IndexOf(Document("a", ("en", "A"))).Snapshot, "mark", "form");
        Files("*.seg*").Select(Path.GetFileName).ShouldBe(["00000101.seg"]);
    }

    [Fact]
    public void An_index_of_another_analysis_is_not_used()
    {
        FillAndSave();
        var list = Path.Combine(_path, "index.json");
        var json = File.ReadAllText(list).Split('\n', 2)[1].Replace("\"Analysis\":\"", "\"Analysis\":\"0-", StringComparison.Ordinal);
        var checksum = Checksum.Add(0, System.Text.Encoding.UTF8.GetBytes(json)).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        File.WriteAllText(list, $"{checksum}\n{json}");
        Load(out var why).ShouldBeNull();
        why.ShouldNotBeNull().ShouldContain("analysis 0-");
    }

    [Fact]
    public void The_checksum_is_that_of_crc_32c() =>
        (~Checksum.Add(uint.MaxValue, "123456789"u8)).ShouldBe(0xE3069283);

    private SearchIndex FillAndSave()
    {
        var random = new Random(21);
        var index = IndexOf(Enumerable.Range(0, 30).Select(i => IndexLifeTests.RandomDocument(random, $"d{i}")));
        index.Apply([new("product", "d1"), new("product", "d2")], [IndexLifeTests.RandomDocument(random, "d2")], 6);
        index.Apply([], Enumerable.Range(30, 11).Select(i => IndexLifeTests.RandomDocument(random, $"d{i}")), 7);
        using var folder = IndexFolder.TryOpen(_path).ShouldNotBeNull();
        folder.Save(index.Snapshot, "mark", "form");
        return index;
    }

    private SearchIndex? Load(out string? why)
    {
        using var folder = IndexFolder.TryOpen(_path).ShouldNotBeNull();
        if (folder.Load(out why) is not { } found)
            return null;
        var index = new SearchIndex();
        index.Replace(found.Segments, found.Position, Glossary.Empty);
        return index;
    }

    private string[] Files(string pattern) => Directory.GetFiles(_path, pattern);
}
