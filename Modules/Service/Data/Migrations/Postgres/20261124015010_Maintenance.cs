using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Maintenance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "maintenance_plans",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    appliance_id = table.Column<long>(type: "bigint", nullable: false),
                    work = table.Column<string>(type: "text", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    owed = table.Column<bool>(type: "boolean", nullable: false),
                    last_done = table.Column<DateOnly>(type: "date", nullable: true),
                    next_due = table.Column<DateOnly>(type: "date", nullable: false),
                    proposed_for = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_maintenance_plans_appliance_id",
                        column: x => x.appliance_id,
                        principalSchema: "service",
                        principalTable: "appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "maintenance_proposals",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: false),
                    appliance_id = table.Column<long>(type: "bigint", nullable: false),
                    work = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    offered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    owed = table.Column<bool>(type: "boolean", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: true),
                    booked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_maintenance_proposals_appliance_id",
                        column: x => x.appliance_id,
                        principalSchema: "service",
                        principalTable: "appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_maintenance_proposals_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_maintenance_proposals_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "service",
                        principalTable: "maintenance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_plans_appliance_id_work",
                schema: "service",
                table: "maintenance_plans",
                columns: new[] { "appliance_id", "work" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_plans_next_due",
                schema: "service",
                table: "maintenance_plans",
                column: "next_due");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_appliance_id",
                schema: "service",
                table: "maintenance_proposals",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_change",
                schema: "service",
                table: "maintenance_proposals",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_order_id",
                schema: "service",
                table: "maintenance_proposals",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_plan_id_due_on",
                schema: "service",
                table: "maintenance_proposals",
                columns: new[] { "plan_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_public_id",
                schema: "service",
                table: "maintenance_proposals",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_state_due_on",
                schema: "service",
                table: "maintenance_proposals",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_token_hash",
                schema: "service",
                table: "maintenance_proposals",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "maintenance_proposals",
                schema: "service");

            migrationBuilder.DropTable(
                name: "maintenance_plans",
                schema: "service");
        }
    }
}
