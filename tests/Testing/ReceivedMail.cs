using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ExportPortal.Testing;

/// <summary>A mail as a server received it.</summary>
/// <param name="To">The address it was sent to.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text as it is read where nothing but text is shown.</param>
/// <param name="MessageId">What its sender calls it, the same each time it is sent.</param>
/// <param name="Everything">All its parts, one under the other.</param>
public sealed partial record ReceivedMail(string To, string Subject, string Text, string MessageId, string Everything)
{
    /// <summary>Its headers, by name in any letter case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    /// <summary>The first web address in it.</summary>
    public string Link => Address().Match(Text).Value;

    /// <summary>Reads it from the form in which mail travels.</summary>
    public static ReceivedMail Read(string raw)
    {
        var (headers, body) = Split(raw.ReplaceLineEndings("\n"));
        var parts = Parts(headers, body).ToArray();
        return new(headers["X-RcptTo"], Words().Replace(BetweenWords().Replace(headers["Subject"], ""), Decode),
            parts.First(p => p.Type.StartsWith("text/plain", StringComparison.Ordinal)).Text, headers["Message-ID"], string.Join('\n', parts.Select(p => p.Text))) { Headers = headers };
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        // A header goes on in the lines that begin with a space.
        var headers = Folded().Replace(text[..end], " ").Split('\n').Select(h => h.Split(": ", 2)).Where(h => h.Length == 2)
            .GroupBy(h => h[0], StringComparer.OrdinalIgnoreCase).ToDictionary(h => h.Key, h => h.First()[1], StringComparer.OrdinalIgnoreCase);
        return (headers, text[(end + 2)..]);
    }

    private static IEnumerable<(string Type, string Text)> Parts(Dictionary<string, string> headers, string body)
    {
        var type = headers.GetValueOrDefault("Content-Type", "text/plain");
        if (Boundary().Match(type) is { Success: true } boundary)
            return body.Split("--" + boundary.Groups[1].Value)[1..^1].Select(p => Split(p.TrimStart('\n'))).SelectMany(p => Parts(p.Headers, p.Body));
        var bytes = headers.GetValueOrDefault("Content-Transfer-Encoding", "").ToLowerInvariant() switch
        {
            "base64" => Convert.FromBase64String(body),
            "quoted-printable" => FromQuoted(body.Replace("=\n", "", StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetBytes(body),
        };
        return [(type, Encoding.UTF8.GetString(bytes))];
    }

    private static string Decode(Match word) => Encoding.UTF8.GetString(word.Groups[1].Value is "B" or "b"
        ? Convert.FromBase64String(word.Groups[2].Value) : FromQuoted(word.Groups[2].Value.Replace('_', ' ')));

    private static byte[] FromQuoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '=')
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
                bytes.Add((byte)text[i]);
        return [.. bytes];
    }

    [GeneratedRegex("boundary=\"?([^\";\\s]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([BQbq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
