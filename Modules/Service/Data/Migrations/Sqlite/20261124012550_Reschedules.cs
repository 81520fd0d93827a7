using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reschedules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "service_reschedules",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    by_customer = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    old_start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    old_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    new_start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    new_end = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_reschedules", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_reschedules_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_window_start",
                table: "service_orders",
                column: "window_start",
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_reschedules_order_id",
                table: "service_reschedules",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_reschedules");

            migrationBuilder.DropIndex(
                name: "ix_service_orders_window_start",
                table: "service_orders");
        }
    }
}
