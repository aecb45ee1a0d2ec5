using System.Globalization;
using System.Reflection;
using ExportPortal.Kernel.Cultures;
using Microsoft.Extensions.Localization;

namespace ExportPortal.Kernel.Texts;

/// <summary>A module's interface texts: <c>localization/&lt;Module&gt;.*.resx</c>, embedded in its assembly.</summary>
/// <param name="Module">The first segment of its keys.</param>
/// <param name="Assembly">The assembly that holds them.</param>
public sealed record TextSource(string Module, Assembly Assembly);

/// <summary>All interface texts of all modules. A key is <c>Module.Subject.What</c>.</summary>
public sealed class InterfaceTexts
{
    private readonly Dictionary<string, IStringLocalizer> _modules;
    private readonly Dictionary<string, Wording> _wordings;

    /// <summary>Takes the sources that modules registered.</summary>
    public InterfaceTexts(IStringLocalizerFactory localizers, IEnumerable<TextSource> sources)
    {
        _modules = sources.ToDictionary(s => s.Module, s => localizers.Create(s.Module, s.Assembly.GetName().Name!), StringComparer.Ordinal);
        _wordings = PortalCultures.All.ToDictionary(c => c.Tag, c => new Wording(this, c), StringComparer.Ordinal);
    }

    /// <summary>The wording of an interface culture.</summary>
    public Wording For(PortalCulture culture) => _wordings[culture.Tag];

    /// <summary>The wording of the interface culture nearest to a tag; English for any other.</summary>
    public Wording For(string? tag) => For(PortalCultures.Nearest(tag) ?? PortalCultures.Default);

    internal MessagePattern Load(string culture, string key)
    {
        var module = key.Split('.', 2)[0];
        if (!_modules.TryGetValue(module, out var localizer))
            throw new KeyNotFoundException($"No module has texts for the key '{key}'.");
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var text = localizer[key];
            return text.ResourceNotFound ? throw new KeyNotFoundException($"No text for the key '{key}'.") : MessagePattern.Parse(text.Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
