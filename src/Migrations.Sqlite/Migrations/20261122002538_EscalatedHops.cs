using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ExportPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EscalatedHops : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "data_of",
                table: "kernel_outbox",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "erased_at",
                table: "inquiries_inquiries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "escalated_at",
                table: "inquiries_inquiries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mailbox",
                table: "inquiries_contacts",
                type: "TEXT",
                maxLength: 254,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE inquiries_contacts SET mailbox = lower(email)");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_data_of",
                table: "kernel_outbox",
                column: "data_of");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_inquiries_escalated_at_due_at",
                table: "inquiries_inquiries",
                columns: new[] { "escalated_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_contacts_mailbox_consented_at",
                table: "inquiries_contacts",
                columns: new[] { "mailbox", "consented_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_kernel_outbox_data_of",
                table: "kernel_outbox");

            migrationBuilder.DropIndex(
                name: "IX_inquiries_inquiries_escalated_at_due_at",
                table: "inquiries_inquiries");

            migrationBuilder.DropIndex(
                name: "IX_inquiries_contacts_mailbox_consented_at",
                table: "inquiries_contacts");

            migrationBuilder.DropColumn(
                name: "data_of",
                table: "kernel_outbox");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "inquiries_inquiries");

            migrationBuilder.DropColumn(
                name: "escalated_at",
                table: "inquiries_inquiries");

            migrationBuilder.DropColumn(
                name: "mailbox",
                table: "inquiries_contacts");
        }
    }
}
