using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddRelationshipSamples : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "relationship_samples",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    quarter = table.Column<DateOnly>(type: "date", nullable: false),
                    seed = table.Column<string>(type: "text", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    left_out = table.Column<int>(type: "integer", nullable: false),
                    drawn = table.Column<int>(type: "integer", nullable: false),
                    frame_hash = table.Column<string>(type: "text", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    drawn_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relationship_samples", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "relationship_sample_strata",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sample_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    drawn = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relationship_sample_strata", x => x.id);
                    table.ForeignKey(
                        name: "fk_relationship_sample_strata_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "feedback",
                        principalTable: "relationship_samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_relationship_sample_strata_sample_id",
                schema: "feedback",
                table: "relationship_sample_strata",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "ix_relationship_samples_quarter",
                schema: "feedback",
                table: "relationship_samples",
                column: "quarter",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "relationship_sample_strata",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "relationship_samples",
                schema: "feedback");
        }
    }
}
