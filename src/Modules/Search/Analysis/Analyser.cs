namespace ExportPortal.Search.Analysis;

/// <summary>
/// Cuts texts of any language into terms with their places in the original. The same cutting serves documents, queries and
/// highlights. Keeps its buffers, so one instance serves one caller at a time.
/// </summary>
internal sealed class Analyser
{
    /// <summary>Longer words are compared by this many characters.</summary>
    public const int MaxTermLength = 64;

    private const int MaxJoinedLength = 40;
    private const int MaxJoinedParts = 12;
    private const int MinCodeParts = 3;
    private const int MaxMakerLetters = 4;

    private readonly FoldedText _text = new(FoldTable.Default);
    private readonly List<Token> _tokens = [];
    private char[] _terms = new char[256];
    private int _termLength;
    private int _word;

    public IReadOnlyList<Token> Tokens => _tokens;

    public ReadOnlySpan<char> Term(in Token token) => _terms.AsSpan(token.Start, token.Length);

    /// <summary>The folded characters between two places: neighbouring words stand there without what divided them.</summary>
    public ReadOnlySpan<char> Terms(int start, int end) => _terms.AsSpan(start, end - start);

    public void Read(ReadOnlySpan<char> text)
    {
        _text.Read(text);
        _tokens.Clear();
        _termLength = 0;
        _word = 0;
        if (_terms.Length < _text.Length)
            _terms = new char[_text.Length * 2];

        var before = default(WordBounds);
        for (var i = 0; i < _text.Length;)
        {
            var cls = _text.Classes[i];
            if (cls == CharClass.Unspaced)
            {
                i = ReadUnspaced(i);
                before = default;
            }
            else if (CharClasses.IsWord(cls))
            {
                var word = ReadWord(i);
                JoinAffix(before, word);
                JoinCode(before, word);
                before = word;
                i = word.End;
            }
            else
            {
                i++;
            }
        }
    }

    private readonly record struct WordBounds(int Begin, int End, int Parts, Token First, Token Last)
    {
        public int TermStart => First.Start;
        public int TermEnd => Last.Start + Last.Length;
    }

    private int ReadUnspaced(int i)
    {
        var before = default(Token);
        var chars = _text.Chars;
        var classes = _text.Classes;
        while (i < _text.Length && classes[i] == CharClass.Unspaced)
        {
            var units = char.IsHighSurrogate(chars[i]) && i + 1 < _text.Length ? 2 : 1;
            var single = new Token(TokenKind.Single, CharClass.Unspaced, _termLength, units, _text.From(i), _text.To(i + units - 1), _word);
            Keep(i, units);
            _tokens.Add(single);
            if (before.Length > 0)
                _tokens.Add(new(TokenKind.Pair, CharClass.Unspaced, before.Start, before.Length + units, before.From, single.To, _word));
            before = single;
            i += units;
        }
        _word++;
        return i;
    }

    private WordBounds ReadWord(int begin)
    {
        begin = PassElided(begin);
        var classes = _text.Classes;
        var firstToken = _tokens.Count;
        var parts = 0;
        for (var i = begin; ;)
        {
            var after = classes[i] == CharClass.Digit ? ReadNumber(i) : ReadLetters(i);
            parts++;
            var touches = after < _text.Length && CharClasses.IsSpaced(classes[after]);
            var joined = after + 1 < _text.Length && classes[after] == CharClass.Join && CharClasses.IsSpaced(classes[after + 1]);
            if (!touches && !joined)
            {
                var bounds = new WordBounds(begin, after, parts, _tokens[firstToken], _tokens[^1]);
                if (parts is > 1 and <= MaxJoinedParts)
                    AddJoined(bounds.First, bounds.Last, minimum: IsNumber(firstToken) ? 5 : 2);
                _word++;
                return bounds;
            }
            i = touches ? after : after + 1;
        }
    }

    // "l'insuline" begins with "insuline" to a French reader, and is to be found as that is.
    private int PassElided(int begin)
    {
        var classes = _text.Classes;
        var end = begin;
        while (end < _text.Length && classes[end] == CharClass.Latin)
            end++;
        return end > begin && end + 1 < _text.Length && _text.Chars[end] is '\'' or '’' && classes[end + 1] == CharClass.Latin
            && WordLists.Default.IsElided(_text.Chars[begin..end]) ? end + 1 : begin;
    }

    private int ReadLetters(int begin)
    {
        var classes = _text.Classes;
        var end = begin;
        while (end < _text.Length && classes[end] == classes[begin])
            end++;
        AddWord(classes[begin], begin, end);
        return end;
    }

    // 1,000 is one number, so is 12.5; of 9002-89-5 each part is one. Between digits a comma mostly divides (10,11 and 1,4-dioxane):
    // it is a point behind a nought alone, as in 0,25, and behind the letter or cross of a size, as in M12x1,5.
    private int ReadNumber(int begin)
    {
        var end = EndOfDigits(begin);
        var start = _termLength;
        var first = Math.Min(end - begin, MaxTermLength);
        Keep(begin, first);
        var mark = end < _text.Length ? _text.Chars[end] : ' ';
        var groups = end - begin <= 3 ? CountThousands(end, mark) : 0;
        if (groups > (mark == '.' ? 1 : 0))
        {
            for (; groups > 0; groups--, end += 4)
                Keep(end + 1, 3);
        }
        else if ((mark == '.' || IsDecimalComma(begin, end)) && EndOfDigits(end + 1) is var decimals && decimals > end + 1 && decimals - begin <= MaxTermLength
            && !(decimals + 1 < _text.Length && _text.Chars[decimals] == mark && _text.Classes[decimals + 1] == CharClass.Digit))
        {
            Keep(end, decimals - end);
            _terms[_termLength - (decimals - end)] = '.';
            end = decimals;
        }
        _tokens.Add(new(TokenKind.Word, CharClass.Digit, start, _termLength - start, _text.From(begin), _text.To(end - 1), _word));
        return end;
    }

    private bool IsDecimalComma(int begin, int end) =>
        end < _text.Length && _text.Chars[end] == ',' && EndOfDigits(end + 1) - (end + 1) <= 2
        && (_text.Chars[begin..end] is "0" ? begin == 0 || _text.Classes[begin - 1] is not CharClass.Group : begin > 0 && (CharClasses.IsSpaced(_text.Classes[begin - 1]) || _text.Chars[begin - 1] is '×' or '*'))
        && !(EndOfDigits(end + 1) is var after && after + 1 < _text.Length && _text.Chars[after] is '-' or '\'' && CharClasses.IsWord(_text.Classes[after + 1]));

    private int CountThousands(int at, char mark)
    {
        if (mark != '.' && (at >= _text.Length || _text.Classes[at] != CharClass.Group))
            return 0;
        var groups = 0;
        while (groups < 8 && at < _text.Length && _text.Chars[at] == mark && EndOfDigits(at + 1) - (at + 1) == 3)
        {
            groups++;
            at += 4;
        }
        // What goes on in another rhythm is no number in thousands: 192.168.001.1
        return at < _text.Length && _text.Chars[at] == mark && EndOfDigits(at + 1) > at + 1 ? 0 : groups;
    }

    private int EndOfDigits(int i)
    {
        while (i < _text.Length && _text.Classes[i] == CharClass.Digit)
            i++;
        return i;
    }

    private bool IsNumber(int firstToken)
    {
        for (var i = firstToken; i < _tokens.Count; i++)
            if (_tokens[i].Script != CharClass.Digit)
                return false;
        return true;
    }

    // Persian writes plural and other affixes joined, after a half-space, or apart; the joined form finds all three.
    private void JoinAffix(in WordBounds before, in WordBounds word)
    {
        if (before.Parts != 1 || word.Parts != 1 || before.End + 1 != word.Begin
            || before.First.Script != CharClass.Arabic || word.First.Script != CharClass.Arabic)
            return;
        if (WordLists.Default.IsAffixAfter(Term(word.First)) || WordLists.Default.IsAffixBefore(Term(before.First)))
            AddJoined(before.First, word.First, minimum: 2);
    }

    // 6ES7 214-1AG40-0XB0, DN50/PN16, SKF 6205-2RS1, CR 10-07, C25710/3: who types such a number leaves the space out, or puts others in.
    private void JoinCode(in WordBounds before, in WordBounds word)
    {
        if (before.Parts == 0 || before.End + 1 != word.Begin || _text.Chars[before.End] is not (' ' or '/'))
            return;
        var (first, second) = (IsMixed(before), IsMixed(word));
        if ((first && second)
            || (first && (before.Parts >= MinCodeParts || _text.Chars[before.End] == '/') && IsPartOfCode(word))
            || (second && word.Parts >= MinCodeParts && IsPartOfCode(before))
            || (before.First.Script == CharClass.Latin && IsPartOfCode(before) && word.Parts > 1 && !_text.Classes[word.Begin..word.End].ContainsAnyExcept(CharClass.Digit, CharClass.Join)))
            AddJoined(before.First, word.Last, minimum: 2);
    }

    private bool IsMixed(in WordBounds word)
    {
        if (word.Parts < 2)
            return false;
        var classes = _text.Classes[word.Begin..word.End];
        return classes.Contains(CharClass.Digit) && classes.Contains(CharClass.Latin) && !classes.ContainsAny(CharClass.Cyrillic, CharClass.Arabic, CharClass.Other);
    }

    private bool IsPartOfCode(in WordBounds word) =>
        word.First.Script == CharClass.Digit
        || (word.Parts == 1 && word.First.Script == CharClass.Latin && word.First.Length <= MaxMakerLetters && !WordLists.Default.IsStop(Term(word.First)));

    private void AddJoined(in Token first, in Token last, int minimum)
    {
        var length = last.Start + last.Length - first.Start;
        if (length >= minimum && length <= MaxJoinedLength)
            _tokens.Add(new(TokenKind.Joined, first.Script == last.Script ? first.Script : CharClass.Other, first.Start, length, first.From, last.To, last.Word));
    }

    private void AddWord(CharClass script, int begin, int end)
    {
        var start = _termLength;
        Keep(begin, Math.Min(end - begin, MaxTermLength));
        _tokens.Add(new(TokenKind.Word, script, start, _termLength - start, _text.From(begin), _text.To(end - 1), _word));
    }

    private void Keep(int from, int length)
    {
        _text.Chars.Slice(from, length).CopyTo(_terms.AsSpan(_termLength));
        _termLength += length;
    }
}
