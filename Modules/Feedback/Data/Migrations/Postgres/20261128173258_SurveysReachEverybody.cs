using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SurveysReachEverybody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "email",
                schema: "feedback",
                table: "invitations",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "printed_codes",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_printed_codes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_printed_codes_order_id",
                schema: "feedback",
                table: "printed_codes",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "printed_codes",
                schema: "feedback");

            migrationBuilder.DropColumn(
                name: "email",
                schema: "feedback",
                table: "invitations");
        }
    }
}
