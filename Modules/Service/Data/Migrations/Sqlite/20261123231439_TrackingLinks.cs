using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TrackingLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "service_stickers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    model_id = table.Column<long>(type: "INTEGER", nullable: true),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_stickers", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_stickers_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_stickers_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_tracking_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_tracking_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_tracking_links_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_stickers_appliance_id",
                table: "service_stickers",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_stickers_code",
                table: "service_stickers",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_stickers_model_id",
                table: "service_stickers",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_tracking_links_order_id",
                table: "service_tracking_links",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_tracking_links_token_hash",
                table: "service_tracking_links",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_stickers");

            migrationBuilder.DropTable(
                name: "service_tracking_links");
        }
    }
}
