using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TrackingLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "stickers",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    model_id = table.Column<long>(type: "bigint", nullable: true),
                    appliance_id = table.Column<long>(type: "bigint", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stickers", x => x.id);
                    table.ForeignKey(
                        name: "fk_stickers_appliance_id",
                        column: x => x.appliance_id,
                        principalSchema: "service",
                        principalTable: "appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stickers_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tracking_links",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tracking_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_tracking_links_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stickers_appliance_id",
                schema: "service",
                table: "stickers",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_stickers_code",
                schema: "service",
                table: "stickers",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stickers_model_id",
                schema: "service",
                table: "stickers",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_tracking_links_order_id",
                schema: "service",
                table: "tracking_links",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_tracking_links_token_hash",
                schema: "service",
                table: "tracking_links",
                column: "token_hash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stickers",
                schema: "service");

            migrationBuilder.DropTable(
                name: "tracking_links",
                schema: "service");
        }
    }
}
