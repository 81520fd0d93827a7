using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SurveysReachEverybody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "email",
                table: "feedback_invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "feedback_printed_codes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_printed_codes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_printed_codes_order_id",
                table: "feedback_printed_codes",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback_printed_codes");

            migrationBuilder.DropColumn(
                name: "email",
                table: "feedback_invitations");
        }
    }
}
