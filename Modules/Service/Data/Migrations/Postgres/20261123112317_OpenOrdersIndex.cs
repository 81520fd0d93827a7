using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OpenOrdersIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_status_next_due",
                schema: "service",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_technician_id_window_start",
                schema: "service",
                table: "orders");

            migrationBuilder.RenameColumn(
                name: "next_due",
                schema: "service",
                table: "orders",
                newName: "sort_due");

            // only open orders are in the index; one without a running clock stands at its end
            migrationBuilder.Sql("UPDATE service.orders SET sort_due = CASE WHEN status IN ('completed', 'closed', 'cancelled') THEN NULL ELSE coalesce(sort_due, '9999-01-01 00:00:00+00') END");

            migrationBuilder.CreateIndex(
                name: "ix_orders_sort_due_id",
                schema: "service",
                table: "orders",
                columns: new[] { "sort_due", "id" },
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orders_status_received_at",
                schema: "service",
                table: "orders",
                columns: new[] { "status", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_technician_id_received_at",
                schema: "service",
                table: "orders",
                columns: new[] { "technician_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_technician_id_window_start",
                schema: "service",
                table: "orders",
                columns: new[] { "technician_id", "window_start" },
                filter: "sort_due IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_sort_due_id",
                schema: "service",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_status_received_at",
                schema: "service",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_technician_id_received_at",
                schema: "service",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_technician_id_window_start",
                schema: "service",
                table: "orders");

            migrationBuilder.RenameColumn(
                name: "sort_due",
                schema: "service",
                table: "orders",
                newName: "next_due");

            migrationBuilder.CreateIndex(
                name: "ix_orders_status_next_due",
                schema: "service",
                table: "orders",
                columns: new[] { "status", "next_due" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_technician_id_window_start",
                schema: "service",
                table: "orders",
                columns: new[] { "technician_id", "window_start" });
        }
    }
}
