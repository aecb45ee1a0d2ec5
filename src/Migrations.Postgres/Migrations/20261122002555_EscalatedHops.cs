using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ExportPortal.Migrations.Postgres.Migrations
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
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erased_at",
                table: "inquiries_inquiries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "escalated_at",
                table: "inquiries_inquiries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mailbox",
                table: "inquiries_contacts",
                type: "character varying(254)",
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
