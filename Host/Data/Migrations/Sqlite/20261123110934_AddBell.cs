using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Host.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddBell : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "host_notices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    once = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    text_key = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false),
                    link = table.Column<string>(type: "TEXT", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_notice_addresses",
                columns: table => new
                {
                    notice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_notice_addresses", x => new { x.notice_id, x.address });
                    table.ForeignKey(
                        name: "fk_host_notice_addresses_notice_id",
                        column: x => x.notice_id,
                        principalTable: "host_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_notice_readings",
                columns: table => new
                {
                    notice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_notice_readings", x => new { x.notice_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_host_notice_readings_account_id",
                        column: x => x.account_id,
                        principalTable: "host_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_host_notice_readings_notice_id",
                        column: x => x.notice_id,
                        principalTable: "host_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_host_notice_readings_account_id",
                table: "host_notice_readings",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_notices_at",
                table: "host_notices",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_host_notices_once",
                table: "host_notices",
                column: "once",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "host_notice_addresses");

            migrationBuilder.DropTable(
                name: "host_notice_readings");

            migrationBuilder.DropTable(
                name: "host_notices");
        }
    }
}
