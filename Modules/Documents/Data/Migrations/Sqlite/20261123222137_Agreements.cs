using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Agreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "change",
                table: "documents_record_loans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "documents_agreements",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    is_reference = table.Column<bool>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    party = table.Column<string>(type: "TEXT", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    terminated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    copy_filed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    number_year = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_agreements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents_order_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", nullable: false),
                    papers = table.Column<string>(type: "TEXT", nullable: false),
                    complete_for = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_order_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents_agreement_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: true),
                    act_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_agreement_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_agreement_changes_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_agreement_clauses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    zh = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    text_zh = table.Column<string>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_agreement_clauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_agreement_clauses_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_agreement_ends",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    renewed = table.Column<bool>(type: "INTEGER", nullable: false),
                    spared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_agreement_ends", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_agreement_ends_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_agreement_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_agreement_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_agreement_events_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_agreement_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notice_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    copy_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    took_effect = table.Column<bool>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    customers = table.Column<string>(type: "TEXT", nullable: true),
                    products = table.Column<string>(type: "TEXT", nullable: true),
                    sites = table.Column<string>(type: "TEXT", nullable: true),
                    response_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    handling_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    discount_percent = table.Column<int>(type: "INTEGER", nullable: true),
                    price_terms = table.Column<string>(type: "TEXT", nullable: true),
                    text_zh = table.Column<string>(type: "TEXT", nullable: true),
                    text_en = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_agreement_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_agreement_versions_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_loans_change",
                table: "documents_record_loans",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreement_changes_agreement_id",
                table: "documents_agreement_changes",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreement_changes_change",
                table: "documents_agreement_changes",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreement_clauses_agreement_id",
                table: "documents_agreement_clauses",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreement_ends_agreement_id",
                table: "documents_agreement_ends",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreement_ends_change",
                table: "documents_agreement_ends",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreement_events_agreement_id",
                table: "documents_agreement_events",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreement_versions_agreement_id_number",
                table: "documents_agreement_versions",
                columns: new[] { "agreement_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreements_change",
                table: "documents_agreements",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreements_code",
                table: "documents_agreements",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreements_ends_on",
                table: "documents_agreements",
                column: "ends_on");

            migrationBuilder.CreateIndex(
                name: "ix_documents_agreements_public_id",
                table: "documents_agreements",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_order_files_change",
                table: "documents_order_files",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_order_files_order_number",
                table: "documents_order_files",
                column: "order_number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents_agreement_changes");

            migrationBuilder.DropTable(
                name: "documents_agreement_clauses");

            migrationBuilder.DropTable(
                name: "documents_agreement_ends");

            migrationBuilder.DropTable(
                name: "documents_agreement_events");

            migrationBuilder.DropTable(
                name: "documents_agreement_versions");

            migrationBuilder.DropTable(
                name: "documents_order_files");

            migrationBuilder.DropTable(
                name: "documents_agreements");

            migrationBuilder.DropIndex(
                name: "ix_documents_record_loans_change",
                table: "documents_record_loans");

            migrationBuilder.DropColumn(
                name: "change",
                table: "documents_record_loans");
        }
    }
}
