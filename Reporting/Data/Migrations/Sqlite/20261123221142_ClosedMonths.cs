using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Reporting.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClosedMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_closed_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    run = table.Column<long>(type: "INTEGER", nullable: false),
                    as_of = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_closed_months", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_closed_numbers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    numerator = table.Column<double>(type: "REAL", nullable: true),
                    denominator = table.Column<double>(type: "REAL", nullable: false),
                    excluded = table.Column<long>(type: "INTEGER", nullable: false),
                    target = table.Column<double>(type: "REAL", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    rows = table.Column<byte[]>(type: "BLOB", nullable: false),
                    closed_month_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_closed_numbers", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporting_closed_numbers_closed_month_id",
                        column: x => x.closed_month_id,
                        principalTable: "reporting_closed_months",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_closed_months_month_contract",
                table: "reporting_closed_months",
                columns: new[] { "month", "contract" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_closed_numbers_closed_month_id",
                table: "reporting_closed_numbers",
                column: "closed_month_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_closed_numbers");

            migrationBuilder.DropTable(
                name: "reporting_closed_months");
        }
    }
}
