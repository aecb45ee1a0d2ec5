using System.Numerics;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Queries;

/// <summary>Reads the text of one query.</summary>
internal sealed class QueryPlanner
{
    private const int MaxCodeWords = 4;
    private const int MinCodeParts = 3;
    private const int MaxCodeLetters = 3;
    private const int MaxMixedLetters = 4;
    private const int MaxModelLetters = 5;
    private const int MinPartCode = 4;
    private const int MinNumberCode = 6;
    private const int MinBegun = 6;
    private const int MinBegunNumber = 7;
    private const int MinTellingDigits = 3;
    private const int MaxJoinedLength = 40;

    private readonly Snapshot _snapshot;
    private readonly Analyser _analyser;
    private readonly WordForms _forms;
    private readonly CodeTerms _codes;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<QueryTerm>> _others;
    private readonly List<QueryGroup> _groups = [];
    private readonly HashSet<(ulong, string, bool)> _added = [];
    private readonly Dictionary<string, ulong> _bits = new(StringComparer.Ordinal);
    private ulong _stops;
    private bool _namesCode;

    private QueryPlanner(Snapshot snapshot, Analyser analyser, string culture, IReadOnlyDictionary<string, IReadOnlyList<QueryTerm>> others) =>
        (_snapshot, _analyser, _forms, _codes, _others) = (snapshot, analyser, new(snapshot, culture), new(snapshot), others);

    public static QueryPlan Plan(Snapshot snapshot, Analyser analyser, RepairedQuery query, string culture) =>
        new QueryPlanner(snapshot, analyser, culture, query.Others).Plan(query.Text);

    private QueryPlan Plan(string text)
    {
        if (_codes.Same(Folding.CodeKey(text)).Count == 0)
            text = NamedCode.Read(text, _analyser);
        _analyser.Read(text);
        var words = _analyser.Tokens.GroupBy(t => t.Word).Select(w => w.ToArray()).ToArray();
        if (words.Length == 0)
            return QueryPlan.Nothing;
        var bits = new ulong[words.Length];
        for (var i = 0; i < words.Length; i++)
            bits[i] = AddWord(words[i], isLast: i == words.Length - 1, mayStandApart: words.Length <= MaxCodeWords);
        for (var i = 0; i + 1 < words.Length; i++)
            AddNeighbours(words[i], words[i + 1], bits[i] | bits[i + 1]);
        AddConcepts();
        var all = bits.Aggregate((a, b) => a | b);
        AddCodes(text, words, bits);
        if (all != 0)
            AddWholeCode(text, words, all);
        AddName(text, all);
        return new(_groups, (all & ~_stops) == 0 ? all : all & ~_stops) { Strict = _namesCode || (words.Length == 1 && Array.Exists(words[0], t => t.Script == CharClass.Digit)), Words = [.. _bits.Keys] };
    }

    private ulong AddWord(Token[] tokens, bool isLast, bool mayStandApart)
    {
        var unspaced = tokens[0].Kind is TokenKind.Single;
        var words = tokens.Where(t => t.Kind == TokenKind.Word || (unspaced && (t.Kind == TokenKind.Pair || tokens.Length == 1))).ToArray();
        if (LooksLikeCode(words) && Array.Find(tokens, t => t.Kind == TokenKind.Joined && t.Start == words[0].Start) is { Length: > 0 } code
            && (!mayStandApart || Occurs(_analyser.Term(code)) || !_codes.StandTogether(_analyser, words)))
            return AddTerm(_analyser.Term(code).ToString(), CharClass.Digit, isLast);
        ulong covered = 0;
        var afterNumber = false;
        for (var i = 0; i < words.Length; i++)
        {
            var token = words[i];
            var term = _analyser.Term(token).ToString();
            var last = isLast && i == words.Length - 1;
            // A small word beside a number is a part of a name: beta-1a.
            var small = !afterNumber && (WordLists.Default.IsStop(term) || (unspaced && HoldsStop(term)));
            var bit = AddTerm(term, token.Script, last, small ? Ranking.SmallWord : 1, inClasses: !unspaced || words.Length == 1 || IsBesideClass(words, i));
            covered |= bit;
            if (small)
                _stops |= bit;
            afterNumber = token.Script == CharClass.Digit;
        }
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Joined && covered != 0)
                Add(new(covered | BitsOf(token), WithClasses(_forms.Of(_analyser.Term(token).ToString(), token.Script, isLast))));
        }
        return covered;
    }

    // 终端 of 人脸识别终端 is no 支付终端: of a longer run, what stands in a class does so with its neighbour.
    private bool IsBesideClass(Token[] pairs, int at) => (at > 0 && IsInClass(pairs[at - 1])) || (at + 1 < pairs.Length && IsInClass(pairs[at + 1]));

    private bool IsInClass(in Token pair) => _snapshot.CountPostings(Term.Of(Term.Class, Term.Of(Term.Word, _analyser.Term(pair)))) > 0;

    // B03XA03, H1N1, 9002-89-6: of such a word the parts by themselves mean nothing, and would find its neighbours.
    private bool LooksLikeCode(Token[] parts) => parts.Length >= MinCodeParts && AreOfCode(parts, MaxCodeLetters);

    private bool AreOfCode(Token[] parts, int mostLetters) =>
        Array.Exists(parts, p => p.Script == CharClass.Digit)
        && Array.TrueForAll(parts, p => p.Script == CharClass.Digit || (p.Length <= mostLetters && LookAlikes.LookLatin(_analyser.Term(p))));

    // As a word, or as the code of a document.
    private bool Occurs(ReadOnlySpan<char> code)
    {
        var word = code.ToString();
        return LookAlikes.Twins(word).Prepend(word).Any(w => _snapshot.CountPostings(Term.Of(Term.Word, w)) > 0) || _codes.Same(Folding.CodeKey(word)).Count > 0;
    }

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
        for (var i = 0; i < words.Length; i++)
        {
            ulong covered = 0;
            var numbers = false;
            for (var j = i; j < Math.Min(words.Length, i + MaxCodeWords); j++)
            {
                covered |= bits[j];
                numbers |= Array.Exists(words[j], t => t.Script == CharClass.Digit);
                var whole = i == 0 && j == words.Length - 1;
                if (covered == 0 || !(whole || numbers))
                    continue;
                var key = Folding.CodeKey(text[words[i][0].From..words[j].Max(t => t.To)]);
                if (whole || IsLikeACode(key))
                    AddCode(key, covered, whole);
                if (j > i && IsLikeACode(key) && AreOfCode([.. words[i..(j + 1)].SelectMany(w => w).Where(t => t.Kind == TokenKind.Word)], whole ? MaxModelLetters : MaxCodeLetters))
                    AddRun(words[i], words[j], covered, isLast: j == words.Length - 1);
            }
        }
        if (words.Length > MaxCodeWords && bits.Aggregate((a, b) => a | b) is var all and > 0)
            AddCode(Folding.CodeKey(text), all, whole: true);
    }

    // Within a longer query a plain short number is rather an amount than a model.
    private static bool IsLikeACode(string key) =>
        key.Length >= MinPartCode && key.Any(char.IsAsciiDigit) && (key.Length >= MinNumberCode || !key.All(char.IsAsciiDigit));

    private void AddCode(string key, ulong words, bool whole)
    {
        foreach (var code in _codes.Same(key))
            AddKey(words, code, whole ? Ranking.WholeCode : Ranking.PartCode);
        if (!whole)
            return;
        if (Array.IndexOf(Ranking.HsHeadings, key.Length) >= 0 && key.All(char.IsAsciiDigit))
            AddKey(words, Term.Of(Term.HsHeading, key), Ranking.HsHeading);
        if (_namesCode || _codes.TariffHeadings(key) is not { Count: > 0 } headings)
            return;
        foreach (var heading in headings)
            AddKey(words, heading, Ranking.HsHeading);
        if (Term.Of(Term.Word, key) is var word && _snapshot.CountPostings(word) > 0)
            AddKey(words, word, Ranking.WrittenCode);
    }

    // AD 8923 BT where texts write AD-8923-BT.
    private void AddRun(Token[] first, Token[] last, ulong words, bool isLast)
    {
        if (JoinedTerm(first, last) is not { } term)
            return;
        if (Occurs(term.AsSpan(1)))
            Add(new(words, [new(term, Ranking.Rejoined), .. LookAlikes.Twins(term[1..]).Select(t => new QueryTerm(Term.Of(Term.Word, t), Ranking.Rejoined))]));
        else if (isLast && term.Length > MinBegun && _codes.Begins(term))
            Add(new(words, [new(term, Ranking.Prefix, Prefix: true)]));
    }

    private string? JoinedTerm(Token[] first, Token[] last) =>
        _analyser.Terms(first[0].Start, last.Max(t => t.Start + t.Length)) is { Length: <= MaxJoinedLength } joined ? Term.Of(Term.Word, joined) : null;

    // A query that is a code and nothing else is asked for as one: its parts by themselves find what bears other codes.
    private void AddWholeCode(string text, Token[][] words, ulong all)
    {
        var parts = words.SelectMany(w => w).Where(t => t.Kind == TokenKind.Word).OrderBy(t => t.Start).ToArray();
        var key = Folding.CodeKey(text);
        if (_namesCode || words.Length > MaxCodeWords || key.Length < 2 || !Array.Exists(parts, p => p.Script == CharClass.Digit) || Array.Exists(words, w => w[0].Kind == TokenKind.Single))
            return;
        var joined = JoinedTerm(words[0], words[^1]);
        if (joined is not null && LookAlikes.Twins(joined[1..]).Select(t => Term.Of(Term.Word, t)).Prepend(joined).FirstOrDefault(t => _snapshot.CountPostings(t) > 0) is { } written)
        {
            if (parts.Length > 1 && (key.Count(char.IsAsciiDigit) >= MinTellingDigits || parts.Length >= MinCodeParts) && AreOfCode(parts, MaxModelLetters))
                AddKey(all, written, Ranking.WrittenCode);
            return;
        }
        if (_groups.Exists(g => g.Terms[0].Term[0] == Term.Concept) || (parts.Length > 1 && _codes.StandTogether(_analyser, parts)))
            return;
        if (key.Length >= (key.All(char.IsAsciiDigit) ? MinBegunNumber : MinBegun) && AreOfCode(parts, MaxModelLetters) && Term.Of(Term.Code, key) is var begun && _codes.Begins(begun))
        {
            Add(new(all, [new(begun, Ranking.BegunCode, Prefix: true)], Fixed: true));
            _namesCode = true;
        }
        if (IsOnlyCode(text, words, parts, all))
            _groups.RemoveAll(g => (g.Words & all) != all);
    }

    private bool IsOnlyCode(string text, Token[][] words, Token[] parts, ulong all)
    {
        if (parts.Length < 2)
            return false;
        if (text.AsSpan().Trim().ContainsAny(' ', '\t', '\u00A0'))
            return AreOfCode(parts, MaxMixedLetters) && words.All(w => w.Any(t => t.Script == CharClass.Digit) || w[0].Length <= MaxCodeLetters)
                && (words.Any(w => w.Length > 1) ? !_codes.StandInOneDocument(_groups, all) : parts.Length >= MinCodeParts && _groups.Exists(IsMissing));
        return (AreOfCode(parts, MaxCodeLetters) && !AreAmounts(parts))
            || (AreOfCode(parts, MaxModelLetters) && !_codes.StandInOneDocument(_groups, all)) || _groups.Exists(IsMissing);
    }

    // 24V/2A and 500mg/5ml may stand apart in a text.
    private static bool AreAmounts(Token[] parts) =>
        parts.Length % 2 == 0 && !parts.Where((p, i) => p.Script == CharClass.Digit != (i % 2 == 0)).Any();

    private bool IsMissing(QueryGroup group) =>
        BitOperations.IsPow2(group.Words) && group.Terms[0].Term is var term && (term.Length <= MaxModelLetters + 1 || term.Any(char.IsAsciiDigit)) && !_forms.Occurs(group.Terms);

    private void AddKey(ulong words, string term, double score)
    {
        Add(new(words, [new(term, score)], Fixed: true));
        _namesCode = true;
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
            _groups.Add(new(words, [new(Term.Of(Term.Name, name), Ranking.WholeName)], Fixed: true));
    }
}
