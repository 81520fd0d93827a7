using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Maintenance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "service_maintenance_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: false),
                    work = table.Column<string>(type: "TEXT", nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    owed = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_done = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    proposed_for = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_maintenance_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_maintenance_plans_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_maintenance_proposals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: false),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: false),
                    work = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    offered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    owed = table.Column<bool>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: true),
                    booked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_maintenance_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_maintenance_proposals_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_maintenance_proposals_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_maintenance_proposals_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_maintenance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_plans_appliance_id_work",
                table: "service_maintenance_plans",
                columns: new[] { "appliance_id", "work" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_plans_next_due",
                table: "service_maintenance_plans",
                column: "next_due");

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_appliance_id",
                table: "service_maintenance_proposals",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_change",
                table: "service_maintenance_proposals",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_order_id",
                table: "service_maintenance_proposals",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_plan_id_due_on",
                table: "service_maintenance_proposals",
                columns: new[] { "plan_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_public_id",
                table: "service_maintenance_proposals",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_state_due_on",
                table: "service_maintenance_proposals",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_token_hash",
                table: "service_maintenance_proposals",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_maintenance_proposals");

            migrationBuilder.DropTable(
                name: "service_maintenance_plans");
        }
    }
}
