using System.Text.Encodings.Web;
using System.Text.Json;

namespace ExportPortal.Inquiries.Routing;

/// <summary>Why something was decided, kept as a text key and codes, so that everyone reads it in their own language.</summary>
/// <param name="Key">The text's key.</param>
/// <param name="Codes">Ids and codes for its placeholders, by name: <c>country</c>, <c>desk</c>, <c>market</c>, <c>sector</c>, <c>culture</c>, <c>firm</c>, <c>load</c>.</param>
internal sealed record StoredReason(string Key, IReadOnlyDictionary<string, string> Codes)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static StoredReason Read(string stored) => JsonSerializer.Deserialize<StoredReason>(stored, Json)!;
}
