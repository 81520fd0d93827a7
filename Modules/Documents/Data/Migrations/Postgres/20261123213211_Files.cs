using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "files",
                schema: "documents",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    first_kept_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_kept_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "file_claims",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    claimed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_file_claims_sha256",
                        column: x => x.sha256,
                        principalSchema: "documents",
                        principalTable: "files",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_file_claims_owner",
                schema: "documents",
                table: "file_claims",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_file_claims_sha256_owner",
                schema: "documents",
                table: "file_claims",
                columns: new[] { "sha256", "owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_files_last_kept_at",
                schema: "documents",
                table: "files",
                column: "last_kept_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "file_claims",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "files",
                schema: "documents");
        }
    }
}
