using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ExportPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SlugTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_catalogue_slugs_kind_text",
                table: "catalogue_slugs",
                columns: new[] { "kind", "text" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_catalogue_slugs_kind_text",
                table: "catalogue_slugs");
        }
    }
}
