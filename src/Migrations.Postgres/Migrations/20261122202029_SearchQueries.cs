using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ExportPortal.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchQueries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_queries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    culture = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    market = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    query = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    asked = table.Column<int>(type: "integer", nullable: false),
                    opened = table.Column<int>(type: "integer", nullable: false),
                    results = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_queries", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_queries_culture_market_query_week",
                table: "search_queries",
                columns: new[] { "culture", "market", "query", "week" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_queries_week",
                table: "search_queries",
                column: "week");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_queries");
        }
    }
}
