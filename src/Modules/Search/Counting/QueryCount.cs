using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Search.Counting;

/// <summary>How often a query was asked in one week. Nothing in it tells who asked, or when within the week.</summary>
internal sealed class QueryCount
{
    public long Id { get; private set; }

    /// <summary>The interface culture it was asked in.</summary>
    public required string Culture { get; init; }

    /// <summary>The chosen market; empty for none.</summary>
    public required string Market { get; init; }

    /// <summary>The words as they are compared.</summary>
    public required string Query { get; init; }

    /// <summary>The Monday of its week, UTC.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>The query as one of the first who asked it typed it.</summary>
    public required string Text { get; init; }

    public required int Asked { get; init; }

    /// <summary>How often a result was opened from it.</summary>
    public required int Opened { get; init; }

    /// <summary>How many results it had the last time; the same in all of a query's weeks.</summary>
    public required int Results { get; init; }

    public static DateOnly WeekOf(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(instant.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    internal sealed class Map : IEntityTypeConfiguration<QueryCount>
    {
        public void Configure(EntityTypeBuilder<QueryCount> builder)
        {
            builder.ToTable("search_queries").HasKey(c => c.Id);
            builder.Property(c => c.Culture).HasMaxLength(35);
            builder.Property(c => c.Market).HasMaxLength(100);
            builder.Property(c => c.Query).HasMaxLength(WorthCounting.MostKey);
            builder.Property(c => c.Text).HasMaxLength(WorthCounting.MostCharacters);
            builder.HasIndex(c => new { c.Culture, c.Market, c.Query, c.Week }).IsUnique();
            builder.HasIndex(c => c.Week);
        }
    }
}
