using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Inquiries.Routing;

/// <summary>Says which desk answers for what. The first rule in order that fits decides; a condition that is null fits everything.</summary>
internal sealed class RoutingRule
{
    public int Id { get; private init; }

    /// <summary>Lower ones are asked first.</summary>
    public required int Order { get; init; }

    /// <summary>Public id of the destination's market.</summary>
    public string? Market { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the destination.</summary>
    public string? Country { get; init; }

    /// <summary>Public id of the sector of a product asked about.</summary>
    public string? Sector { get; init; }

    /// <summary>The culture the buyer wants to be answered in.</summary>
    public string? Culture { get; init; }

    /// <summary>Public id of a firm asked.</summary>
    public string? Firm { get; init; }

    /// <summary>Fits only while <see cref="Desk"/> has fewer open inquiries than this.</summary>
    public int? Load { get; init; }

    /// <summary>The desk; null for the one to which the catalogue gives the destination.</summary>
    public string? Desk { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<RoutingRule>
    {
        public void Configure(EntityTypeBuilder<RoutingRule> builder)
        {
            builder.ToTable("inquiries_routing_rules").HasKey(r => r.Id);
            foreach (var id in new[] { nameof(Market), nameof(Sector), nameof(Firm), nameof(Desk) })
                builder.Property<string?>(id).HasMaxLength(100);
            builder.Property(r => r.Country).HasMaxLength(2);
            builder.Property(r => r.Culture).HasMaxLength(35);
            builder.HasIndex(r => r.Order);
            // What holds where nobody has said otherwise: a country's inquiries go to the country's desk.
            builder.HasData(new RoutingRule { Id = 1, Order = 1_000 });
        }
    }
}
