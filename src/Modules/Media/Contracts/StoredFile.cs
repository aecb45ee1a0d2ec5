namespace ExportPortal.Media.Contracts;

/// <summary>A picture or document in the store.</summary>
/// <param name="Key">SHA-256 of its content, 64 hexadecimal digits in lower case. Equal content has one key and is kept once.</param>
/// <param name="Type">Its type.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Width">A picture's width in pixels as it is shown, after turning; 0 for a document.</param>
/// <param name="Height">A picture's height in pixels as it is shown, after turning; 0 for a document.</param>
public sealed record StoredFile(string Key, FileType Type, long Length, int Width, int Height);

/// <summary>A file that someone attached to a message. It has no public address.</summary>
/// <param name="Id">Names it in the store; random, 32 hexadecimal digits.</param>
/// <param name="Type">Its type.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Digest">SHA-256 of its content, 64 hexadecimal digits.</param>
public sealed record StoredAttachment(string Id, FileType Type, long Length, string Digest);
