using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AskingComplainants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "by",
                table: "feedback_opt_outs",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "lifted_by",
                table: "feedback_opt_outs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "earlier_number",
                table: "feedback_complaints",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaints_earlier_number",
                table: "feedback_complaints",
                column: "earlier_number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_feedback_complaints_earlier_number",
                table: "feedback_complaints");

            migrationBuilder.DropColumn(
                name: "by",
                table: "feedback_opt_outs");

            migrationBuilder.DropColumn(
                name: "lifted_by",
                table: "feedback_opt_outs");

            migrationBuilder.DropColumn(
                name: "earlier_number",
                table: "feedback_complaints");
        }
    }
}
