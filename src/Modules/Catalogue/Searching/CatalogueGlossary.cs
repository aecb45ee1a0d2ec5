using ExportPortal.Catalogue.Subjects;
using ExportPortal.Kernel.Database;
using ExportPortal.Search.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Catalogue.Searching;

/// <summary>Gives the glossary, as editors keep it in the feed, to the search index.</summary>
internal sealed class CatalogueGlossary(IServiceScopeFactory scopes) : IGlossarySource
{
    public string Kind => "glossary";

    public async Task<IReadOnlyList<SearchConcept>> ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var contents = await db.Set<Subject>().AsNoTracking().Where(s => s.Kind == Kind).Select(s => s.Content).ToListAsync(cancellation);
        return [.. contents.Select(ContentJson.Read<GlossaryContent>).Select(g => new SearchConcept(g.Id, TermsOf(g)))];
    }

    internal static IReadOnlyList<ConceptTerm> TermsOf(GlossaryContent concept) =>
        [.. concept.Names.Select(n => new ConceptTerm(n.Culture, n.Value)), .. concept.Terms.SelectMany(t => t.Value.Select(term => new ConceptTerm(t.Key, term)))];
}
