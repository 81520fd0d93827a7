using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Risk.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FaultsAndCourse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "dimension",
                schema: "risk",
                table: "actions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "faults",
                schema: "risk",
                table: "actions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "member",
                schema: "risk",
                table: "actions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "course",
                schema: "risk",
                table: "action_rounds",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "course_name",
                schema: "risk",
                table: "action_rounds",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "dimension",
                schema: "risk",
                table: "actions");

            migrationBuilder.DropColumn(
                name: "faults",
                schema: "risk",
                table: "actions");

            migrationBuilder.DropColumn(
                name: "member",
                schema: "risk",
                table: "actions");

            migrationBuilder.DropColumn(
                name: "course",
                schema: "risk",
                table: "action_rounds");

            migrationBuilder.DropColumn(
                name: "course_name",
                schema: "risk",
                table: "action_rounds");
        }
    }
}
