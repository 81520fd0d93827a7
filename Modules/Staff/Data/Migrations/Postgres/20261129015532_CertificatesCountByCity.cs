using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CertificatesCountByCity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "counts_in",
                schema: "staff",
                table: "certificates",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "trade",
                schema: "staff",
                table: "certificates",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "counts_in",
                schema: "staff",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "trade",
                schema: "staff",
                table: "certificates");
        }
    }
}
