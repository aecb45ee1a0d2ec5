using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ExportPortal.Search;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using ExportPortal.Search.Queries;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>The structures that make searches fast, each compared with its plain meaning over random data.</summary>
public sealed class StructureTests
{
    private static readonly string[] Cultures = ["en", "fr", "ru"];

    [Theory]
    [InlineData(1, 70)]
    [InlineData(2, 1000)]
    [InlineData(3, 64)]
    public void Members_of_a_set_have_places_in_their_order(int seed, int size)
    {
        var (set, members) = RandomSet(new(seed), size, 0.3);
        var places = new RankedSet(set);
        places.Count.ShouldBe(members.Count);
        members.Select(m => places[m]).ShouldBe(Enumerable.Range(0, members.Count));
    }

    [Theory]
    [InlineData(1, 0.002)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.9)]
    [InlineData(4, 0)]
    public void Common_members_are_counted_whether_they_are_few_or_many(int seed, double share)
    {
        var random = new Random(seed);
        var (set, members) = RandomSet(random, 5000, share);
        var (other, others) = RandomSet(random, 5000, 0.5);
        new CountedSet(set).CountAnd(other).ShouldBe(members.Intersect(others).Count());
    }

    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(2, 40, 1)]
    [InlineData(3, 400, 1)]
    [InlineData(4, 400, 5)]
    [InlineData(5, 1, 0)]
    public void Values_of_a_facet_are_counted_as_they_stand(int seed, int values, int most)
    {
        const int documents = 700;
        var random = new Random(seed);
        var builder = new FacetsBuilder();
        var has = Enumerable.Range(0, documents).Select(_ => Enumerable.Range(0, random.Next(most + 1)).Select(_ => $"v{random.Next(values)}").ToHashSet()).ToArray();
        builder.Add(0, "facet", "only the first");
        for (var document = 0; document < documents; document++)
            foreach (var value in has[document])
                builder.Add(document, "facet", value);
        has[0].Add("only the first");
        var column = builder.Build(documents).Single();
        foreach (var share in (double[])[0, 0.01, 0.4, 1])
        {
            var (set, members) = RandomSet(random, documents, share);
            var counts = new int[column.Values.Length + 1];
            int[] places = [.. Enumerable.Range(1, column.Values.Length).Reverse()];
            column.Count(new(set), places, counts);
            counts.ShouldBe(column.Values.Select(v => members.Count(m => has[m].Contains(v))).Append(0).Reverse());
        }
        for (var round = 0; round < 5; round++)
        {
            var wanted = column.Values.Where(_ => random.Next(4) == 0).Append("unknown").ToArray();
            var any = column.Any(wanted);
            Enumerable.Range(0, documents).Where(d => any[d]).ShouldBe(Enumerable.Range(0, documents).Where(d => has[d].Overlaps(wanted)));
        }
    }

    [Fact]
    public void A_phrase_is_held_where_its_words_follow_each_other()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var words = Enumerable.Range(0, random.Next(40)).Select(_ => (ushort)random.Next(4)).ToArray();
            var phrase = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => (ushort)random.Next(4)).ToArray();
            var held = Enumerable.Range(0, words.Length).Any(i => words.Skip(i).Take(phrase.Length).SequenceEqual(phrase));
            WordSequence.Holds(MemoryMarshal.AsBytes<ushort>(words), phrase).ShouldBe(held);
        }
    }

    [Fact]
    public void A_word_counts_by_its_field_and_the_fields_length()
    {
        var weights = new FieldWeights([.. Enumerable.Range(0, Segment.FieldCount).Select(f => 3f + f)]);
        foreach (var field in Enum.GetValues<SearchField>())
            foreach (var length in (byte[])[1, 5, 128, 129, 255])
                weights.Of((int)field, length).ShouldBe(Ranking.Weight(field) / (1 + Ranking.LengthNorm(field) * (FieldLength.WordsOf(length) / (3.0 + (int)field) - 1)), 1e-12);
    }

    [Fact]
    public void A_fields_length_is_kept_exactly_where_it_is_short_and_nearly_where_it_is_long()
    {
        foreach (var words in Enumerable.Range(0, 129))
            FieldLength.WordsOf(FieldLength.CodeOf(words)).ShouldBe(words);
        foreach (var words in Enumerable.Range(129, 60_000))
            FieldLength.WordsOf(FieldLength.CodeOf(words)).ShouldBeInRange((int)(words * 0.95), words);
        FieldLength.CodeOf(int.MaxValue).ShouldBe(byte.MaxValue);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(300, 3)]
    [InlineData(2_000, 5)]
    [InlineData(500, 40_000)]
    public void Postings_are_read_from_the_section_that_is_wanted(int count, int gap)
    {
        var random = new Random(count);
        var section = 0;
        int[] sections = [.. Enumerable.Range(0, count).Select(i => section += i == 0 ? 0 : 1 + random.Next(gap))];
        var writer = new PostingsWriter(0);
        writer.BeginTerm();
        foreach (var written in sections)
        {
            writer.BeginSection(written);
            foreach (var field in FieldsOf(written))
                writer.AddField(field, 1 + written % 3);
        }
        var postings = writer.ToArray();
        foreach (var skips in (PostingSkips?[])[null, new(postings, sections.Length)])
        {
            foreach (var distance in (int[])[1, 7, 500, 40_000])
            {
                var cursor = new PostingsCursor(postings, skips);
                for (var (wanted, next) = (0, 0); ; wanted = sections[next] + 1 + random.Next(distance * gap))
                {
                    while (next < count && sections[next] < wanted)
                        next++;
                    cursor.MoveTo(wanted).ShouldBe(next < count);
                    if (next == count)
                        break;
                    var found = sections[next];
                    cursor.Section.ShouldBe(found);
                    cursor.Entries.ToArray().Select(e => (Postings.FieldOf(e), Postings.CountOf(e))).ShouldBe(FieldsOf(found).Select(f => (f, 1 + found % 3)));
                }
            }
        }
        static IEnumerable<int> FieldsOf(int section) => Enumerable.Range(0, 1 + section % 4).Select(f => f * 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_is_told_in_which_fields_of_a_document_words_stand(int seed)
    {
        var random = new Random(seed);
        var first = RandomSegment(random).Segment;
        var (deleted, _) = RandomSet(random, first.DocumentCount, 0.2);
        var second = new SegmentBuilder(Glossary.Empty);
        second.Add(Document("silent", ("en", "name")) with { Texts = [] });
        second.Add(Document("last", ("en", "name")).With(SearchField.Summary, "fr", "w0 w3"));
        var segment = SegmentMerger.Merge([new(first, deleted), new(second.Build(), null)]);
        var (_, some) = RandomSet(random, segment.DocumentCount - 2, 0.1);
        int[] members = [.. some, segment.DocumentCount - 2, segment.DocumentCount - 1];
        var fields = new FoundFields(segment, members.OrderDescending());
        (string Word, ulong Bits)[] words = [("w0", 1), ("w3", 2), ("w8", 6)];
        foreach (var (word, bits) in words)
            fields.Add(segment.Terms.Find(Term.Of(Term.Word, word)), bits);
        foreach (var member in members)
        {
            using var document = segment.ReadDocument(member);
            var expected = document.Texts.GroupBy(t => t.Culture).SelectMany(section => Enum.GetValues<SearchField>().Select(field => section
                .Where(t => t.Field == field).SelectMany(t => document.Text(t.Text).Split(' ')).SelectMany(w => words.Where(x => x.Word == w)).Aggregate(0UL, (all, w) => all | w.Bits)));
            fields.Of(member).ToArray().ShouldBe(document.Id == "silent" ? new ulong[Segment.FieldCount] : expected);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Documents_are_told_by_the_words_they_hold(int seed)
    {
        var random = new Random(seed);
        var (segment, texts) = RandomSegment(random);
        var words = new SegmentWords(segment);
        ulong[] bits = [1, 2, 4, 3, 8];
        string[][] groups = [["w0"], ["w1", "w5"], ["w2"], ["w7"], ["nowhere"]];
        foreach (var (bit, terms) in bits.Zip(groups))
            words.Add(bit, [.. terms.Select(t => segment.Terms.Find(Term.Of(Term.Word, t))).Where(t => t >= 0)]);
        var held = texts.Select(t => bits.Zip(groups).Where(g => g.Second.Any(t.Contains)).Aggregate(0UL, (all, g) => all | g.First)).ToArray();
        var (within, members) = RandomSet(random, segment.DocumentCount, 0.8);
        foreach (var wanted in (ulong[])[0, 1, 2, 3, 7, 8, 9])
        {
            Members(words.WithAll(wanted, within)).ShouldBe(members.Where(d => held[d] != 0 && (held[d] & wanted) == wanted));
            Members(words.WithAny(wanted, within)).ShouldBe(members.Where(d => (held[d] & wanted) != 0));
        }
        words.WordsOf(within).ShouldBe(members.Select(d => (d, held[d])));
        members.Select(words.WordsOf).ShouldBe(members.Select(d => held[d]));
    }

    [Theory]
    [InlineData(1, 0.01)]
    [InlineData(2, 0.3)]
    public void A_documents_score_is_the_same_whichever_others_are_scored(int seed, double share)
    {
        var random = new Random(seed);
        var (segment, texts) = RandomSegment(random);
        var snapshot = new Snapshot([new(segment, null)], 1, Glossary.Empty, ready: true);
        var (some, members) = RandomSet(random, segment.DocumentCount, share);
        using var ofAll = Score(snapshot, segment, BitSet.All(segment.DocumentCount));
        using var ofSome = Score(snapshot, segment, some);
        members.Select(ofSome.ScoreOf).ShouldBe(members.Select(ofAll.ScoreOf));
        Enumerable.Range(0, segment.DocumentCount).Where(d => ofAll.ScoreOf(d) > 0).ShouldBe(Enumerable.Range(0, texts.Length).Where(d => texts[d].Overlaps(["w0", "w1", "w7"])));
        members.Where(d => texts[d].Contains("w7")).ShouldAllBe(d => ofSome.ScoreOf(d) >= 10);
    }

    private static SegmentScores Score(Snapshot snapshot, Segment segment, BitSet documents)
    {
        var scores = new SegmentScores(snapshot, segment, ["fr", "en"], documents);
        scores.AddTerm(segment.Terms.Find(Term.Of(Term.Word, "w0")), 1);
        scores.AddTerm(segment.Terms.Find(Term.Of(Term.Word, "w1")), 0.5);
        scores.EndGroup();
        scores.AddFixed(segment.Terms.Find(Term.Of(Term.Word, "w7")), 10);
        scores.EndGroup();
        return scores;
    }

    [Fact]
    public void What_finds_near_words_is_made_once_however_many_ask_for_it_first()
    {
        for (var turn = 0; turn < 20; turn++)
        {
            var segment = RandomSegment(new(turn)).Segment;
            using var together = new Barrier(8);
            var made = new ConcurrentBag<object>();
            Thread[] readers = [.. Enumerable.Range(0, 8).Select(_ => new Thread(() =>
            {
                together.SignalAndWait();
                made.Add(segment.NearWords);
                made.Add(segment.NearClassWords);
            }))];
            foreach (var reader in readers)
                reader.Start();
            foreach (var reader in readers)
                reader.Join();
            made.Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(2);
        }
    }

    // w0 stands in most documents, w8 in few.
    private static (Segment Segment, HashSet<string>[] Words) RandomSegment(Random random)
    {
        var builder = new SegmentBuilder(Glossary.Empty);
        var words = Enumerable.Range(0, 500).Select(_ => new HashSet<string>()).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            var document = Document($"d{i}", [.. Cultures.Where(_ => random.Next(3) > 0).Select(c => (c, "name")).DefaultIfEmpty(("en", "name"))]);
            foreach (var culture in Cultures)
            {
                var text = Enumerable.Range(0, random.Next(12)).Select(_ => $"w{(int)Math.Pow(10, random.NextDouble()) - 1}").ToArray();
                words[i].UnionWith(text);
                document = document.With((SearchField)random.Next(5), culture, string.Join(' ', text));
            }
            builder.Add(document);
        }
        return (builder.Build(), words);
    }

    private static (BitSet Set, List<int> Members) RandomSet(Random random, int size, double share)
    {
        var set = new BitSet(size);
        var members = Enumerable.Range(0, size).Where(_ => random.NextDouble() < share).ToList();
        members.ForEach(set.Set);
        return (set, members);
    }

    private static IEnumerable<int> Members(BitSet set) => Enumerable.Range(0, set.Size).Where(i => set[i]);
}
