using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddCampaignsAndQuality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "campaign",
                table: "service_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quality_cause",
                table: "service_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quality_complaint",
                table: "service_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_campaign",
                table: "service_orders",
                column: "campaign",
                filter: "campaign IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_service_orders_campaign",
                table: "service_orders");

            migrationBuilder.DropColumn(
                name: "campaign",
                table: "service_orders");

            migrationBuilder.DropColumn(
                name: "quality_cause",
                table: "service_orders");

            migrationBuilder.DropColumn(
                name: "quality_complaint",
                table: "service_orders");
        }
    }
}
