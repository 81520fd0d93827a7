using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Roster : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "change",
                schema: "staff",
                table: "suspensions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "is_lapse",
                schema: "staff",
                table: "suspensions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // rows that are there already get change numbers of their own, after those given so far
            migrationBuilder.Sql("UPDATE staff.suspensions SET change = id + coalesce((SELECT last FROM staff.number_series WHERE series = 'change' AND year = 0), 0)");
            migrationBuilder.Sql("UPDATE staff.number_series SET last = last + coalesce((SELECT max(id) FROM staff.suspensions), 0) WHERE series = 'change' AND year = 0");

            migrationBuilder.CreateTable(
                name: "certificate_seals",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    certificate_id = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_seals", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_seals_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "staff",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "employee_devices",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: true),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employee_devices", x => x.id);
                    table.ForeignKey(
                        name: "fk_employee_devices_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leaves",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leaves", x => x.id);
                    table.ForeignKey(
                        name: "fk_leaves_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<long>(type: "bigint", nullable: true),
                    position = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_posts_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "shifts",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    starts = table.Column<int>(type: "integer", nullable: true),
                    ends = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shifts", x => x.id);
                    table.ForeignKey(
                        name: "fk_shifts_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_weeks",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    team_id = table.Column<long>(type: "bigint", nullable: true),
                    employee_id = table.Column<long>(type: "bigint", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    days = table.Column<string>(type: "text", nullable: false),
                    starts = table.Column<int>(type: "integer", nullable: false),
                    ends = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_weeks", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_weeks_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_work_weeks_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_suspensions_change",
                schema: "staff",
                table: "suspensions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_seals_certificate_id",
                schema: "staff",
                table: "certificate_seals",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_seals_token_hash",
                schema: "staff",
                table: "certificate_seals",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employee_devices_employee_id",
                schema: "staff",
                table: "employee_devices",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_leaves_employee_id",
                schema: "staff",
                table: "leaves",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_leaves_last_day",
                schema: "staff",
                table: "leaves",
                column: "last_day");

            migrationBuilder.CreateIndex(
                name: "ix_leaves_public_id",
                schema: "staff",
                table: "leaves",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posts_change",
                schema: "staff",
                table: "posts",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posts_team_id",
                schema: "staff",
                table: "posts",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_shifts_employee_id_day",
                schema: "staff",
                table: "shifts",
                columns: new[] { "employee_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_weeks_employee_id",
                schema: "staff",
                table: "work_weeks",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_weeks_team_id",
                schema: "staff",
                table: "work_weeks",
                column: "team_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certificate_seals",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employee_devices",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "leaves",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "posts",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "shifts",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "work_weeks",
                schema: "staff");

            migrationBuilder.DropIndex(
                name: "ix_suspensions_change",
                schema: "staff",
                table: "suspensions");

            migrationBuilder.DropColumn(
                name: "change",
                schema: "staff",
                table: "suspensions");

            migrationBuilder.DropColumn(
                name: "is_lapse",
                schema: "staff",
                table: "suspensions");
        }
    }
}
