using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "employees",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<string>(type: "text", nullable: true),
                    hired_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    formed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    disbanded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employee_areas",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employee_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_employee_areas_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "employee_events",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employee_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_employee_events_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "employee_skills",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employee_skills", x => x.id);
                    table.ForeignKey(
                        name: "fk_employee_skills_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<long>(type: "bigint", nullable: true),
                    position = table.Column<string>(type: "text", nullable: false),
                    grade = table.Column<string>(type: "text", nullable: true),
                    supervisor_id = table.Column<long>(type: "bigint", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    is_void = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_placements_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_placements_supervisor_id",
                        column: x => x.supervisor_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_placements_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "team_areas",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<long>(type: "bigint", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_team_areas_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "team_leaders",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<long>(type: "bigint", nullable: false),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_leaders", x => x.id);
                    table.ForeignKey(
                        name: "fk_team_leaders_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_team_leaders_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_employee_areas_change",
                schema: "staff",
                table: "employee_areas",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employee_areas_employee_id",
                schema: "staff",
                table: "employee_areas",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_employee_events_employee_id",
                schema: "staff",
                table: "employee_events",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_employee_skills_employee_id_name",
                schema: "staff",
                table: "employee_skills",
                columns: new[] { "employee_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employees_account_id",
                schema: "staff",
                table: "employees",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employees_number",
                schema: "staff",
                table: "employees",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employees_public_id",
                schema: "staff",
                table: "employees",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placements_change",
                schema: "staff",
                table: "placements",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placements_employee_id",
                schema: "staff",
                table: "placements",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_supervisor_id",
                schema: "staff",
                table: "placements",
                column: "supervisor_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_team_id",
                schema: "staff",
                table: "placements",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_team_areas_change",
                schema: "staff",
                table: "team_areas",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_areas_team_id",
                schema: "staff",
                table: "team_areas",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_team_leaders_change",
                schema: "staff",
                table: "team_leaders",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_leaders_employee_id",
                schema: "staff",
                table: "team_leaders",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_team_leaders_team_id",
                schema: "staff",
                table: "team_leaders",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_teams_code",
                schema: "staff",
                table: "teams",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_teams_public_id",
                schema: "staff",
                table: "teams",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "employee_areas",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employee_events",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employee_skills",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "team_areas",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "team_leaders",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employees",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "teams",
                schema: "staff");
        }
    }
}
