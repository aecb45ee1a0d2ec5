namespace ExportPortal.Search.Analysis;

/// <summary>Guesses the language that somebody writes in.</summary>
internal static class WrittenLanguage
{
    /// <summary>The reader's own where it is written with the text's first letters, else the interface's usual one with them.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="culture">The interface culture they read in.</param>
    public static string Of(string text, string culture)
    {
        var analyser = new Analyser();
        analyser.Read(text);
        return analyser.Tokens.Select(t => t.Script).FirstOrDefault(s => s != CharClass.Digit) switch
        {
            CharClass.Latin when culture is not "fr" => "en",
            CharClass.Arabic when culture is not "ar" => "fa",
            CharClass.Cyrillic => "ru",
            CharClass.Unspaced => "zh-Hans",
            _ => culture,
        };
    }
}
