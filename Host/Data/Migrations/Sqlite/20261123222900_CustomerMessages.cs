using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Host.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CustomerMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "host_outgoing_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    once = table.Column<string>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<byte[]>(type: "BLOB", nullable: true),
                    urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    queued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_outgoing_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_template_texts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_template_texts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_host_outgoing_messages_about",
                table: "host_outgoing_messages",
                column: "about");

            migrationBuilder.CreateIndex(
                name: "ix_host_outgoing_messages_once",
                table: "host_outgoing_messages",
                column: "once",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_outgoing_messages_public_id",
                table: "host_outgoing_messages",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_outgoing_messages_state_next_at",
                table: "host_outgoing_messages",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "ix_host_template_texts_template_language",
                table: "host_template_texts",
                columns: new[] { "template", "language" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "host_outgoing_messages");

            migrationBuilder.DropTable(
                name: "host_template_texts");
        }
    }
}
