using System.Text.RegularExpressions;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>Part numbers that stand in names and descriptions, each among neighbours that differ from it by one sign.</summary>
public sealed partial class PartNumberTests
{
    private static readonly string[] Written =
    [
        "6ES7 214-1AG40-0XB0", "6ES7 315-2EH14-0AB0", "6AV2 124-0GC01-0AX0", "LM317T", "LM7805CT", "LM2596S-5.0", "STM32F103C8T6", "STM32F407VGT6",
        "XC7A35T-1CPG236C", "XC7Z020-1CLG400C", "1N4148", "1N5819", "2SC5200-O", "2N3904", "M12x1.5", "DN50/PN16", "RTL8211E-VB-CG", "RTL8153B-VB-CG",
        "AD-8923-BT", "AD7606BSTZ", "MAX232ECPE", "NE555P", "BC547B", "IRF540NPBF", "ATMEGA328P-PU", "TPS54331DR", "SN74HC595N", "MPX5700AP",
        "KTY81-110", "PT100-A2", "DS18B20", "ESP32-WROOM-32E", "NRF52840-QIAA", "CY7C68013A-56PVXC", "SKF 6205-2RS1", "NU-208-ECP", "HTD-5M-450",
        "3RT2015-1AP01", "LC1D09M7", "FX3U-32MR/ES", "CQM1H-CPU51", "AX5000/2", "G3VM-61GR2", "ZB4-BVB3", "HF-KP43", "V8-230-50", "TZ-628-K", "PX.40.118", "NT-90-MK4", "B57861S0103F040", "SI-4432-B1", "CR 10-07", "C25710/3", "LM317T/NOPB",
    ];

    private static readonly string[] Numbers = [.. Written, .. Written.SelectMany(Neighbours).Distinct().Except(Written)];

    private static readonly SearchIndex Index = IndexOf(Numbers.Select((number, i) => i % 3 == 0
        ? Document($"d{i}", ("en", $"Controller {number}"), ("ru", $"Контроллер {number}"))
        : Document($"d{i}", ("en", i % 3 == 1 ? "Spare part" : $"Spare part with cable {i}")).With(SearchField.Description, "en", $"The part bears the number {number} and fits 24 V, 16 bar, 50 Hz.")));

    public static TheoryData<string> All => [.. Written];

    [Fact]
    public void There_are_enough_neighbours_to_err() => Numbers.Length.ShouldBeGreaterThan(140);

    [Theory, MemberData(nameof(All))]
    public void A_part_number_stands_first_however_it_is_written(string number)
    {
        foreach (var typed in Ways(number).Distinct())
            (typed, First(typed)).ShouldBe((typed, number));
    }

    [Theory, MemberData(nameof(All))]
    public void What_begins_a_part_number_finds_it(string number)
    {
        var joined = number.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);
        for (var length = 6; length < joined.Length; length++)
            Found(joined[..length]).ShouldContain(number, joined[..length]);
    }

    [Theory, MemberData(nameof(All))]
    public void A_part_number_that_does_not_exist_is_not_said_to_be_found_and_not_mended(string number)
    {
        foreach (var wrong in Neighbours(number, "79").Except(Numbers).SelectMany(n => new[] { n, Bare(n), n.Replace('-', '/'), LetterWords().IsMatch(n) ? n : n.Replace('-', ' ') }))
        {
            var answer = Index.Search(new() { Text = wrong, Culture = "en", PageSize = 100 });
            answer.Correction.ShouldBeNull(wrong);
            foreach (var hit in answer.Hits.Where(h => h.AllWords))
                Bare(NumberOf(hit)).ShouldStartWith(Bare(wrong), Case.Insensitive, wrong);
        }
    }

    [Fact]
    public void Of_amounts_written_together_each_may_stand_by_itself() =>
        IndexOf(Document("supply", ("en", "Supply of 24 V and up to 2 A"))).Ids("24V/2A").ShouldBe(["supply"]);

    [Fact]
    public void A_code_beside_words_leads_and_a_wrong_one_leaves_the_words() =>
        (Index.Ids("spare part AD-8923-BT")[0], Index.Ids("spare part AD-8929-BT").Length > 0).ShouldBe((Index.Ids("AD-8923-BT")[0], true));

    // With spaces around it, WROOM is a word as any other.
    [GeneratedRegex("[A-Z]{4}")]
    private static partial Regex LetterWords();

    private static IEnumerable<string> Ways(string number) =>
    [
        number, number.ToLowerInvariant(), number.Replace("-", "", StringComparison.Ordinal), .. LetterWords().IsMatch(number) ? [] : new[] { number.Replace('-', ' '), number.Replace('-', '/') },
        number.Replace('-', '‑'), number.Replace('-', '－'), $"\"{number}\"",
    ];

    // Another digit, or another last letter, in its last half.
    private static IEnumerable<string> Neighbours(string number) => Neighbours(number, "14");

    private static IEnumerable<string> Neighbours(string number, string digits)
    {
        var at = number.LastIndexOfAny([.. "0123456789"]);
        foreach (var digit in digits)
            if (number[at] != digit)
                yield return string.Concat(number.AsSpan(0, at), [digit], number.AsSpan(at + 1));
    }

    private static string Bare(string number) => string.Concat(number.Where(char.IsLetterOrDigit));

    private static string First(string typed) => Found(typed).FirstOrDefault() ?? "";

    private static string[] Found(string typed) => [.. Index.Search(new() { Text = typed, Culture = "en", PageSize = 100 }).Hits.Select(NumberOf)];

    private static string NumberOf(SearchHit hit) => Numbers[int.Parse(hit.Id[1..], System.Globalization.CultureInfo.InvariantCulture)];
}
