using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ExportPortal.Accounts.People;

/// <summary>Someone who signs in.</summary>
internal sealed class Person : IdentityUser<string>
{
    public const int MostName = 100;
    public const int MostEmail = 254;

    /// <summary>The name shown to colleagues.</summary>
    public required string Name { get; set; }

    /// <summary>The interface culture they read.</summary>
    public required string Culture { get; set; }

    /// <summary>True for a user of the sample catalogue, who exists only beside it.</summary>
    public bool IsSample { get; init; }

    public List<PersonScope> Scopes { get; init; } = [];

    public static Person New(string email, string name, string culture, bool isSample = false) => new()
    {
        Id = Guid.CreateVersion7().ToString("N"),
        UserName = email,
        Email = email,
        Name = name,
        Culture = culture,
        IsSample = isSample,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    internal sealed class Map : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("accounts_people").HasKey(p => p.Id);
            builder.Property(p => p.Id).HasMaxLength(32);
            foreach (var text in new[] { nameof(UserName), nameof(NormalizedUserName), nameof(Email), nameof(NormalizedEmail) })
                builder.Property<string?>(text).HasMaxLength(MostEmail);
            builder.Property(p => p.Name).HasMaxLength(MostName);
            builder.Property(p => p.Culture).HasMaxLength(35);
            builder.Property(p => p.SecurityStamp).HasMaxLength(64);
            builder.Property(p => p.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            builder.Property(p => p.PasswordHash).HasMaxLength(200);
            builder.Ignore(p => p.PhoneNumber).Ignore(p => p.PhoneNumberConfirmed);
            builder.HasIndex(p => p.NormalizedUserName).IsUnique();
            builder.HasIndex(p => p.NormalizedEmail);
            builder.HasMany(p => p.Scopes).WithOne().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>Something a person may act for. What kinds and ids mean is others' business.</summary>
internal sealed class PersonScope
{
    public string PersonId { get; init; } = "";

    public required string Kind { get; init; }

    public required string Id { get; init; }

    internal sealed class Map : IEntityTypeConfiguration<PersonScope>
    {
        public void Configure(EntityTypeBuilder<PersonScope> builder)
        {
            builder.ToTable("accounts_scopes").HasKey(s => new { s.PersonId, s.Kind, s.Id });
            builder.Property(s => s.PersonId).HasMaxLength(32);
            builder.Property(s => s.Kind).HasMaxLength(20);
            builder.Property(s => s.Id).HasMaxLength(100);
            builder.HasIndex(s => new { s.Kind, s.Id });
        }
    }
}
