using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ExportPortal.Migrations.Sqlite.Migrations
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    mailbox = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_saved", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_saved_links",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    saved_id = table.Column<long>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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
