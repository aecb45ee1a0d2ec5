using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ExportPortal.Kernel.Values;

/// <summary>Secrets that stand in links. Only their hash is stored.</summary>
public static class SecretToken
{
    /// <summary>A new token of 128 random bits, safe in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What is stored and looked up: SHA-256 of the token, 64 hexadecimal digits.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
