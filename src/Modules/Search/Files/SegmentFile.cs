using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Index;
using Microsoft.Win32.SafeHandles;

namespace ExportPortal.Search.Files;

/// <summary>A segment as a file: written once, never changed.</summary>
internal static class SegmentFile
{
    /// <summary>Counts up when the order or the meaning of the arrays changes.</summary>
    public const int Format = 4;

    private const string Magic = "ExportPortal search segment";

    // Files are written as the processor keeps numbers; on another they are unknown, and the index is built anew.
    private const uint ByteOrder = 0x01020304;

    /// <summary>Writes a segment, safely on disk when it returns, and lets its documents be read from there from now on.</summary>
    public static void Write(string path, Segment segment)
    {
        var temporary = path + ".tmp";
        long offset;
        var stored = segment.Stored;
        var starts = new long[segment.DocumentCount + 1];
        for (var i = 0; i < segment.DocumentCount; i++)
            starts[i + 1] = starts[i] + stored.LengthOf(i);
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            var writer = new ArchiveWriter(stream);
            WriteArrays(writer, segment);
            writer.Write<long>(starts);
            offset = stream.Position;
            var room = Array.Empty<byte>();
            for (var i = 0; i < segment.DocumentCount; i++)
            {
                if (room.Length < stored.LengthOf(i))
                    room = new byte[stored.LengthOf(i)];
                var document = room.AsSpan(0, stored.LengthOf(i));
                stored.Read(i, document);
                writer.WriteRaw(document);
            }
            writer.Complete();
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        segment.Stored = new StoredBytes.InFile(Open(path), offset, starts);
    }

    /// <summary>Reads a segment. A file that is not as it was written is refused with an <see cref="InvalidDataException"/>.</summary>
    public static Segment Read(string path)
    {
        var file = Open(path);
        try
        {
            return Read(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Segment Read(SafeFileHandle file)
    {
        var reader = new ArchiveReader(file);
        if (reader.ReadString() != Magic || reader.Read<uint>() is not [ByteOrder] || reader.Read<int>() is not [Format])
            throw new InvalidDataException("An index file is of another format.");
        var terms = new TermDictionary(reader.Read<char>(), reader.Read<int>());
        var counts = reader.Read<int>();
        var postingStarts = reader.Read<int>();
        var postings = reader.Read<byte>();
        var cultures = reader.ReadStrings();
        var sectionDocument = reader.Read<int>();
        var sectionCulture = reader.Read<byte>();
        var lengths = new byte[Segment.FieldCount][];
        for (var field = 0; field < lengths.Length; field++)
            lengths[field] = reader.Read<byte>();
        var identities = reader.Read<int>();
        var published = reader.Read<long>();
        var facets = reader.ReadStrings().Select(facet => (facet, values: reader.ReadStrings(), starts: reader.Read<int>(), members: reader.Read<int>())).ToArray();
        var sortKeys = new SortKeys[PortalCultures.All.Count];
        for (var i = 0; i < sortKeys.Length; i++)
            sortKeys[i] = new(reader.Read<int>(), reader.Read<byte>());
        var shared = reader.ReadStrings();
        var starts = reader.Read<long>();
        var offset = reader.Position;
        reader.Skip(starts.Length == 0 ? 0 : starts[^1]);
        reader.Complete();
        return new(new StoredBytes.InFile(file, offset, starts))
        {
            Terms = terms,
            PostingCounts = counts,
            PostingStarts = postingStarts,
            PostingBytes = postings,
            Cultures = cultures,
            SectionDocument = sectionDocument,
            SectionCulture = sectionCulture,
            Lengths = lengths,
            IdentityTerms = identities,
            Published = published,
            // Their bit sets are made here, so only once the checksum is known to be right.
            Facets = Array.ConvertAll(facets, f => new FacetColumn(f.facet, f.values, f.starts, f.members, identities.Length)),
            SortKeys = sortKeys,
            Shared = new(shared),
        };
    }

    private static void WriteArrays(ArchiveWriter writer, Segment segment)
    {
        writer.Write(Magic);
        writer.Write<uint>([ByteOrder]);
        writer.Write<int>([Format]);
        writer.Write<char>(segment.Terms.Chars);
        writer.Write<int>(segment.Terms.Starts);
        writer.Write<int>(segment.PostingCounts);
        writer.Write<int>(segment.PostingStarts);
        writer.Write<byte>(segment.PostingBytes);
        writer.Write(segment.Cultures);
        writer.Write<int>(segment.SectionDocument);
        writer.Write<byte>(segment.SectionCulture);
        foreach (var lengths in segment.Lengths)
            writer.Write<byte>(lengths);
        writer.Write<int>(segment.IdentityTerms);
        writer.Write<long>(segment.Published);
        writer.Write(segment.Facets.Select(f => f.Facet).ToArray());
        foreach (var facet in segment.Facets)
        {
            writer.Write(facet.Values);
            writer.Write<int>(facet.Starts);
            writer.Write<int>(facet.Members);
        }
        foreach (var keys in segment.SortKeys)
        {
            writer.Write<int>(keys.Starts);
            writer.Write<byte>(keys.Bytes);
        }
        writer.Write(segment.Shared.All);
    }

    private static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
}
