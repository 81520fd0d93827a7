using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Roster : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "change",
                table: "staff_suspensions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "is_lapse",
                table: "staff_suspensions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // rows that are there already get change numbers of their own, after those given so far
            migrationBuilder.Sql("UPDATE staff_suspensions SET change = id + coalesce((SELECT last FROM staff_number_series WHERE series = 'change' AND year = 0), 0)");
            migrationBuilder.Sql("UPDATE staff_number_series SET last = last + coalesce((SELECT max(id) FROM staff_suspensions), 0) WHERE series = 'change' AND year = 0");

            migrationBuilder.CreateTable(
                name: "staff_certificate_seals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    certificate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_certificate_seals", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_certificate_seals_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "staff_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_employee_devices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: true),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employee_devices", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_employee_devices_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_leaves",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_leaves", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_leaves_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_posts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: true),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_posts_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "staff_shifts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts = table.Column<int>(type: "INTEGER", nullable: true),
                    ends = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_shifts", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_shifts_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_work_weeks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    team_id = table.Column<long>(type: "INTEGER", nullable: true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: true),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    days = table.Column<string>(type: "TEXT", nullable: false),
                    starts = table.Column<int>(type: "INTEGER", nullable: false),
                    ends = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_work_weeks", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_work_weeks_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_staff_work_weeks_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_suspensions_change",
                table: "staff_suspensions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificate_seals_certificate_id",
                table: "staff_certificate_seals",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificate_seals_token_hash",
                table: "staff_certificate_seals",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_devices_employee_id",
                table: "staff_employee_devices",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_leaves_employee_id",
                table: "staff_leaves",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_leaves_last_day",
                table: "staff_leaves",
                column: "last_day");

            migrationBuilder.CreateIndex(
                name: "ix_staff_leaves_public_id",
                table: "staff_leaves",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_posts_change",
                table: "staff_posts",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_posts_team_id",
                table: "staff_posts",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_shifts_employee_id_day",
                table: "staff_shifts",
                columns: new[] { "employee_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_work_weeks_employee_id",
                table: "staff_work_weeks",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_work_weeks_team_id",
                table: "staff_work_weeks",
                column: "team_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff_certificate_seals");

            migrationBuilder.DropTable(
                name: "staff_employee_devices");

            migrationBuilder.DropTable(
                name: "staff_leaves");

            migrationBuilder.DropTable(
                name: "staff_posts");

            migrationBuilder.DropTable(
                name: "staff_shifts");

            migrationBuilder.DropTable(
                name: "staff_work_weeks");

            migrationBuilder.DropIndex(
                name: "ix_staff_suspensions_change",
                table: "staff_suspensions");

            migrationBuilder.DropColumn(
                name: "change",
                table: "staff_suspensions");

            migrationBuilder.DropColumn(
                name: "is_lapse",
                table: "staff_suspensions");
        }
    }
}
