using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "documents_disputes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    other_party = table.Column<string>(type: "TEXT", nullable: false),
                    claimed = table.Column<long>(type: "INTEGER", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    stage_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    outcome_text = table.Column<string>(type: "TEXT", nullable: true),
                    outcome_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome_paper_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_disputes", x => x.id);
                });

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
                name: "documents_handled_messages",
                columns: table => new
                {
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "documents_number_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_number_series", x => new { x.series, x.year });
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
                name: "documents_outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    parked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_outbox", x => x.id);
                });

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
                    announced = table.Column<bool>(type: "INTEGER", nullable: false),
                    complex_days = table.Column<int>(type: "INTEGER", nullable: true),
                    contract = table.Column<string>(type: "TEXT", nullable: true),
                    customer_lines = table.Column<string>(type: "TEXT", nullable: true),
                    customer_ids = table.Column<string>(type: "TEXT", nullable: true),
                    product_types = table.Column<string>(type: "TEXT", nullable: true),
                    prices_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    covers = table.Column<string>(type: "TEXT", nullable: true),
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

            migrationBuilder.CreateTable(
                name: "documents_grounds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    zh = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: true),
                    below = table.Column<bool>(type: "INTEGER", nullable: false),
                    limit = table.Column<double>(type: "REAL", nullable: true),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_grounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_grounds_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_terminations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    ground = table.Column<string>(type: "TEXT", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    objected = table.Column<bool>(type: "INTEGER", nullable: false),
                    settled = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_terminations", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_terminations_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_dispute_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dispute_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_dispute_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_dispute_events_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "documents_disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_dispute_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dispute_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_dispute_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_dispute_links_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "documents_disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_dispute_positions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dispute_id = table.Column<long>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    on_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_dispute_positions", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_dispute_positions_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "documents_disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_dispute_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dispute_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    first_due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_dispute_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_dispute_steps_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "documents_disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                    change = table.Column<long>(type: "INTEGER", nullable: false),
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

            migrationBuilder.CreateTable(
                name: "documents_ground_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ground_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    n = table.Column<double>(type: "REAL", nullable: false),
                    is_broken = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_met = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_ground_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_ground_months_ground_id",
                        column: x => x.ground_id,
                        principalTable: "documents_grounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_termination_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    termination_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_termination_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_termination_events_termination_id",
                        column: x => x.termination_id,
                        principalTable: "documents_terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_termination_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    termination_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_termination_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_termination_items_termination_id",
                        column: x => x.termination_id,
                        principalTable: "documents_terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_termination_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    termination_id = table.Column<long>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_termination_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_termination_steps_termination_id",
                        column: x => x.termination_id,
                        principalTable: "documents_terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "ix_documents_dispute_events_dispute_id",
                table: "documents_dispute_events",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_links_dispute_id",
                table: "documents_dispute_links",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_links_kind_key",
                table: "documents_dispute_links",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_positions_dispute_id",
                table: "documents_dispute_positions",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_steps_change",
                table: "documents_dispute_steps",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_steps_dispute_id",
                table: "documents_dispute_steps",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_steps_due_on",
                table: "documents_dispute_steps",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_documents_disputes_code",
                table: "documents_disputes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_disputes_public_id",
                table: "documents_disputes",
                column: "public_id",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_documents_ground_months_change",
                table: "documents_ground_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_ground_months_ground_id_month",
                table: "documents_ground_months",
                columns: new[] { "ground_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_grounds_agreement_id",
                table: "documents_grounds",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_grounds_public_id",
                table: "documents_grounds",
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

            migrationBuilder.CreateIndex(
                name: "ix_documents_outbox_next_attempt_at",
                table: "documents_outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

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
                name: "ix_documents_record_loans_change",
                table: "documents_record_loans",
                column: "change",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_documents_termination_events_termination_id",
                table: "documents_termination_events",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_termination_items_change",
                table: "documents_termination_items",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_termination_items_termination_id",
                table: "documents_termination_items",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_termination_steps_termination_id",
                table: "documents_termination_steps",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_terminations_agreement_id",
                table: "documents_terminations",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_terminations_code",
                table: "documents_terminations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_terminations_public_id",
                table: "documents_terminations",
                column: "public_id",
                unique: true);

            // The words of the documents: pairs of Chinese characters and whole words; content lies in search_chunks under the same number.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE documents_search USING fts5(tokens, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE documents_search");

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
                name: "documents_dispute_events");

            migrationBuilder.DropTable(
                name: "documents_dispute_links");

            migrationBuilder.DropTable(
                name: "documents_dispute_positions");

            migrationBuilder.DropTable(
                name: "documents_dispute_steps");

            migrationBuilder.DropTable(
                name: "documents_file_claims");

            migrationBuilder.DropTable(
                name: "documents_ground_months");

            migrationBuilder.DropTable(
                name: "documents_handled_messages");

            migrationBuilder.DropTable(
                name: "documents_number_series");

            migrationBuilder.DropTable(
                name: "documents_order_files");

            migrationBuilder.DropTable(
                name: "documents_outbox");

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
                name: "documents_termination_events");

            migrationBuilder.DropTable(
                name: "documents_termination_items");

            migrationBuilder.DropTable(
                name: "documents_termination_steps");

            migrationBuilder.DropTable(
                name: "documents_disputes");

            migrationBuilder.DropTable(
                name: "documents_files");

            migrationBuilder.DropTable(
                name: "documents_grounds");

            migrationBuilder.DropTable(
                name: "documents_records");

            migrationBuilder.DropTable(
                name: "documents_terminations");

            migrationBuilder.DropTable(
                name: "documents_agreements");
        }
    }
}
