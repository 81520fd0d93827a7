using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Host.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NoteDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "backup_days",
                schema: "host",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_backup_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_days",
                schema: "host",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    job = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    slots = table.Column<int>(type: "integer", nullable: false),
                    succeeded = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_days", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_backup_days_change",
                schema: "host",
                table: "backup_days",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_backup_days_day",
                schema: "host",
                table: "backup_days",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_days_change",
                schema: "host",
                table: "job_days",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_days_day_job",
                schema: "host",
                table: "job_days",
                columns: new[] { "day", "job" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "backup_days",
                schema: "host");

            migrationBuilder.DropTable(
                name: "job_days",
                schema: "host");
        }
    }
}
