using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Host.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoteDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "host_backup_days",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    verified = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_backup_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_job_days",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    job = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    slots = table.Column<int>(type: "INTEGER", nullable: false),
                    succeeded = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_job_days", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_host_backup_days_change",
                table: "host_backup_days",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_backup_days_day",
                table: "host_backup_days",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_job_days_change",
                table: "host_job_days",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_job_days_day_job",
                table: "host_job_days",
                columns: new[] { "day", "job" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "host_backup_days");

            migrationBuilder.DropTable(
                name: "host_job_days");
        }
    }
}
