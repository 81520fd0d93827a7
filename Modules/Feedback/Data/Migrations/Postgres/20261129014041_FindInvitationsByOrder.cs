using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FindInvitationsByOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_invited_orders_number",
                schema: "feedback",
                table: "invited_orders",
                column: "number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invited_orders_number",
                schema: "feedback",
                table: "invited_orders");
        }
    }
}
