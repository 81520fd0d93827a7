using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Reporting.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_baselines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    grain = table.Column<string>(type: "TEXT", nullable: false),
                    center = table.Column<double>(type: "REAL", nullable: false),
                    moving_range = table.Column<double>(type: "REAL", nullable: false),
                    periods = table.Column<int>(type: "INTEGER", nullable: false),
                    frozen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    watch_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    frozen_by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_baselines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_found_signals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    grain = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_found_signals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_handled_messages",
                columns: table => new
                {
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "reporting_number_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_number_series", x => new { x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "reporting_outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    parked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_outbox", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_baselines_indicator_grain",
                table: "reporting_baselines",
                columns: new[] { "indicator", "grain" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_found_signals_indicator_grain_period_rule",
                table: "reporting_found_signals",
                columns: new[] { "indicator", "grain", "period", "rule" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_outbox_next_attempt_at",
                table: "reporting_outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_baselines");

            migrationBuilder.DropTable(
                name: "reporting_found_signals");

            migrationBuilder.DropTable(
                name: "reporting_handled_messages");

            migrationBuilder.DropTable(
                name: "reporting_number_series");

            migrationBuilder.DropTable(
                name: "reporting_outbox");
        }
    }
}
