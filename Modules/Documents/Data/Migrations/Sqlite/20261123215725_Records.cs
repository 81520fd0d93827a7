using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Records : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "documents_records",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    filed_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    paper = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", nullable: true),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    collected_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    archived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    archived_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    keep_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    needs_paper = table.Column<bool>(type: "INTEGER", nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    room = table.Column<string>(type: "TEXT", nullable: true),
                    cabinet = table.Column<string>(type: "TEXT", nullable: true),
                    box = table.Column<string>(type: "TEXT", nullable: true),
                    placed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    index_due = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    text_sha = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents_record_codes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number_series = table.Column<string>(type: "TEXT", nullable: false),
                    number_year = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_record_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_record_codes_document_id",
                        column: x => x.document_id,
                        principalTable: "documents_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_record_disposals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number_year = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    proposed_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_record_disposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_record_disposals_document_id",
                        column: x => x.document_id,
                        principalTable: "documents_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_record_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_record_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_record_events_document_id",
                        column: x => x.document_id,
                        principalTable: "documents_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_record_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_record_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_record_links_document_id",
                        column: x => x.document_id,
                        principalTable: "documents_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_record_loans",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    borrower = table.Column<string>(type: "TEXT", nullable: false),
                    lent_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lent_by = table.Column<string>(type: "TEXT", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    taken_back_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_record_loans", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_record_loans_document_id",
                        column: x => x.document_id,
                        principalTable: "documents_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_record_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_record_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_record_versions_document_id",
                        column: x => x.document_id,
                        principalTable: "documents_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_record_views",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_record_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_record_views_document_id",
                        column: x => x.document_id,
                        principalTable: "documents_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_search_chunks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_search_chunks", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_search_chunks_document_id",
                        column: x => x.document_id,
                        principalTable: "documents_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_codes_document_id",
                table: "documents_record_codes",
                column: "document_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_codes_number_series_number_year_sequence",
                table: "documents_record_codes",
                columns: new[] { "number_series", "number_year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_disposals_document_id",
                table: "documents_record_disposals",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_disposals_number_year_sequence",
                table: "documents_record_disposals",
                columns: new[] { "number_year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_events_document_id",
                table: "documents_record_events",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_links_document_id",
                table: "documents_record_links",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_links_kind_key",
                table: "documents_record_links",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_links_kind_label",
                table: "documents_record_links",
                columns: new[] { "kind", "label" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_loans_document_id",
                table: "documents_record_loans",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_loans_due_on",
                table: "documents_record_loans",
                column: "due_on",
                filter: "returned_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_versions_document_id_number",
                table: "documents_record_versions",
                columns: new[] { "document_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_versions_sha256",
                table: "documents_record_versions",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_documents_record_views_document_id",
                table: "documents_record_views",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_records_archived_on",
                table: "documents_records",
                column: "archived_on");

            migrationBuilder.CreateIndex(
                name: "ix_documents_records_change",
                table: "documents_records",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_records_code",
                table: "documents_records",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_records_filed_key",
                table: "documents_records",
                column: "filed_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_records_index_due",
                table: "documents_records",
                column: "index_due",
                filter: "index_due = 1");

            migrationBuilder.CreateIndex(
                name: "ix_documents_records_keep_until",
                table: "documents_records",
                column: "keep_until");

            migrationBuilder.CreateIndex(
                name: "ix_documents_records_public_id",
                table: "documents_records",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_records_state_class",
                table: "documents_records",
                columns: new[] { "state", "class" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_search_chunks_document_id_part",
                table: "documents_search_chunks",
                columns: new[] { "document_id", "part" },
                unique: true);

            // The words of the documents: pairs of Chinese characters and whole words; content lies in search_chunks under the same number.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE documents_search USING fts5(tokens, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE documents_search");

            migrationBuilder.DropTable(
                name: "documents_record_codes");

            migrationBuilder.DropTable(
                name: "documents_record_disposals");

            migrationBuilder.DropTable(
                name: "documents_record_events");

            migrationBuilder.DropTable(
                name: "documents_record_links");

            migrationBuilder.DropTable(
                name: "documents_record_loans");

            migrationBuilder.DropTable(
                name: "documents_record_versions");

            migrationBuilder.DropTable(
                name: "documents_record_views");

            migrationBuilder.DropTable(
                name: "documents_search_chunks");

            migrationBuilder.DropTable(
                name: "documents_records");
        }
    }
}
