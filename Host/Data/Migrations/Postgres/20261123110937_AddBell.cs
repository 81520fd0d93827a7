using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Host.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddBell : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notices",
                schema: "host",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    once = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    text_key = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: false),
                    lines = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_addresses",
                schema: "host",
                columns: table => new
                {
                    notice_id = table.Column<long>(type: "bigint", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_addresses", x => new { x.notice_id, x.address });
                    table.ForeignKey(
                        name: "fk_notice_addresses_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "host",
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_readings",
                schema: "host",
                columns: table => new
                {
                    notice_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_readings", x => new { x.notice_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_notice_readings_account_id",
                        column: x => x.account_id,
                        principalSchema: "host",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_notice_readings_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "host",
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notice_readings_account_id",
                schema: "host",
                table: "notice_readings",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_notices_at",
                schema: "host",
                table: "notices",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_notices_once",
                schema: "host",
                table: "notices",
                column: "once",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_addresses",
                schema: "host");

            migrationBuilder.DropTable(
                name: "notice_readings",
                schema: "host");

            migrationBuilder.DropTable(
                name: "notices",
                schema: "host");
        }
    }
}
