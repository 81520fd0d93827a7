using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "documents_files",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    first_kept_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_kept_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_files", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "documents_file_claims",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    claimed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_file_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_file_claims_sha256",
                        column: x => x.sha256,
                        principalTable: "documents_files",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_documents_file_claims_owner",
                table: "documents_file_claims",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_documents_file_claims_sha256_owner",
                table: "documents_file_claims",
                columns: new[] { "sha256", "owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_files_last_kept_at",
                table: "documents_files",
                column: "last_kept_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents_file_claims");

            migrationBuilder.DropTable(
                name: "documents_files");
        }
    }
}
