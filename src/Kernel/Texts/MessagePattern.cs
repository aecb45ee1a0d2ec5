using System.Globalization;
using System.Text;

namespace ExportPortal.Kernel.Texts;

/// <summary>
/// A text with placeholders in ICU message syntax: <c>{name}</c>, <c>{n, number}</c>,
/// <c>{n, plural, =0 {…} one {…} other {…}}</c> with <c>#</c> for the number, <c>{x, select, a {…} other {…}}</c>.
/// An apostrophe quotes a brace (<c>'{'</c>); two make one.
/// </summary>
internal sealed class MessagePattern
{
    private readonly IReadOnlyList<Part> _parts;

    private MessagePattern(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>The text of a pattern without placeholders; null for any other.</summary>
    public string? Constant => _parts is [Literal only] ? only.Text : null;

    /// <summary>The names of all placeholders, those inside branches included.</summary>
    public IReadOnlySet<string> Names => _parts.SelectMany(p => p.Names).ToHashSet(StringComparer.Ordinal);

    /// <summary>The names of the placeholders that are written out, not only chosen by.</summary>
    public IReadOnlySet<string> ShownNames => _parts.SelectMany(p => p.ShownNames).ToHashSet(StringComparer.Ordinal);

    /// <exception cref="FormatException">The text does not follow the syntax.</exception>
    public static MessagePattern Parse(string text)
    {
        var reader = new Reader(text);
        var parts = reader.ReadParts(insidePlural: false);
        return reader.AtEnd ? new(parts) : throw new FormatException($"Unexpected '}}' in text '{text}'.");
    }

    public string Format(Func<string, object?> argument, Wording wording)
    {
        var result = new StringBuilder();
        Write(result, _parts, argument, wording, number: null);
        return result.ToString();
    }

    private static void Write(StringBuilder to, IReadOnlyList<Part> parts, Func<string, object?> argument, Wording wording, decimal? number)
    {
        foreach (var part in parts)
            switch (part)
            {
                case Literal literal:
                    to.Append(literal.Text);
                    break;
                case NumberSign:
                    to.Append(wording.Number(number!.Value));
                    break;
                case Value value:
                    to.Append(wording.Show(argument(value.Name)));
                    break;
                case Choice choice:
                    var given = argument(choice.Name);
                    var count = choice.Plural ? Convert.ToDecimal(given, CultureInfo.InvariantCulture) : (decimal?)null;
                    Write(to, choice.Pick(given, count, wording.Culture.Tag), argument, wording, count ?? number);
                    break;
            }
    }

    private abstract record Part
    {
        public virtual IEnumerable<string> Names => [];

        public virtual IEnumerable<string> ShownNames => [];
    }

    private sealed record Literal(string Text) : Part;

    private sealed record NumberSign : Part;

    private sealed record Value(string Name) : Part
    {
        public override IEnumerable<string> Names => [Name];

        public override IEnumerable<string> ShownNames => [Name];
    }

    private sealed record Choice(string Name, bool Plural, IReadOnlyDictionary<string, IReadOnlyList<Part>> Branches) : Part
    {
        public override IEnumerable<string> Names => Branches.Values.SelectMany(b => b).SelectMany(p => p.Names).Prepend(Name);

        public override IEnumerable<string> ShownNames => Branches.Values.SelectMany(b => b).SelectMany(p => p.ShownNames);

        public IReadOnlyList<Part> Pick(object? given, decimal? count, string culture)
        {
            if (count is { } n)
                return Branches.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"={n}"))
                    ?? Branches.GetValueOrDefault(PluralRules.Category(n, culture)) ?? Branches["other"];
            return Branches.GetValueOrDefault(Convert.ToString(given, CultureInfo.InvariantCulture) ?? "") ?? Branches["other"];
        }
    }

    private sealed class Reader(string text)
    {
        private int _at;

        public bool AtEnd => _at == text.Length;

        public IReadOnlyList<Part> ReadParts(bool insidePlural)
        {
            var parts = new List<Part>();
            var literal = new StringBuilder();
            while (!AtEnd && text[_at] != '}')
            {
                var c = text[_at++];
                if (c == '\'' && !AtEnd && text[_at] is '\'' or '{' or '}' or '#')
                    literal.Append(text[_at++] is var quoted && quoted != '\'' ? ReadQuoted(quoted) : "'");
                else if (c == '{' || (c == '#' && insidePlural))
                {
                    if (literal.Length > 0)
                        parts.Add(new Literal(literal.ToString()));
                    literal.Clear();
                    parts.Add(c == '#' ? new NumberSign() : ReadPlaceholder(insidePlural));
                }
                else
                    literal.Append(c);
            }
            if (literal.Length > 0)
                parts.Add(new Literal(literal.ToString()));
            return parts;
        }

        private string ReadQuoted(char first)
        {
            var end = text.IndexOf('\'', _at);
            var quoted = end < 0 ? text[_at..] : text[_at..end];
            _at = end < 0 ? text.Length : end + 1;
            return first + quoted;
        }

        private Part ReadPlaceholder(bool insidePlural)
        {
            var name = ReadWord();
            if (Take('}'))
                return new Value(name);
            Expect(',');
            var kind = ReadWord();
            if (kind == "number")
            {
                Expect('}');
                return new Value(name);
            }
            if (kind is not ("plural" or "select"))
                throw Fault($"unknown kind '{kind}'");
            Expect(',');
            var branches = new Dictionary<string, IReadOnlyList<Part>>(StringComparer.Ordinal);
            while (!Take('}'))
            {
                var selector = ReadWord();
                Expect('{');
                branches.Add(selector, ReadParts(insidePlural || kind == "plural"));
                Expect('}');
            }
            return branches.ContainsKey("other") ? new Choice(name, kind == "plural", branches) : throw Fault("branch 'other' is missing");
        }

        private string ReadWord()
        {
            SkipSpace();
            var start = _at;
            while (!AtEnd && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '=' or '-'))
                _at++;
            var word = text[start.._at];
            SkipSpace();
            return word.Length > 0 ? word : throw Fault("a name is missing");
        }

        private bool Take(char c)
        {
            SkipSpace();
            if (AtEnd || text[_at] != c)
                return false;
            _at++;
            return true;
        }

        private void Expect(char c)
        {
            if (!Take(c))
                throw Fault($"'{c}' is missing");
        }

        private void SkipSpace()
        {
            while (!AtEnd && char.IsWhiteSpace(text[_at]))
                _at++;
        }

        private FormatException Fault(string what) => new($"In the text '{text}', at {_at}: {what}.");
    }
}
