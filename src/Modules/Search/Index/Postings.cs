using System.Runtime.CompilerServices;

namespace ExportPortal.Search.Index;

/// <summary>
/// How postings are written. A posting is a section (a document's texts of one culture) as the distance from the one before,
/// seven bits a byte, lowest first; then a byte for each field the term stands in: the top bit says that another follows,
/// three bits name the field, four count the occurrences up to sixteen.
/// </summary>
internal static class Postings
{
    public const int MaxFields = 8;
    public const int MaxCount = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadDistance(ReadOnlySpan<byte> from, ref int at)
    {
        int value = from[at++];
        if (value < 0x80)
            return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            int next = from[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    /// <summary>Reads over a posting to the next, and gives its section; past the last, the greatest number.</summary>
    public static int NextSection(ReadOnlySpan<byte> postings, ref int at, int section)
    {
        if (at == postings.Length)
            return int.MaxValue;
        section += ReadDistance(postings, ref at);
        SkipEntries(postings, ref at);
        return section;
    }

    /// <summary>Reads over the fields of a posting.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SkipEntries(ReadOnlySpan<byte> postings, ref int at)
    {
        while (MoreAfter(postings[at++]))
        {
        }
    }

    /// <summary>The sections that stand in both.</summary>
    public static List<int> Together(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var together = new List<int>();
        int firstAt = 0, secondAt = 0;
        int one = NextSection(first, ref firstAt, 0), other = NextSection(second, ref secondAt, 0);
        while (one != int.MaxValue && other != int.MaxValue)
        {
            if (one == other)
                together.Add(one);
            var (forward, back) = (one <= other, other <= one);
            if (forward)
                one = NextSection(first, ref firstAt, one);
            if (back)
                other = NextSection(second, ref secondAt, other);
        }
        return together;
    }

    public static int FieldOf(byte entry) => (entry >> 4) & 7;

    public static int CountOf(byte entry) => (entry & 15) + 1;

    public static bool MoreAfter(byte entry) => entry >= 0x80;
}

/// <summary>Writes the postings of terms one after another.</summary>
internal sealed class PostingsWriter(int capacity)
{
    private byte[] _bytes = new byte[Math.Max(capacity, 64)];
    private int _section;
    private int _lastField = -1;

    public int Length { get; private set; }

    public byte[] ToArray() => _bytes.AsSpan(0, Length).ToArray();

    public void BeginTerm()
    {
        _section = 0;
        _lastField = -1;
    }

    /// <summary>Begins the posting of a section; sections rise within a term. At least one field follows.</summary>
    public void BeginSection(int section)
    {
        Ensure(5);
        var distance = (uint)(section - _section);
        while (distance >= 0x80)
        {
            _bytes[Length++] = (byte)(distance | 0x80);
            distance >>= 7;
        }
        _bytes[Length++] = (byte)distance;
        _section = section;
        _lastField = -1;
    }

    public void AddField(int field, int count) =>
        AddEntry((byte)(((field & 7) << 4) | (Math.Min(count, Postings.MaxCount) - 1)));

    /// <summary>Takes over an entry of another segment; whether another follows is set anew.</summary>
    public void AddEntry(byte entry)
    {
        Ensure(1);
        if (_lastField >= 0)
            _bytes[_lastField] |= 0x80;
        _lastField = Length;
        _bytes[Length++] = (byte)(entry & 0x7F);
    }

    private void Ensure(int more)
    {
        if (Length + more > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, _bytes.Length * 2L));
    }
}
