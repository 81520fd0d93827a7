using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Agreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "change",
                schema: "documents",
                table: "record_loans",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "agreements",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    is_reference = table.Column<bool>(type: "boolean", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    party = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    terminated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    copy_filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    number_year = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_files",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    order_number = table.Column<string>(type: "text", nullable: false),
                    papers = table.Column<string>(type: "text", nullable: false),
                    complete_for = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreement_changes",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    act_on = table.Column<DateOnly>(type: "date", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_changes_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_clauses",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    zh = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    text_zh = table.Column<string>(type: "text", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_clauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_clauses_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_ends",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    renewed = table.Column<bool>(type: "boolean", nullable: false),
                    spared = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_ends", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_ends_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_events",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_events_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_versions",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    copy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    took_effect = table.Column<bool>(type: "boolean", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    customers = table.Column<string>(type: "text", nullable: true),
                    products = table.Column<string>(type: "text", nullable: true),
                    sites = table.Column<string>(type: "text", nullable: true),
                    response_hours = table.Column<int>(type: "integer", nullable: true),
                    handling_hours = table.Column<int>(type: "integer", nullable: true),
                    discount_percent = table.Column<int>(type: "integer", nullable: true),
                    price_terms = table.Column<string>(type: "text", nullable: true),
                    text_zh = table.Column<string>(type: "text", nullable: true),
                    text_en = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_versions_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_record_loans_change",
                schema: "documents",
                table: "record_loans",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_changes_agreement_id",
                schema: "documents",
                table: "agreement_changes",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_changes_change",
                schema: "documents",
                table: "agreement_changes",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_clauses_agreement_id",
                schema: "documents",
                table: "agreement_clauses",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_ends_agreement_id",
                schema: "documents",
                table: "agreement_ends",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_ends_change",
                schema: "documents",
                table: "agreement_ends",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreement_events_agreement_id",
                schema: "documents",
                table: "agreement_events",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_versions_agreement_id_number",
                schema: "documents",
                table: "agreement_versions",
                columns: new[] { "agreement_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_change",
                schema: "documents",
                table: "agreements",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_code",
                schema: "documents",
                table: "agreements",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_ends_on",
                schema: "documents",
                table: "agreements",
                column: "ends_on");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_public_id",
                schema: "documents",
                table: "agreements",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_files_change",
                schema: "documents",
                table: "order_files",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_files_order_number",
                schema: "documents",
                table: "order_files",
                column: "order_number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_changes",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "agreement_clauses",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "agreement_ends",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "agreement_events",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "agreement_versions",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "order_files",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "agreements",
                schema: "documents");

            migrationBuilder.DropIndex(
                name: "ix_record_loans_change",
                schema: "documents",
                table: "record_loans");

            migrationBuilder.DropColumn(
                name: "change",
                schema: "documents",
                table: "record_loans");
        }
    }
}
