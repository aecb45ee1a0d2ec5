using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExportPortal.Catalogue.Codes;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Values;

namespace ExportPortal.Catalogue.Schemas;

/// <summary>A string in one line, which must pass a check.</summary>
/// <param name="Max">Its longest, in characters.</param>
/// <param name="Check">What it must hold; null for nothing more.</param>
/// <param name="Reason">Why it is refused when it does not, as the last part of a text key.</param>
internal record StringRule(int Max, Func<string, bool>? Check = null, string Reason = "BadFormat") : Rule
{
    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
    {
        if (!Strings.TryRead(value, field, Max, multiline: false, reading, out var text))
            return null;
        if (Check?.Invoke(text) != false)
            return Accept(text, field, reading);
        reading.Refuse(field, Reason, ("value", Strings.Cut(text)));
        return null;
    }

    protected virtual JsonNode? Accept(string text, string field, LineReading reading) => JsonValue.Create(text);

    public override JsonObject Describe() => Schema("string", ("minLength", 1), ("maxLength", Max));
}

/// <summary>The id of another subject, which must exist.</summary>
internal sealed record ReferenceRule(string Kind) : StringRule(PublicId.MaxLength, PublicId.IsValid, "BadId")
{
    protected override JsonNode? Accept(string text, string field, LineReading reading)
    {
        reading.Refer(Kind, text, field);
        return base.Accept(text, field, reading);
    }
}

/// <summary>A culture tag, brought to canonical case.</summary>
internal sealed record CultureRule() : StringRule(CultureTag.MaxLength, tag => CultureTag.TryNormalise(tag, out _), "BadCulture")
{
    protected override JsonNode? Accept(string text, string field, LineReading reading) =>
        CultureTag.TryNormalise(text, out var tag) ? JsonValue.Create(tag) : null;
}

/// <summary>A file beside the feed; its path is relative and stays below the feed's folder.</summary>
internal sealed record FileRule(FileUse As) : StringRule(FileRule.Longest, IsBelow, "PathEscapes")
{
    /// <summary>The longest path, in characters.</summary>
    public const int Longest = 200;

    protected override JsonNode? Accept(string text, string field, LineReading reading)
    {
        reading.Use(text, As, field);
        return base.Accept(text, field, reading);
    }

    private static bool IsBelow(string path) =>
        !path.Contains('\\', StringComparison.Ordinal) && !path.Contains(':', StringComparison.Ordinal) && !path.StartsWith('/') &&
        path.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));
}

/// <summary>One of a fixed list of words.</summary>
internal sealed record ChoiceRule(params string[] Choices) : Rule
{
    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
    {
        if (!Strings.TryRead(value, field, 100, multiline: false, reading, out var text))
            return null;
        if (Choices.Contains(text, StringComparer.Ordinal))
            return JsonValue.Create(text);
        reading.Refuse(field, "NotAChoice", ("value", Strings.Cut(text)), ("choices", string.Join(", ", Choices)));
        return null;
    }

    public override JsonObject Describe() => new() { ["enum"] = new JsonArray([.. Choices.Select(c => JsonValue.Create(c))]) };
}

/// <summary>True or false; false is the same as absent.</summary>
internal sealed record BooleanRule : Rule
{
    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            reading.Refuse(field, "NotABoolean");
        return value.ValueKind == JsonValueKind.True ? JsonValue.Create(true) : null;
    }

    public override JsonObject Describe() => Schema("boolean");
}

/// <summary>A number within bounds, with at most so many decimals.</summary>
internal sealed record NumberRule(decimal Min, decimal Max, int Decimals = 0) : Rule
{
    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
            reading.Refuse(field, "NotANumber");
        else if (number < Min || number > Max)
            reading.Refuse(field, "OutOfRange", ("min", Min), ("max", Max));
        else if (decimal.Round(number, Decimals) != number)
            reading.Refuse(field, "TooManyDecimals", ("most", Decimals));
        else
            return JsonValue.Create(decimal.Parse(number.ToString("0.##########", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        return null;
    }

    public override JsonObject Describe() => Schema(Decimals == 0 ? "integer" : "number", ("minimum", Min), ("maximum", Max));
}

/// <summary>A date, <c>yyyy-MM-dd</c>, between 1900 and 2199.</summary>
internal sealed record DateRule : Rule
{
    public override JsonNode? Read(JsonElement value, string field, LineReading reading)
    {
        if (!Strings.TryRead(value, field, 40, multiline: false, reading, out var text))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and < 2200)
            return JsonValue.Create(text);
        reading.Refuse(field, "BadDate", ("value", Strings.Cut(text)));
        return null;
    }

    public override JsonObject Describe() => Schema("string", ("format", "date"));
}

/// <summary>Ready-made rules for codes and addresses.</summary>
internal static class Rules
{
    // Longer than any code, so that a wrong one is refused for what it is and not for its length.
    private const int LongestCode = 60;

    public static readonly StringRule Id = new(PublicId.MaxLength, PublicId.IsValid, "BadId");
    public static readonly StringRule Country = new(LongestCode, Countries.IsCountry, "BadCountry");
    public static readonly StringRule Currency = new(LongestCode, Money.IsCurrency, "BadCurrency");
    public static readonly StringRule Unit = new(LongestCode, Units.All.Contains, "BadUnit");
    public static readonly StringRule Incoterm = new(LongestCode, Incoterms.All.Contains, "BadIncoterm");
    public static readonly StringRule Gtin = new(LongestCode, CheckDigits.IsGtin, "BadGtin");
    public static readonly StringRule HsCode = new(LongestCode, HsCodes.IsSubheading, "BadHsCode");
    public static readonly StringRule HsChapter = new(LongestCode, code => code.Length == 2 && HsCodes.Describe(code) is not null, "BadHsCode");
    public static readonly StringRule Email = new(254, IsEmail, "BadEmail");
    public static readonly StringRule Website = new(500, IsWebsite, "BadWebsite");
    public static readonly StringRule Phone = new(LongestCode, CodeRules.IsE164, "BadPhone");
    public static readonly StringRule TimeZone = new(60, id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _), "BadTimeZone");
    public static readonly StringRule TimeOfDay = new(LongestCode, time => TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "BadTime");
    public static readonly NumberRule Price = new(0, 1_000_000_000_000m, 4);

    private static bool IsEmail(string text) =>
        System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text && text.IndexOf('@') is > 0 and var at && text[at..].Contains('.', StringComparison.Ordinal);

    private static bool IsWebsite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal);
}

/// <summary>Reads strings as they come in feeds.</summary>
internal static class Strings
{
    /// <summary>
    /// A string in NFC of 1 to <paramref name="max"/> characters, without control characters and without those that turn the direction of what follows.
    /// Line breaks and tabs are allowed in long texts.
    /// </summary>
    public static bool TryRead(JsonElement value, string field, int max, bool multiline, LineReading reading, out string text)
    {
        text = "";
        if (value.ValueKind != JsonValueKind.String)
            reading.Refuse(field, "NotAString");
        else if (!TryDecode(value, out text))
            reading.Refuse(field, "BrokenText");
        else if ((text = text.Normalize(NormalizationForm.FormC)).Length > max)
            reading.Refuse(field, "TooLong", ("most", max), ("length", text.Length));
        else if (string.IsNullOrWhiteSpace(text))
            reading.Refuse(field, "Empty");
        else if (text.Any(c => IsForbidden(c, multiline)))
            reading.Refuse(field, "ControlCharacter", ("code", $"U+{(int)text.First(c => IsForbidden(c, multiline)):X4}"));
        else
            return true;
        return false;
    }

    /// <summary>The beginning of a value, to be shown in a refusal.</summary>
    public static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static bool TryDecode(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            // A lone surrogate cannot be written as UTF-8 again.
            _ = text.IsNormalized(NormalizationForm.FormC);
            return true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            text = "";
            return false;
        }
    }

    private static bool IsForbidden(char c, bool multiline) =>
        (char.IsControl(c) && !(multiline && c is '\n' or '\r' or '\t')) || c is >= '\u202A' and <= '\u202E' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
