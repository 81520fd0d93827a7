using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CertificatesCountByCity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "counts_in",
                table: "staff_certificates",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "trade",
                table: "staff_certificates",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "counts_in",
                table: "staff_certificates");

            migrationBuilder.DropColumn(
                name: "trade",
                table: "staff_certificates");
        }
    }
}
