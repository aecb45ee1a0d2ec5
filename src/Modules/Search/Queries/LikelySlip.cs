using ExportPortal.Search.Analysis;

namespace ExportPortal.Search.Queries;

/// <summary>
/// Tells whether a word that nobody wrote is rather a known one typed wrongly than a good word for something that is not there.
/// The fewer letters a word has, the more words are near to it by chance, and the likelier the slip must be.
/// </summary>
internal static class LikelySlip
{
    private const int MostShort = 5, MostMiddling = 7;

    /// <summary>True for words so short that the words beside them have to speak for a guess.</summary>
    public static bool IsShort(string word) => word.Length <= MostShort;

    /// <summary>How far what was meant may be from what was typed; 0 where nothing is guessed.</summary>
    public static int MostDistance(string typed, CharClass script) => typed.Length switch
    {
        < 3 or > Analyser.MaxTermLength => 0,
        // Persian and Arabic leave out vowels: their words are short, and tell more by each letter.
        3 => script == CharClass.Arabic ? Slips.Likely : 0,
        <= MostShort => Slips.Any,
        <= MostMiddling => Slips.Any + Slips.AlikeInSound,
        _ => 2 * Slips.Any,
    };

    /// <summary>True if a slip explains what was typed where a near word was meant.</summary>
    /// <param name="typed">What was typed, folded.</param>
    /// <param name="meant">A word no farther from it than the most.</param>
    /// <param name="distance">How far it is.</param>
    public static bool Explains(string typed, string meant, int distance) =>
        BeginsRight(typed, meant, distance) && typed.Length switch
        {
            // Three letters are a word in nearly any order and with any end.
            3 => IsOneForAnother(typed, meant) && (distance == Slips.AlikeInSound || (typed[0] == meant[0] && typed[^1] == meant[^1])),
            // A letter left out is a common slip, and one vowel for another; a letter too many is not, unless it is doubled.
            4 => distance <= Slips.Likely || meant.Length > typed.Length,
            5 => distance <= Slips.Likely || meant.Length > typed.Length || IsVowelForAnother(typed, meant),
            _ => true,
        };

    // Hardly anybody errs in the first letter, least of all who errs again in the same word.
    private static bool BeginsRight(string typed, string meant, int distance) =>
        typed[0] == meant[0]
        || (distance < 2 * Slips.Likely && (distance < LeastToBeginRight(typed) || Slips.SoundOf(typed[0]) == Slips.SoundOf(meant[0])));

    private static int LeastToBeginRight(string typed) => typed.Length switch
    {
        <= MostShort => Slips.Likely,
        <= MostMiddling => Slips.Any,
        _ => 2 * Slips.Likely,
    };

    private static bool IsOneForAnother(string typed, string meant) =>
        typed.Length == meant.Length && typed.Where((c, i) => c != meant[i]).Count() == 1;

    private static bool IsVowelForAnother(string typed, string meant) =>
        IsOneForAnother(typed, meant) && typed.Zip(meant).All(l => l.First == l.Second || (Slips.IsVowel(l.First) && Slips.IsVowel(l.Second)));
}
