using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Risk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FaultsAndCourse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "dimension",
                table: "risk_actions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "faults",
                table: "risk_actions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "member",
                table: "risk_actions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "course",
                table: "risk_action_rounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "course_name",
                table: "risk_action_rounds",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "dimension",
                table: "risk_actions");

            migrationBuilder.DropColumn(
                name: "faults",
                table: "risk_actions");

            migrationBuilder.DropColumn(
                name: "member",
                table: "risk_actions");

            migrationBuilder.DropColumn(
                name: "course",
                table: "risk_action_rounds");

            migrationBuilder.DropColumn(
                name: "course_name",
                table: "risk_action_rounds");
        }
    }
}
