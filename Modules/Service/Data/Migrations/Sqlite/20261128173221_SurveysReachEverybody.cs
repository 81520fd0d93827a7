using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SurveysReachEverybody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "survey_percent",
                table: "service_agreement_terms",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "survey_percent",
                table: "service_agreement_terms");
        }
    }
}
