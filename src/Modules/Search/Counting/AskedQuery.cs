namespace ExportPortal.Search.Counting;

/// <summary>A query as it is counted: all that is known of who asked is the language and the market they chose.</summary>
/// <param name="Culture">The interface culture it was asked in.</param>
/// <param name="Market">The chosen market; empty for none.</param>
/// <param name="Query">The words as they are compared: <see cref="WorthCounting.KeyOf"/>.</param>
internal readonly record struct AskedQuery(string Culture, string Market, string Query);

/// <summary>How often a query was asked and its results opened since it was last written down.</summary>
/// <param name="Text">The query as somebody typed it.</param>
/// <param name="Asked">How often it was asked.</param>
/// <param name="Opened">How often a result was opened from it.</param>
internal readonly record struct QueryTimes(string Text, int Asked, int Opened);
