using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Texts;
using ExportPortal.Search.Contracts;

namespace ExportPortal.Search.Asking;

/// <summary>The names of facets and their values.</summary>
internal sealed class FacetWords(IEnumerable<IFacetLabels> labels, InterfaceTexts texts)
{
    /// <summary>A number that differs once a name may have changed.</summary>
    public long Edition => labels.Sum(source => source.Edition);

    /// <summary>A value's name; the value itself, in no language, if nobody names it.</summary>
    public FoundText Label(string facet, string value, string culture)
    {
        foreach (var source in labels)
            if (source.Label(facet, value, culture) is { } label)
                return label;
        return new("", value);
    }

    /// <summary>A facet's name.</summary>
    public FoundText Name(string facet, string culture)
    {
        if (SearchFacets.All.Contains(facet))
        {
            var words = texts.For(culture);
            return new(words.Culture.Tag, words["Search.Facet." + facet]);
        }
        foreach (var source in labels)
            if (source.Name(facet, culture) is { } name)
                return name;
        return new("", facet);
    }
}
