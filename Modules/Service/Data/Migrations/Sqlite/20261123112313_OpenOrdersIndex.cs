using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenOrdersIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_service_orders_status_next_due",
                table: "service_orders");

            migrationBuilder.DropIndex(
                name: "ix_service_orders_technician_id_window_start",
                table: "service_orders");

            migrationBuilder.RenameColumn(
                name: "next_due",
                table: "service_orders",
                newName: "sort_due");

            // only open orders are in the index; one without a running clock stands at its end
            migrationBuilder.Sql("UPDATE service_orders SET sort_due = CASE WHEN status IN ('completed', 'closed', 'cancelled') THEN NULL ELSE coalesce(sort_due, '9999-01-01 00:00:00') END");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_sort_due_id",
                table: "service_orders",
                columns: new[] { "sort_due", "id" },
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_status_received_at",
                table: "service_orders",
                columns: new[] { "status", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_technician_id_received_at",
                table: "service_orders",
                columns: new[] { "technician_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_technician_id_window_start",
                table: "service_orders",
                columns: new[] { "technician_id", "window_start" },
                filter: "sort_due IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_service_orders_sort_due_id",
                table: "service_orders");

            migrationBuilder.DropIndex(
                name: "ix_service_orders_status_received_at",
                table: "service_orders");

            migrationBuilder.DropIndex(
                name: "ix_service_orders_technician_id_received_at",
                table: "service_orders");

            migrationBuilder.DropIndex(
                name: "ix_service_orders_technician_id_window_start",
                table: "service_orders");

            migrationBuilder.RenameColumn(
                name: "sort_due",
                table: "service_orders",
                newName: "next_due");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_status_next_due",
                table: "service_orders",
                columns: new[] { "status", "next_due" });

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_technician_id_window_start",
                table: "service_orders",
                columns: new[] { "technician_id", "window_start" });
        }
    }
}
