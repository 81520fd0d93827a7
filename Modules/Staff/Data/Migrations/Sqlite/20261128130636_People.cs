using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff_employees",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: true),
                    hired_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_teams",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    formed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    disbanded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_teams", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_employee_areas",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employee_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_employee_areas_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_employee_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employee_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_employee_events_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_employee_skills",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employee_skills", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_employee_skills_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_placements",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: true),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
                    supervisor_id = table.Column<long>(type: "INTEGER", nullable: true),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_void = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_placements_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_staff_placements_supervisor_id",
                        column: x => x.supervisor_id,
                        principalTable: "staff_employees",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_staff_placements_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "staff_team_areas",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_team_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_team_areas_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_team_leaders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: false),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_team_leaders", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_team_leaders_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_staff_team_leaders_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_areas_change",
                table: "staff_employee_areas",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_areas_employee_id",
                table: "staff_employee_areas",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_events_employee_id",
                table: "staff_employee_events",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_skills_employee_id_name",
                table: "staff_employee_skills",
                columns: new[] { "employee_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employees_account_id",
                table: "staff_employees",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employees_number",
                table: "staff_employees",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employees_public_id",
                table: "staff_employees",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_placements_change",
                table: "staff_placements",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_placements_employee_id",
                table: "staff_placements",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_placements_supervisor_id",
                table: "staff_placements",
                column: "supervisor_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_placements_team_id",
                table: "staff_placements",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_areas_change",
                table: "staff_team_areas",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_areas_team_id",
                table: "staff_team_areas",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_leaders_change",
                table: "staff_team_leaders",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_leaders_employee_id",
                table: "staff_team_leaders",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_leaders_team_id",
                table: "staff_team_leaders",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_teams_code",
                table: "staff_teams",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_teams_public_id",
                table: "staff_teams",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff_employee_areas");

            migrationBuilder.DropTable(
                name: "staff_employee_events");

            migrationBuilder.DropTable(
                name: "staff_employee_skills");

            migrationBuilder.DropTable(
                name: "staff_placements");

            migrationBuilder.DropTable(
                name: "staff_team_areas");

            migrationBuilder.DropTable(
                name: "staff_team_leaders");

            migrationBuilder.DropTable(
                name: "staff_employees");

            migrationBuilder.DropTable(
                name: "staff_teams");
        }
    }
}
