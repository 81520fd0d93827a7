using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AskingComplainants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "by",
                schema: "feedback",
                table: "opt_outs",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "lifted_by",
                schema: "feedback",
                table: "opt_outs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "earlier_number",
                schema: "feedback",
                table: "complaints",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_earlier_number",
                schema: "feedback",
                table: "complaints",
                column: "earlier_number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_complaints_earlier_number",
                schema: "feedback",
                table: "complaints");

            migrationBuilder.DropColumn(
                name: "by",
                schema: "feedback",
                table: "opt_outs");

            migrationBuilder.DropColumn(
                name: "lifted_by",
                schema: "feedback",
                table: "opt_outs");

            migrationBuilder.DropColumn(
                name: "earlier_number",
                schema: "feedback",
                table: "complaints");
        }
    }
}
