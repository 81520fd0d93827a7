using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "documents");

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
                name: "disputes",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    other_party = table.Column<string>(type: "text", nullable: false),
                    claimed = table.Column<long>(type: "bigint", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    stage_since = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    outcome_text = table.Column<string>(type: "text", nullable: true),
                    outcome_amount = table.Column<long>(type: "bigint", nullable: true),
                    outcome_paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputes", x => x.id);
                });

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
                name: "handled_messages",
                schema: "documents",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "documents",
                columns: table => new
                {
                    series = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series", x => new { x.series, x.year });
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
                name: "outbox",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    parked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

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
                    announced = table.Column<bool>(type: "boolean", nullable: false),
                    complex_days = table.Column<int>(type: "integer", nullable: true),
                    contract = table.Column<string>(type: "text", nullable: true),
                    customer_lines = table.Column<string>(type: "text", nullable: true),
                    customer_ids = table.Column<string>(type: "text", nullable: true),
                    product_types = table.Column<string>(type: "text", nullable: true),
                    prices_of = table.Column<DateOnly>(type: "date", nullable: true),
                    covers = table.Column<string>(type: "text", nullable: true),
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

            migrationBuilder.CreateTable(
                name: "grounds",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    zh = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: true),
                    below = table.Column<bool>(type: "boolean", nullable: false),
                    limit = table.Column<double>(type: "double precision", nullable: true),
                    months = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_grounds_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terminations",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: true),
                    objected = table.Column<bool>(type: "boolean", nullable: false),
                    settled = table.Column<long>(type: "bigint", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terminations", x => x.id);
                    table.ForeignKey(
                        name: "fk_terminations_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispute_events",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_events_dispute_id",
                        column: x => x.dispute_id,
                        principalSchema: "documents",
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_links",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_links_dispute_id",
                        column: x => x.dispute_id,
                        principalSchema: "documents",
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_positions",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_positions", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_positions_dispute_id",
                        column: x => x.dispute_id,
                        principalSchema: "documents",
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_steps",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    first_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_steps_dispute_id",
                        column: x => x.dispute_id,
                        principalSchema: "documents",
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                    change = table.Column<long>(type: "bigint", nullable: false),
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

            migrationBuilder.CreateTable(
                name: "ground_months",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ground_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    n = table.Column<double>(type: "double precision", nullable: false),
                    is_broken = table.Column<bool>(type: "boolean", nullable: false),
                    is_met = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ground_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_ground_months_ground_id",
                        column: x => x.ground_id,
                        principalSchema: "documents",
                        principalTable: "grounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "termination_events",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    termination_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_termination_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_termination_events_termination_id",
                        column: x => x.termination_id,
                        principalSchema: "documents",
                        principalTable: "terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "termination_items",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    termination_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_termination_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_termination_items_termination_id",
                        column: x => x.termination_id,
                        principalSchema: "documents",
                        principalTable: "terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "termination_steps",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    termination_id = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_termination_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_termination_steps_termination_id",
                        column: x => x.termination_id,
                        principalSchema: "documents",
                        principalTable: "terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "ix_dispute_events_dispute_id",
                schema: "documents",
                table: "dispute_events",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_links_dispute_id",
                schema: "documents",
                table: "dispute_links",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_links_kind_key",
                schema: "documents",
                table: "dispute_links",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_dispute_positions_dispute_id",
                schema: "documents",
                table: "dispute_positions",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_steps_change",
                schema: "documents",
                table: "dispute_steps",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dispute_steps_dispute_id",
                schema: "documents",
                table: "dispute_steps",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_steps_due_on",
                schema: "documents",
                table: "dispute_steps",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_code",
                schema: "documents",
                table: "disputes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disputes_public_id",
                schema: "documents",
                table: "disputes",
                column: "public_id",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_ground_months_change",
                schema: "documents",
                table: "ground_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ground_months_ground_id_month",
                schema: "documents",
                table: "ground_months",
                columns: new[] { "ground_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grounds_agreement_id",
                schema: "documents",
                table: "grounds",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_grounds_public_id",
                schema: "documents",
                table: "grounds",
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

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at",
                schema: "documents",
                table: "outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

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
                name: "ix_record_loans_change",
                schema: "documents",
                table: "record_loans",
                column: "change",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_termination_events_termination_id",
                schema: "documents",
                table: "termination_events",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_termination_items_change",
                schema: "documents",
                table: "termination_items",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_termination_items_termination_id",
                schema: "documents",
                table: "termination_items",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_termination_steps_termination_id",
                schema: "documents",
                table: "termination_steps",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_terminations_agreement_id",
                schema: "documents",
                table: "terminations",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_terminations_code",
                schema: "documents",
                table: "terminations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_terminations_public_id",
                schema: "documents",
                table: "terminations",
                column: "public_id",
                unique: true);

            // The words of the documents, written by the product and never by a configuration of the server.
            migrationBuilder.Sql("ALTER TABLE documents.search_chunks ADD COLUMN tokens tsvector");
            migrationBuilder.Sql("CREATE INDEX ix_search_chunks_tokens ON documents.search_chunks USING gin (tokens)");
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
                name: "dispute_events",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "dispute_links",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "dispute_positions",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "dispute_steps",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "file_claims",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "ground_months",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "handled_messages",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "order_files",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "documents");

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
                name: "termination_events",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "termination_items",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "termination_steps",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "disputes",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "files",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "grounds",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "records",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "terminations",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "agreements",
                schema: "documents");
        }
    }
}
