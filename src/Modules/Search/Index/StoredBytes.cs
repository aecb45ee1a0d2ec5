using Microsoft.Win32.SafeHandles;

namespace ExportPortal.Search.Index;

/// <summary>The stored documents of a segment, each read by its place, without a lock.</summary>
internal abstract class StoredBytes
{
    public abstract int LengthOf(int document);

    /// <summary>Reads a document into a room of its length.</summary>
    public abstract void Read(int document, Span<byte> target);

    /// <summary>A young segment's documents.</summary>
    public sealed class InMemory(byte[][] documents) : StoredBytes
    {
        public override int LengthOf(int document) => documents[document].Length;

        public override void Read(int document, Span<byte> target) => documents[document].CopyTo(target);
    }

    /// <summary>
    /// Documents in the segment's file. The handle closes when nobody refers to it any more, so a segment that was merged away,
    /// and its deleted file, serve their last readers; sooner only where it has none.
    /// </summary>
    public sealed class InFile(SafeFileHandle file, long offset, long[] starts) : StoredBytes, IDisposable
    {
        public void Dispose() => file.Dispose();

        public override int LengthOf(int document) => (int)(starts[document + 1] - starts[document]);

        public override void Read(int document, Span<byte> target)
        {
            for (var done = 0; done < target.Length;)
            {
                var read = RandomAccess.Read(file, target[done..], offset + starts[document] + done);
                if (read == 0)
                    throw new InvalidDataException("An index file became shorter while it was in use.");
                done += read;
            }
        }
    }

    /// <summary>A merged segment's documents, still where its parts had them, until it is written.</summary>
    public sealed class Borrowed : StoredBytes
    {
        private readonly (StoredBytes From, int Document)[] _places;

        public Borrowed(IEnumerable<(StoredBytes From, int Document)> places) =>
            _places = places.Select(p => p.From is Borrowed borrowed ? borrowed._places[p.Document] : p).ToArray();

        public override int LengthOf(int document) => _places[document].From.LengthOf(_places[document].Document);

        public override void Read(int document, Span<byte> target) => _places[document].From.Read(_places[document].Document, target);
    }
}
