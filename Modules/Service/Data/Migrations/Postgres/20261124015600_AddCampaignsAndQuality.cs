using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddCampaignsAndQuality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "campaign",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quality_cause",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quality_complaint",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_campaign",
                schema: "service",
                table: "orders",
                column: "campaign",
                filter: "campaign IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_campaign",
                schema: "service",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "campaign",
                schema: "service",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "quality_cause",
                schema: "service",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "quality_complaint",
                schema: "service",
                table: "orders");
        }
    }
}
