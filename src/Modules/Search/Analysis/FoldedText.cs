using System.Text;

namespace ExportPortal.Search.Analysis;

/// <summary>A text folded character by character, each with its place in the original. Reused from text to text.</summary>
internal sealed class FoldedText(FoldTable table)
{
    private char[] _chars = new char[256];
    private CharClass[] _classes = new CharClass[256];
    private int[] _from = new int[256];
    private int[] _to = new int[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    public ReadOnlySpan<CharClass> Classes => _classes.AsSpan(0, Length);

    public int From(int index) => _from[index];

    public int To(int index) => _to[index];

    public void Read(ReadOnlySpan<char> text)
    {
        Length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    ReadPair(new Rune(text[i], text[i + 1]), i);
                    i++;
                }
                else
                {
                    Put(' ', CharClass.Separator, i, i + 1);
                }
                continue;
            }
            foreach (var folded in table.Fold(in text[i]))
                Put(folded, table.ClassOf(folded), i, i + 1);
        }
    }

    // Beyond the basic plane stand rare Han characters, which are words, styled Latin letters, which fold to plain ones,
    // living scripts, and pictures, which divide words.
    private void ReadPair(Rune rune, int at)
    {
        Span<char> units = stackalloc char[2];
        rune.EncodeToUtf16(units);
        if (rune.Value is >= 0x20000 and < 0x40000)
        {
            Put(units[0], CharClass.Unspaced, at, at + 2);
            Put(units[1], CharClass.Unspaced, at, at + 2);
            return;
        }
        var plain = rune.ToString().Normalize(NormalizationForm.FormKD);
        if (!char.IsSurrogate(plain[0]))
        {
            foreach (var c in plain)
                foreach (var folded in table.Fold(in c))
                    Put(folded, table.ClassOf(folded), at, at + 2);
        }
        else if (Rune.IsLetterOrDigit(rune))
        {
            Rune.ToLowerInvariant(rune).EncodeToUtf16(units);
            Put(units[0], CharClass.Other, at, at + 2);
            Put(units[1], CharClass.Other, at, at + 2);
        }
        else
        {
            Put(' ', CharClass.Separator, at, at + 2);
        }
    }

    private void Put(char folded, CharClass cls, int from, int to)
    {
        if (cls == CharClass.Mark)
        {
            if (Length == 0 || !CharClasses.IsWord(_classes[Length - 1]) || _to[Length - 1] != from)
                return;
            _to[Length - 1] = to;
            if (table.TryPair(_chars[Length - 1], folded, out var paired))
                _chars[Length - 1] = paired;
            return;
        }
        if (Length == _chars.Length)
        {
            Array.Resize(ref _chars, Length * 2);
            Array.Resize(ref _classes, Length * 2);
            Array.Resize(ref _from, Length * 2);
            Array.Resize(ref _to, Length * 2);
        }
        _chars[Length] = folded;
        _classes[Length] = cls;
        _from[Length] = from;
        _to[Length++] = to;
    }
}
