using System.Text;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>Reads the text of one query.</summary>
internal sealed class QueryPlanner
{
    private const int MaxCodeWords = 4;
    private const int MinCodeParts = 3;
    private const int MaxCodeLetters = 3;
    private const int MaxFragment = 2;
    private const int MinPartCode = 4;
    private const int MinBegunPart = 4;
    private const int MinNumberCode = 6;

    // What begins a code: with fewer signs it begins too many.
    private const int MinBegun = 6;

    private readonly Snapshot _snapshot;
    private readonly Analyser _analyser;
    private readonly WordForms _forms;
    private readonly CodeTerms _codes;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<QueryTerm>> _others;
    private readonly List<QueryGroup> _groups = [];
    private readonly HashSet<(ulong, string, bool)> _added = [];
    private readonly Dictionary<string, ulong> _bits = new(StringComparer.Ordinal);
    private readonly List<(ulong Parts, ulong Word)> _fragments = [];
    private ulong _stops, _needed, _alone;
    private bool _namesCode;

    private QueryPlanner(Snapshot snapshot, Analyser analyser, string culture, IReadOnlyDictionary<string, IReadOnlyList<QueryTerm>> others) =>
        (_snapshot, _analyser, _forms, _codes, _others) = (snapshot, analyser, new(snapshot, culture), new(snapshot), others);

    public static QueryPlan Plan(Snapshot snapshot, Analyser analyser, RepairedQuery query, string culture) =>
        new QueryPlanner(snapshot, analyser, culture, query.Others).Plan(query.Text);

    private QueryPlan Plan(string typed)
    {
        var text = NamedCode.Read(typed, _analyser) is var code && _codes.IsOfTariff(code) && _codes.Same(Folding.CodeKey(typed)).Count == 0 ? code : typed;
        _analyser.Read(text);
        var words = _analyser.Tokens.GroupBy(t => t.Word).Select(w => w.ToArray()).ToArray();
        if (words.Length == 0)
            return QueryPlan.Nothing;
        var bits = new ulong[words.Length];
        for (var i = 0; i < words.Length; i++)
            bits[i] = AddWord(words[i], isLast: i == words.Length - 1 && !char.IsWhiteSpace(text[^1]));
        for (var i = 0; i < words.Length; i++)
            bits[i] |= AddCharacters(words[i]);
        for (var i = 0; i + 1 < words.Length; i++)
            AddNeighbours(words[i], words[i + 1], bits[i] | bits[i + 1]);
        AddConcepts();
        AddCodes(text, words, bits);
        var all = bits.Aggregate((a, b) => a | b);
        AddName(typed, all);
        return new(_groups, Telling(all))
        {
            Needed = _needed,
            Strict = _namesCode || (words.Length == 1 && Array.Exists(words[0], t => t.Script == CharClass.Digit)),
            Words = [.. _bits.Keys],
            Fragments = [.. _fragments.Select(f => (f.Parts & ~_alone, f.Word)).Where(f => f.Item1 != 0)],
            Last = Telling(bits[^1]),
        };
    }

    private ulong Telling(ulong words) => (words & ~_stops) is > 0 and var telling ? telling : words;

    private ulong AddWord(Token[] tokens, bool isLast)
    {
        var unspaced = tokens[0].Kind is TokenKind.Single;
        var words = tokens.Where(t => t.Kind == TokenKind.Word || (unspaced && (t.Kind == TokenKind.Pair || tokens.Length == 1))).ToArray();
        // Not one joined with the word before.
        if (Array.Find(tokens, t => t.Kind == TokenKind.Joined && t.Start == words[0].Start) is { Length: > 0 } code && (LooksLikeCode(words, code) || IsKnownNumber(words, code)))
            return AddTerm(_analyser.Term(code).ToString(), code.Script, isLast);
        ulong covered = 0, fragments = 0;
        // A small word beside a number is a part of a name: beta-1a, IL-2.
        var isNumbered = Array.Exists(words, w => w.Script == CharClass.Digit);
        // CT of CT-scanner tells something, G of G-CSF does not.
        // تولید‌کننده is one small word, whichever way it is written.
        var isSmall = Array.Exists(tokens, t => t.Kind == TokenKind.Joined && WordLists.Default.IsStop(_analyser.Term(t)));
        var areSmall = isNumbered || Array.TrueForAll(words, w => IsSmallPart(_analyser.Term(w)));
        for (var i = 0; i < words.Length; i++)
        {
            var token = words[i];
            var term = _analyser.Term(token).ToString();
            // "ray" of "x-ray" begins no other word, "dime" of "d-dime" does.
            var last = isLast && i == words.Length - 1 && (fragments == 0 || fragments != covered || term.Length >= MinBegunPart);
            var small = !isNumbered && (isSmall || WordLists.Default.IsStop(term) || (unspaced && HoldsStop(term)));
            var bit = AddTerm(term, token.Script, last, small ? Ranking.SmallWord : 1, inClasses: !unspaced || words.Length == 1 || IsBesideClass(words, i));
            covered |= bit;
            if (small)
                _stops |= bit;
            if (WordLists.Default.IsNeeded(term))
                _needed |= bit;
            if (!unspaced && words.Length > 1 && (term.Length == 1 || (areSmall && IsSmallPart(term))))
                fragments |= bit;
        }
        if (fragments != 0)
            _fragments.Add((fragments, covered));
        else
            _alone |= covered;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Joined && covered != 0)
                Add(new(covered | BitsOf(token), WithClasses(_forms.Of(_analyser.Term(token).ToString(), token.Script, isLast))));
        }
        return covered;
    }

    // 水泵 where texts say 气动隔膜泵: of a run with a pair that no text has, a character beside neither of its neighbours is looked for by
    // itself, and the others help to tell the texts of a question apart. Not all is found then: the pair itself stays required.
    private ulong AddCharacters(Token[] tokens)
    {
        ulong added = 0;
        var pairs = Array.ConvertAll(Array.FindAll(tokens, t => t.Kind == TokenKind.Pair), p => IsSaid(p));
        if (Array.TrueForAll(pairs, isSaid => isSaid))
            return 0;
        var characters = Array.FindAll(tokens, t => t.Kind == TokenKind.Single);
        for (var i = 0; i < characters.Length; i++)
        {
            var character = _analyser.Term(characters[i]).ToString();
            if (WordLists.Default.IsAlone(character) || _bits.ContainsKey(character) || _snapshot.CountPostings(Term.Of(Term.Word, character)) == 0)
                continue;
            var said = (i > 0 && pairs[i - 1]) || (i < pairs.Length && pairs[i]);
            var bit = AddTerm(character, CharClass.Unspaced, isLast: false, said ? Ranking.Character : Ranking.LoneCharacter, inClasses: false);
            added |= bit;
            if (said)
                _stops |= bit;
        }
        return added;
    }

    private bool IsSaid(in Token pair) => _snapshot.CountPostings(Term.Of(Term.Word, _analyser.Term(pair))) > 0 || IsInClass(pair);

    private static bool IsSmallPart(ReadOnlySpan<char> term) => term.Length <= MaxFragment || WordLists.Default.IsStop(term);

    // 终端 of 人脸识别终端 is no 支付终端: of a longer run, what stands in a class does so with its neighbour.
    private bool IsBesideClass(Token[] pairs, int at) => (at > 0 && IsInClass(pairs[at - 1])) || (at + 1 < pairs.Length && IsInClass(pairs[at + 1]));

    private bool IsInClass(in Token pair) => _snapshot.CountPostings(Term.Of(Term.Class, Term.Of(Term.Word, _analyser.Term(pair)))) > 0;

    // B03XA03, H1N1, 9002-89-6: of such a word the parts by themselves mean nothing, and would find its neighbours.
    // Of other scripts a unit may be one too, as in 100х50х3: if some text holds it.
    private bool LooksLikeCode(Token[] parts, in Token joined) =>
        parts.Length >= MinCodeParts && AreOfCode(parts, MaxCodeLetters) && (Ascii.IsValid(_analyser.Term(joined)) || Spellings(_analyser.Term(joined).ToString()).Any());

    // ESP32-WROOM-32E: with longer letters in it too, if some text holds it.
    private bool IsKnownNumber(Token[] parts, in Token joined) =>
        parts.Length > MinCodeParts && AreOfCode(parts, Analyser.MaxTermLength) && _snapshot.CountPostings(Term.Of(Term.Word, _analyser.Term(joined))) > 0;

    private bool AreOfCode(Token[] parts, int mostLetters) =>
        Array.Exists(parts, p => p.Script == CharClass.Digit)
        && Array.TrueForAll(parts, p => p.Script == CharClass.Digit || (p.Length <= mostLetters && LookAlikes.LookLatin(_analyser.Term(p))));

    // A word joined from an affix and the word before it covers both.
    private ulong BitsOf(Token joined) =>
        _analyser.Tokens.Where(t => t.Kind == TokenKind.Word && t.Start >= joined.Start && t.Start + t.Length <= joined.Start + joined.Length)
            .Aggregate(0UL, (bits, t) => bits | _bits.GetValueOrDefault(_analyser.Term(t).ToString()));

    private ulong AddTerm(string term, CharClass script, bool isLast, double weight = 1, bool inClasses = true)
    {
        if (_bits.TryGetValue(term, out var known))
            return known;
        if (_bits.Count == QueryPlan.MaxWords)
            return 0;
        var others = _others.GetValueOrDefault(term);
        var forms = _forms.Of(term, script, isLast, others is null ? weight : weight * Ranking.Mended);
        var sounding = Enumerable.Empty<QueryTerm>();
        if (!_forms.Occurs(forms))
        {
            if (!_forms.Occurs(WordForms.InClasses(forms)) && _forms.SplitInTwo(term, script) is { } halves)
                return AddTerm(halves.First, script, isLast: false) | AddTerm(halves.Second, script, isLast);
            sounding = _forms.SoundingLike(term, script);
        }
        forms.AddRange(others ?? []);
        var bit = 1UL << _bits.Count;
        _bits.Add(term, bit);
        _groups.Add(new(bit, [.. inClasses ? WithClasses(forms) : forms, .. sounding]));
        return bit;
    }

    private static IReadOnlyList<QueryTerm> WithClasses(IReadOnlyList<QueryTerm> forms) => [.. forms, .. WordForms.InClasses(forms)];

    // Chinese writes its small words between others without a space: 的 in 便携的监护仪.
    private static bool HoldsStop(string term)
    {
        for (var i = 0; i < term.Length; i++)
            if (WordLists.Default.IsStop(term.AsSpan(i, 1)))
                return true;
        return false;
    }

    private void AddConcepts()
    {
        var tokens = _analyser.Tokens;
        var places = _snapshot.Glossary.FindInQuery(_analyser).GroupBy(f => (tokens[f.First].From, tokens[f.Last].To)).ToArray();
        foreach (var place in places)
        {
            var terms = place.Select(f => Term.Of(Term.Concept, _snapshot.Glossary.IdOf(f.Concept))).Where(t => _snapshot.CountPostings(t) > 0).ToArray();
            var within = tokens.Where(t => IsWithin(t, place.Key)).Aggregate(0UL, (bits, t) => bits | BitOf(t));
            if (within != 0 && terms.Length > 0)
                Add(new(within, [.. terms.Select(t => new QueryTerm(t, Ranking.Concept))]));
        }
        // Where no space divides words, the edge of a known one does: no text need hold the pair across it.
        foreach (var pair in tokens.Where(t => t.Kind == TokenKind.Pair && !places.Any(p => IsWithin(t, p.Key)) && places.Any(p => Overlaps(t, p.Key))))
            _stops |= BitOf(pair);
    }

    private static bool IsWithin(Token token, (int From, int To) place) => token.From >= place.From && token.To <= place.To;

    private static bool Overlaps(Token token, (int From, int To) place) => token.From < place.To && token.To > place.From;

    private ulong BitOf(in Token token) => token.Kind == TokenKind.Joined ? 0 : _bits.GetValueOrDefault(_analyser.Term(token).ToString());

    // Two words that others write as one: پیش بینی for پیشبینی, "data base" for "database".
    private void AddNeighbours(Token[] first, Token[] second, ulong words)
    {
        if (first[0].Kind != TokenKind.Word || second[0].Kind != TokenKind.Word || first[0].Script != second[0].Script
            || first[0].Script == CharClass.Digit || words == 0)
            return;
        var joined = _analyser.Terms(first[0].Start, second.Max(t => t.Start + t.Length));
        if (joined.Length > Analyser.MaxTermLength)
            return;
        var term = Term.Of(Term.Word, joined);
        if (_snapshot.CountPostings(term) > 0)
            Add(new(words, [new(term, Ranking.Rejoined)]));
    }

    private void AddCodes(string text, Token[][] words, ulong[] bits)
    {
        var all = bits.Aggregate((a, b) => a | b);
        // What is a code as a whole has no codes of other things as parts.
        if (all == 0 || AddWholeCode(text, all))
            return;
        for (var i = 0; i < words.Length; i++)
        {
            ulong covered = 0;
            var mayBeCode = false;
            for (var j = i; j < Math.Min(words.Length, i + MaxCodeWords); j++)
            {
                covered |= bits[j];
                // TP-RTX: a model without a digit shows its joint.
                mayBeCode |= Array.Exists(words[j], t => t.Script == CharClass.Digit || t.Kind == TokenKind.Joined);
                if (covered == 0 || !mayBeCode)
                    continue;
                if (Folding.CodeKey(text[words[i][0].From..words[j].Max(t => t.To)]) is var key && IsLikeACode(key))
                    AddKeys(covered, _codes.Same(key), Ranking.PartCode, isNumbered: key.Any(char.IsAsciiDigit));
                if (j > i && AreOfCode([.. words[i..(j + 1)].SelectMany(w => w).Where(t => t.Kind == TokenKind.Word)], MaxCodeLetters))
                    AddRun(words[i], words[j], covered);
            }
        }
        if (words.Length <= MaxCodeWords && !_namesCode)
            AddBegun(text, all);
    }

    private bool AddWholeCode(string text, ulong words)
    {
        var key = Folding.CodeKey(text);
        var codes = _codes.Same(key);
        AddKeys(words, codes, Ranking.WholeCode);
        AddKeys(words, _codes.Heading(key), Ranking.HsHeading);
        if (codes.Count > 0)
            return true;
        if (_codes.TariffHeadings(text) is { Count: > 0 } headings)
        {
            AddKeys(words, headings, Ranking.HsHeading);
            AddBegun(text, words);
        }
        return _namesCode;
    }

    // Within a longer query a plain short number is rather an amount than a model.
    private static bool IsLikeACode(string key) =>
        key.Length >= MinPartCode && (key.Length >= MinNumberCode || !key.All(char.IsAsciiDigit));

    // AD 8923 BT where texts write AD-8923-BT.
    private void AddRun(Token[] first, Token[] last, ulong words)
    {
        var joined = _analyser.Terms(first[0].Start, last.Max(t => t.Start + t.Length));
        if (joined.Length > Analyser.MaxTermLength)
            return;
        if (Spellings(joined.ToString()).ToArray() is { Length: > 0 } terms)
            Add(new(words, [.. terms.Select(t => new QueryTerm(t, Ranking.Rejoined))]));
    }

    // What stands in texts, in this spelling or as other keyboards write it.
    private IEnumerable<string> Spellings(string word) =>
        LookAlikes.Twins(word).Prepend(word).Select(w => Term.Of(Term.Word, w)).Where(t => _snapshot.CountPostings(t) > 0);

    // A code that is still being typed, or was cut.
    private void AddBegun(string text, ulong words)
    {
        var key = Folding.CodeKey(text);
        if (key.Length < MinBegun || !key.Any(char.IsAsciiDigit) || !key.All(char.IsAsciiLetterOrDigit) || !_codes.Begins(Term.Of(Term.Code, key)))
            return;
        Add(new(words, [new(Term.Of(Term.Code, key), Ranking.BegunCode, Prefix: true)], Fixed: true) { Tells = true });
        _namesCode = true;
    }

    // A code without a digit may be words to others: x-ray, silver-nitrate. Its own texts may name it.
    private bool AreWordsToOthers(string code) =>
        Term.Of(Term.Word, code.AsSpan(1)) is var word && _snapshot.CountPostings(word) > 0 && _snapshot.AnyHoldsOnly(word, code);

    private void AddKeys(ulong words, IReadOnlyCollection<string> terms, double score, bool isNumbered = true)
    {
        foreach (var term in terms)
            Add(new(words, [new(term, score)], Fixed: true) { Tells = isNumbered || !AreWordsToOthers(term) });
        _namesCode |= isNumbered && terms.Count > 0;
    }

    // What a query says again is looked up once.
    private void Add(QueryGroup group)
    {
        if (_added.Add((group.Words, group.Terms[0].Term, group.Fixed)))
            _groups.Add(group);
    }

    private void AddName(string text, ulong words)
    {
        var name = Folding.NameKey(text);
        if (name.Length > 0)
            _groups.Add(new(words, [new(Term.Of(Term.Name, name), Ranking.WholeName)], Fixed: true) { Tells = true });
    }
}
