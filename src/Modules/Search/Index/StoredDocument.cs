using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Index;

/// <summary>
/// A document as bytes: a table of its distinct strings (a name stands in texts and card but once), then numbers that refer to it.
/// Strings are decoded only when asked for, as a page of results needs few of them. The bytes are lent: who reads a document gives it back.
/// </summary>
internal sealed class StoredDocument : IDisposable
{
    // How many numbers it says before the rest, and those: what a card holds, each by the number of its string.
    private const int CardLength = 12;

    private readonly byte[] _bytes;
    private readonly int[] _strings;
    private readonly int[] _cards;
    private readonly int _sequences;
    private readonly List<SharedText> _shared = [];
    private int _at;

    public StoredDocument(StoredBytes stored, SharedTexts shared, int document)
    {
        var length = stored.LengthOf(document);
        _bytes = ArrayPool<byte>.Shared.Rent(length);
        stored.Read(document, _bytes.AsSpan(0, length));
        _strings = new int[ReadNumber() + 1];
        for (var i = 0; i + 1 < _strings.Length; i++)
            _strings[i + 1] = ReadNumber();
        _strings[0] = _at;
        for (var i = 1; i < _strings.Length; i++)
            _strings[i] += _strings[i - 1];
        _at = _strings[^1];

        Kind = Text(ReadNumber());
        Id = Text(ReadNumber());
        Texts = new StoredText[ReadNumber()];
        for (var i = 0; i < Texts.Length; i++)
            Texts[i] = (SearchField)ReadNumber() is var field && SharedTexts.IsShared(field) ? ReadShared(field, shared) : new(field, ReadNumber(), ReadNumber());
        _cards = new int[ReadNumber() * CardLength];
        for (var i = 0; i < _cards.Length; i++)
            _cards[i] = ReadNumber();
        _sequences = _at;
    }

    public readonly record struct StoredText(SearchField Field, int Culture, int Text);

    public string Kind { get; }

    public string Id { get; }

    /// <summary>The texts, by the numbers of their strings.</summary>
    public StoredText[] Texts { get; }

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    /// <summary>A text's letters, into a room that is made larger where it must be.</summary>
    public ReadOnlySpan<char> Text(int number, ref char[] room)
    {
        var bytes = Bytes(number);
        if (room.Length < bytes.Length)
            room = new char[bytes.Length];
        return room.AsSpan(0, Encoding.UTF8.GetChars(bytes, room));
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private StoredText ReadShared(SearchField field, SharedTexts shared)
    {
        var culture = ReadNumber();
        _shared.Add(shared[new(ReadNumber(), ReadNumber())]);
        return new(field, culture, _strings.Length - 2 + _shared.Count);
    }

    // Shared texts are numbered after the document's own.
    private ReadOnlySpan<byte> Bytes(int number) => number < _strings.Length - 1
        ? _bytes.AsSpan(_strings[number], _strings[number + 1] - _strings[number])
        : _shared[number - _strings.Length + 1].Bytes;

    /// <summary>True if a text holds the words one after another.</summary>
    public bool Holds(ushort[] phrase) => SaysItself(phrase) || _shared.Exists(text => WordSequence.Holds(text.Words, phrase));

    /// <summary>How many of the phrases some text of its own holds.</summary>
    public int CountHeld(IEnumerable<ushort[]> phrases) => phrases.Count(SaysItself);

    private bool SaysItself(ushort[] phrase)
    {
        var at = _sequences;
        foreach (var text in Texts)
            if (!SharedTexts.IsShared(text.Field) && WordSequence.Holds(NextSequence(ref at), phrase))
                return true;
        return false;
    }

    private ReadOnlySpan<byte> NextSequence(ref int at)
    {
        var length = Postings.ReadDistance(_bytes, ref at) * WordSequence.BytesPerWord;
        at += length;
        return _bytes.AsSpan(at - length, length);
    }

    /// <summary>The card in the first culture of the chain that has one, else the first card.</summary>
    public SearchCard CardFor(IReadOnlyList<string> chain)
    {
        foreach (var culture in chain)
            for (var at = 0; at < _cards.Length; at += CardLength)
                if (Ascii.EqualsIgnoreCase(Bytes(_cards[at + 1]), culture))
                    return ReadCard(_cards.AsSpan(at, CardLength));
        return ReadCard(_cards.AsSpan(0, CardLength));
    }

    private SearchCard ReadCard(ReadOnlySpan<int> card) => new()
    {
        Culture = Text(card[1]),
        Name = Text(card[2]),
        Summary = Text(card[3]),
        Path = Text(card[4]),
        Image = Optional(card[5]),
        ImageAlt = Optional(card[6]),
        OrganisationId = Optional(card[7]),
        OrganisationName = Optional(card[8]),
        OrganisationCulture = Optional(card[9]),
        Sector = Optional(card[10]),
        Sample = card[11] == 1,
    };

    private string? Optional(int number) => number == 0 ? null : Text(number - 1);

    private int ReadNumber() => Postings.ReadDistance(_bytes, ref _at);

    /// <summary>The bytes of a document.</summary>
    /// <param name="document">What is stored.</param>
    /// <param name="sequences">The words of each of its own texts, in order.</param>
    public static byte[] Write(SearchDocument document, IEnumerable<IReadOnlyList<ushort>> sequences)
    {
        var writer = new Writer();
        writer.AddString(document.Kind);
        writer.AddString(document.Id);
        writer.AddNumber(document.Texts.Count);
        foreach (var text in document.Texts)
        {
            writer.AddNumber((int)text.Field);
            writer.AddString(text.Culture);
            if (SharedTexts.IsShared(text.Field))
                writer.AddKey(SharedTexts.KeyOf(text.Text));
            else
                writer.AddString(text.Text);
        }
        writer.AddNumber(document.Cards.Count);
        foreach (var card in document.Cards)
        {
            writer.AddNumber(CardLength - 1);
            writer.AddString(card.Culture);
            writer.AddString(card.Name);
            writer.AddString(card.Summary);
            writer.AddString(card.Path);
            writer.AddOptional(card.Image);
            writer.AddOptional(card.ImageAlt);
            writer.AddOptional(card.OrganisationId);
            writer.AddOptional(card.OrganisationName);
            writer.AddOptional(card.OrganisationCulture);
            writer.AddOptional(card.Sector);
            writer.AddNumber(card.Sample ? 1 : 0);
        }
        return writer.ToArray(sequences);
    }

    private sealed class Writer
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<byte[]> _strings = [];
        private readonly List<int> _body = [];

        public void AddNumber(int number) => _body.Add(number);

        public void AddKey(SharedKey key)
        {
            AddNumber(key.High);
            AddNumber(key.Low);
        }

        public void AddString(string text) => _body.Add(NumberOf(text));

        public void AddOptional(string? text) => _body.Add(text is null ? 0 : NumberOf(text) + 1);

        private int NumberOf(string text)
        {
            if (_numbers.TryGetValue(text, out var number))
                return number;
            _strings.Add(Encoding.UTF8.GetBytes(text));
            return _numbers[text] = _strings.Count - 1;
        }

        public byte[] ToArray(IEnumerable<IReadOnlyList<ushort>> sequences)
        {
            using var bytes = new MemoryStream();
            WriteNumber(bytes, _strings.Count);
            foreach (var text in _strings)
                WriteNumber(bytes, text.Length);
            foreach (var text in _strings)
                bytes.Write(text);
            foreach (var number in _body)
                WriteNumber(bytes, number);
            foreach (var sequence in sequences)
            {
                WriteNumber(bytes, sequence.Count);
                bytes.Write(MemoryMarshal.AsBytes<ushort>(sequence.ToArray()));
            }
            return bytes.ToArray();
        }

        private static void WriteNumber(MemoryStream bytes, int number)
        {
            for (; number >= 0x80; number >>= 7)
                bytes.WriteByte((byte)(number | 0x80));
            bytes.WriteByte((byte)number);
        }
    }
}
