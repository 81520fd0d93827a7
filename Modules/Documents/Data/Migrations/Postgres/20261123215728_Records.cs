using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Records : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "records",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    filed_key = table.Column<Guid>(type: "uuid", nullable: true),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    paper = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    title_en = table.Column<string>(type: "text", nullable: true),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    collected_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    archived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    archived_on = table.Column<DateOnly>(type: "date", nullable: true),
                    keep_until = table.Column<DateOnly>(type: "date", nullable: true),
                    needs_paper = table.Column<bool>(type: "boolean", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    room = table.Column<string>(type: "text", nullable: true),
                    cabinet = table.Column<string>(type: "text", nullable: true),
                    box = table.Column<string>(type: "text", nullable: true),
                    placed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    index_due = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    text_sha = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "record_codes",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    number_series = table.Column<string>(type: "text", nullable: false),
                    number_year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_record_codes_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_disposals",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    number_year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    proposed_by_id = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_disposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_record_disposals_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_events",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_record_events_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_links",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_record_links_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_loans",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    borrower = table.Column<string>(type: "text", nullable: false),
                    lent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lent_by = table.Column<string>(type: "text", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_back_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_loans", x => x.id);
                    table.ForeignKey(
                        name: "fk_record_loans_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_versions",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_record_versions_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "record_views",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_record_views_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_chunks",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_chunks", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_chunks_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_record_codes_document_id",
                schema: "documents",
                table: "record_codes",
                column: "document_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_record_codes_number_series_number_year_sequence",
                schema: "documents",
                table: "record_codes",
                columns: new[] { "number_series", "number_year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_record_disposals_document_id",
                schema: "documents",
                table: "record_disposals",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_disposals_number_year_sequence",
                schema: "documents",
                table: "record_disposals",
                columns: new[] { "number_year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_record_events_document_id",
                schema: "documents",
                table: "record_events",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_links_document_id",
                schema: "documents",
                table: "record_links",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_links_kind_key",
                schema: "documents",
                table: "record_links",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_record_links_kind_label",
                schema: "documents",
                table: "record_links",
                columns: new[] { "kind", "label" });

            migrationBuilder.CreateIndex(
                name: "ix_record_loans_document_id",
                schema: "documents",
                table: "record_loans",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_loans_due_on",
                schema: "documents",
                table: "record_loans",
                column: "due_on",
                filter: "returned_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_record_versions_document_id_number",
                schema: "documents",
                table: "record_versions",
                columns: new[] { "document_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_record_versions_sha256",
                schema: "documents",
                table: "record_versions",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_record_views_document_id",
                schema: "documents",
                table: "record_views",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_records_archived_on",
                schema: "documents",
                table: "records",
                column: "archived_on");

            migrationBuilder.CreateIndex(
                name: "ix_records_change",
                schema: "documents",
                table: "records",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_records_code",
                schema: "documents",
                table: "records",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_records_filed_key",
                schema: "documents",
                table: "records",
                column: "filed_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_records_index_due",
                schema: "documents",
                table: "records",
                column: "index_due",
                filter: "index_due = 1");

            migrationBuilder.CreateIndex(
                name: "ix_records_keep_until",
                schema: "documents",
                table: "records",
                column: "keep_until");

            migrationBuilder.CreateIndex(
                name: "ix_records_public_id",
                schema: "documents",
                table: "records",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_records_state_class",
                schema: "documents",
                table: "records",
                columns: new[] { "state", "class" });

            migrationBuilder.CreateIndex(
                name: "ix_search_chunks_document_id_part",
                schema: "documents",
                table: "search_chunks",
                columns: new[] { "document_id", "part" },
                unique: true);

            // The words of the documents, written by the product and never by a configuration of the server.
            migrationBuilder.Sql("ALTER TABLE documents.search_chunks ADD COLUMN tokens tsvector");
            migrationBuilder.Sql("CREATE INDEX ix_search_chunks_tokens ON documents.search_chunks USING gin (tokens)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "record_codes",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "record_disposals",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "record_events",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "record_links",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "record_loans",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "record_versions",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "record_views",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "search_chunks",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "records",
                schema: "documents");
        }
    }
}
