using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reschedules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reschedules",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    by_customer = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    old_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    old_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    new_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    new_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reschedules", x => x.id);
                    table.ForeignKey(
                        name: "fk_reschedules_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_window_start",
                schema: "service",
                table: "orders",
                column: "window_start",
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reschedules_order_id",
                schema: "service",
                table: "reschedules",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reschedules",
                schema: "service");

            migrationBuilder.DropIndex(
                name: "ix_orders_window_start",
                schema: "service",
                table: "orders");
        }
    }
}
