using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddRelationshipSamples : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "feedback_relationship_samples",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    quarter = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seed = table.Column<string>(type: "TEXT", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: false),
                    left_out = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn = table.Column<int>(type: "INTEGER", nullable: false),
                    frame_hash = table.Column<string>(type: "TEXT", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    drawn_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_relationship_samples", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_relationship_sample_strata",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    sample_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_relationship_sample_strata", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_relationship_sample_strata_sample_id",
                        column: x => x.sample_id,
                        principalTable: "feedback_relationship_samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_relationship_sample_strata_sample_id",
                table: "feedback_relationship_sample_strata",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_relationship_samples_quarter",
                table: "feedback_relationship_samples",
                column: "quarter",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback_relationship_sample_strata");

            migrationBuilder.DropTable(
                name: "feedback_relationship_samples");
        }
    }
}
