using System.Numerics;
using System.Text;
using ExportPortal.Search.Analysis;
using ExportPortal.Search.Index;

namespace ExportPortal.Search.Glossaries;

/// <summary>A word of the glossary near to a text.</summary>
/// <param name="Term">The word.</param>
/// <param name="Distance">0 for the same, and the more the farther; below <see cref="NearTerms.Farthest"/>.</param>
internal readonly record struct NearTerm(GlossaryTerm Term, double Distance);

/// <summary>
/// Finds the words of the glossary that somebody may have meant who typed something that nobody wrote: with more errors than a search
/// mends, as they sound in another script, with the wrong keyboard layout, or as a part of what was typed. People choose among them.
/// </summary>
internal sealed class NearTerms
{
    /// <summary>What is farther was rather not meant.</summary>
    public const double Farthest = 0.4;

    private const int ShortestPart = 4, ShortestUnspaced = 2;

    // One error in so many letters, or sounds, of which a word has fewer.
    private const int LettersPerError = 3, LettersPerErrorRetyped = 6, SoundsPerError = 5, MostErrors = 3;

    // What each way of being near costs by itself, so that the surer ones come first.
    private const double Retyped = 0.05, OfOneWord = 0.1, Sounding = 0.1, PartOfAll = 0.35;

    private const double Nowhere = 1;

    private readonly GlossaryTerm[] _terms;
    private readonly Spelling[] _spellings;

    public NearTerms(GlossaryTerms terms)
    {
        _terms = [.. terms.InOrder];
        _spellings = Array.ConvertAll(_terms, t => Spelling.Of(t.Key));
    }

    // The sets of letters rule out nearly all before letters are compared one by one.
    private readonly record struct Spelling(string Key, CharClass Script, ulong Letters, string Sounds, ulong SoundLetters)
    {
        public double Cost { get; private init; }

        public bool IsRetyped { get; private init; }

        public static Spelling Of(string key, double cost = 0)
        {
            var sounds = SoundsOf(key);
            return new(key, ScriptOf(key), NearWords.LettersOf(key), sounds, NearWords.LettersOf(sounds)) { Cost = cost };
        }

        public static Spelling OfRetyped(string key) => new(key, ScriptOf(key), NearWords.LettersOf(key), "", 0) { Cost = Retyped, IsRetyped = true };
    }

    /// <summary>The words near to a text, the nearest first, of each concept one. None of a concept that has the text as a word.</summary>
    public IReadOnlyList<NearTerm> Find(string text)
    {
        var best = new Dictionary<string, NearTerm>(StringComparer.Ordinal);
        var typed = SpellingsOf(text);
        foreach (ref readonly var spelling in typed.AsSpan())
        {
            for (var i = 0; i < _spellings.Length; i++)
            {
                var distance = spelling.Cost + Distance(spelling, _spellings[i]);
                if (distance < Farthest && !(best.TryGetValue(_terms[i].Concept, out var other) && other.Distance <= distance))
                    best[_terms[i].Concept] = new(_terms[i], distance);
            }
        }
        return [.. best.Values.Where(n => n.Distance > 0).OrderBy(n => n.Distance).ThenBy(n => n.Term.Key, StringComparer.Ordinal)];
    }

    // The whole, what its keys give in other layouts, and each of several words.
    private static Spelling[] SpellingsOf(string text)
    {
        var key = Folding.NameKey(text);
        if (!key.Any(char.IsLetter))
            return [];
        var words = key.Split(' ');
        return [Spelling.Of(key), .. Keyboards.Retype(text).Select(Folding.NameKey).Where(k => k.Length > 0).Select(Spelling.OfRetyped),
            .. words.Length == 1 ? [] : words.Where(w => w.Length >= ShortestPart && !WordLists.Default.IsLight(w)).Select(w => Spelling.Of(w, OfOneWord))];
    }

    private static double Distance(in Spelling typed, in Spelling term)
    {
        var sounding = DistanceOfSounds(typed, term);
        return typed.Script != term.Script ? sounding : Math.Min(sounding, Math.Min(DistanceOfPart(typed, term), DistanceOfLetters(typed, term)));
    }

    private static double DistanceOfLetters(in Spelling typed, in Spelling term)
    {
        var length = Math.Max(typed.Key.Length, term.Key.Length);
        var errors = Math.Min(MostErrors, length / (typed.IsRetyped ? LettersPerErrorRetyped : LettersPerError));
        if (Math.Abs(typed.Key.Length - term.Key.Length) > errors || BitOperations.PopCount(typed.Letters ^ term.Letters) > 2 * errors)
            return Nowhere;
        var cost = NearWords.Distance(typed.Key, term.Key, Slips.Any * errors);
        // Who errs twice in a word begins it right.
        return cost > Slips.Any * errors || (cost >= 2 * Slips.Likely && Slips.SoundOf(typed.Key[0]) != Slips.SoundOf(term.Key[0])) ? Nowhere : (double)cost / (Slips.Any * length);
    }

    // A word within the text, as compounds hold them, or the text as the beginning of a word.
    private static double DistanceOfPart(in Spelling typed, in Spelling term)
    {
        var isTerm = typed.Key.Length > term.Key.Length;
        var (part, whole) = isTerm ? (term.Key, typed.Key) : (typed.Key, term.Key);
        var beyond = isTerm ? term.Letters & ~typed.Letters : typed.Letters & ~term.Letters;
        if (beyond != 0 || typed.IsRetyped || part.Length == whole.Length || part.Length < (typed.Script == CharClass.Unspaced ? ShortestUnspaced : ShortestPart))
            return Nowhere;
        return (isTerm ? whole.Contains(part, StringComparison.Ordinal) : whole.StartsWith(part, StringComparison.Ordinal)) ? PartOfAll * (1 - (double)part.Length / whole.Length) : Nowhere;
    }

    private static double DistanceOfSounds(in Spelling typed, in Spelling term)
    {
        if (typed.Sounds.Length == 0 || term.Sounds.Length == 0 || typed.Sounds[0] != term.Sounds[0])
            return Nowhere;
        var length = Math.Max(typed.Sounds.Length, term.Sounds.Length);
        var errors = Math.Min(MostErrors, length / SoundsPerError);
        if (Math.Abs(typed.Sounds.Length - term.Sounds.Length) > errors || BitOperations.PopCount(typed.SoundLetters ^ term.SoundLetters) > 2 * errors)
            return Nowhere;
        var cost = NearWords.Distance(typed.Sounds, term.Sounds, Slips.Any * errors);
        return cost > Slips.Any * errors ? Nowhere : Sounding + ((double)cost / (Slips.Any * length));
    }

    private static CharClass ScriptOf(string key) => CharClasses.Of(key.FirstOrDefault(char.IsLetter, key[0]));

    /// <summary>The sounds of all words together; empty if those of one are not known.</summary>
    private static string SoundsOf(string key)
    {
        var sounds = new StringBuilder();
        Span<char> buffer = stackalloc char[2 * Analyser.MaxTermLength];
        foreach (var word in key.Split(' '))
        {
            if (word.Length > Analyser.MaxTermLength || Sounds.Write(ScriptOf(word), word, buffer) is not (> 0 and var length))
                return "";
            sounds.Append(buffer[..length]);
        }
        return sounds.ToString();
    }
}
