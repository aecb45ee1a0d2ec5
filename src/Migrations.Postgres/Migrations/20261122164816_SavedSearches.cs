using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ExportPortal.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SavedSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_saved",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    mailbox = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    culture = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    query = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_saved", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_saved_links",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    saved_id = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_saved_links", x => x.hash);
                    table.ForeignKey(
                        name: "FK_search_saved_links_search_saved_saved_id",
                        column: x => x.saved_id,
                        principalTable: "search_saved",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_saved_due_at",
                table: "search_saved",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_search_saved_key",
                table: "search_saved",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_saved_mailbox",
                table: "search_saved",
                column: "mailbox");

            migrationBuilder.CreateIndex(
                name: "IX_search_saved_links_saved_id",
                table: "search_saved_links",
                column: "saved_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_saved_links");

            migrationBuilder.DropTable(
                name: "search_saved");
        }
    }
}
