using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace AfterSales.Feedback.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "feedback");

            migrationBuilder.CreateTable(
                name: "analyses",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    findings = table.Column<string>(type: "text", nullable: true),
                    actions = table.Column<string>(type: "text", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analyses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "call_backs",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_key = table.Column<string>(type: "text", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order_number = table.Column<string>(type: "text", nullable: true),
                    technician = table.Column<string>(type: "text", nullable: true),
                    technician_name = table.Column<string>(type: "text", nullable: true),
                    technician_account = table.Column<string>(type: "text", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    recommendation = table.Column<int>(type: "integer", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answered_day = table.Column<DateOnly>(type: "date", nullable: false),
                    result = table.Column<string>(type: "text", nullable: true),
                    result_note = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    complaint_id = table.Column<Guid>(type: "uuid", nullable: true),
                    clock_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    clock_due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    clock_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    clock_is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    clock_limit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    clock_started = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    clock_verdict = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_backs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    cost = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "complaints",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    first_round_missed = table.Column<bool>(type: "boolean", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    matter = table.Column<string>(type: "text", nullable: false),
                    outside_number = table.Column<string>(type: "text", nullable: true),
                    outside_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    contact_name = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    contact_key = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    wish = table.Column<string>(type: "text", nullable: true),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order_number = table.Column<string>(type: "text", nullable: true),
                    contract = table.Column<string>(type: "text", nullable: true),
                    product_model = table.Column<string>(type: "text", nullable: true),
                    product_type = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: true),
                    subject_name = table.Column<string>(type: "text", nullable: true),
                    subject_account = table.Column<string>(type: "text", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_day = table.Column<DateOnly>(type: "date", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    calendar_version = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "text", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: true),
                    cause = table.Column<string>(type: "text", nullable: true),
                    investigation = table.Column<string>(type: "text", nullable: true),
                    remedy = table.Column<string>(type: "text", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: true),
                    reply_text = table.Column<string>(type: "text", nullable: true),
                    action = table.Column<string>(type: "text", nullable: true),
                    handler_id = table.Column<string>(type: "text", nullable: true),
                    handler_name = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_day = table.Column<DateOnly>(type: "date", nullable: true),
                    reopened = table.Column<int>(type: "integer", nullable: false),
                    reopened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    settled = table.Column<bool>(type: "boolean", nullable: true),
                    settled_day = table.Column<DateOnly>(type: "date", nullable: true),
                    refunded = table.Column<long>(type: "bigint", nullable: false),
                    refunded_day = table.Column<DateOnly>(type: "date", nullable: true),
                    earlier_number = table.Column<string>(type: "text", nullable: true),
                    token_hash = table.Column<string>(type: "text", nullable: true),
                    acknowledging_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    acknowledging_due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    acknowledging_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    acknowledging_is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    acknowledging_limit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    acknowledging_started = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    acknowledging_verdict = table.Column<string>(type: "text", nullable: true),
                    closing_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closing_due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    closing_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closing_is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    closing_limit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    closing_started = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closing_verdict = table.Column<string>(type: "text", nullable: true),
                    deciding_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    deciding_due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    deciding_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    deciding_is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    deciding_limit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    deciding_started = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    deciding_verdict = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handled_messages",
                schema: "feedback",
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
                name: "mentions",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    stars = table.Column<int>(type: "integer", nullable: true),
                    product_model = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_day = table.Column<DateOnly>(type: "date", nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    tone = table.Column<string>(type: "text", nullable: true),
                    tone_by = table.Column<string>(type: "text", nullable: true),
                    needs_reply = table.Column<bool>(type: "boolean", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: true),
                    replied_by = table.Column<string>(type: "text", nullable: true),
                    answering_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answering_due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    answering_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answering_is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    answering_limit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    answering_started = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answering_verdict = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "feedback",
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
                name: "opt_outs",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    contact_key = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    lifted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opt_outs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "feedback",
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
                name: "promises",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zh = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<double>(type: "double precision", nullable: false),
                    higher_is_better = table.Column<bool>(type: "boolean", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promises", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "questionnaires",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    draft = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questionnaires", x => x.id);
                });

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
                name: "testimonials",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    shown_as = table.Column<string>(type: "text", nullable: false),
                    mention_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    consent_how = table.Column<string>(type: "text", nullable: true),
                    consent_noted_by = table.Column<string>(type: "text", nullable: true),
                    shown_since = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_testimonials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "call_back_attempts",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    call_back_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_back_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_call_back_attempts_call_back_id",
                        column: x => x.call_back_id,
                        principalSchema: "feedback",
                        principalTable: "call_backs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaint_escalations",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    complaint_id = table.Column<long>(type: "bigint", nullable: false),
                    clock = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaint_escalations", x => x.id);
                    table.ForeignKey(
                        name: "fk_complaint_escalations_complaint_id",
                        column: x => x.complaint_id,
                        principalSchema: "feedback",
                        principalTable: "complaints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaint_events",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    complaint_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaint_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_complaint_events_complaint_id",
                        column: x => x.complaint_id,
                        principalSchema: "feedback",
                        principalTable: "complaints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "promise_months",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    promise_id = table.Column<long>(type: "bigint", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    n = table.Column<double>(type: "double precision", nullable: false),
                    kept = table.Column<bool>(type: "boolean", nullable: true),
                    is_final = table.Column<bool>(type: "boolean", nullable: false),
                    run = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_promise_months_promise_id",
                        column: x => x.promise_id,
                        principalSchema: "feedback",
                        principalTable: "promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "promise_plan_steps",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    promise_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_plan_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_promise_plan_steps_promise_id",
                        column: x => x.promise_id,
                        principalSchema: "feedback",
                        principalTable: "promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    questionnaire_id = table.Column<long>(type: "bigint", nullable: false),
                    questionnaire_version = table.Column<int>(type: "integer", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    contact_key = table.Column<string>(type: "text", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    invited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    invited_day = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    first_completed = table.Column<DateOnly>(type: "date", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reminded_day = table.Column<DateOnly>(type: "date", nullable: true),
                    refused_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    about_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalSchema: "feedback",
                        principalTable: "questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "questionnaire_versions",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    questionnaire_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questionnaire_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_questionnaire_versions_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalSchema: "feedback",
                        principalTable: "questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "invitation_calls",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    invitation_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_calls", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitation_calls_invitation_id",
                        column: x => x.invitation_id,
                        principalSchema: "feedback",
                        principalTable: "invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation_tokens",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    invitation_id = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitation_tokens_invitation_id",
                        column: x => x.invitation_id,
                        principalSchema: "feedback",
                        principalTable: "invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invited_orders",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    invitation_id = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    contract = table.Column<string>(type: "text", nullable: true),
                    technician = table.Column<string>(type: "text", nullable: true),
                    technician_name = table.Column<string>(type: "text", nullable: true),
                    technician_account = table.Column<string>(type: "text", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    product_model = table.Column<string>(type: "text", nullable: true),
                    product_type = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    completed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invited_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_invited_orders_invitation_id",
                        column: x => x.invitation_id,
                        principalSchema: "feedback",
                        principalTable: "invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "survey_responses",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    invitation_id = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answered_day = table.Column<DateOnly>(type: "date", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: true),
                    device_hash = table.Column<string>(type: "text", nullable: true),
                    entered_by = table.Column<string>(type: "text", nullable: true),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    recommendation = table.Column<int>(type: "integer", nullable: true),
                    effort = table.Column<int>(type: "integer", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true),
                    held = table.Column<string>(type: "text", nullable: true),
                    reviewed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reviewed_by = table.Column<string>(type: "text", nullable: true),
                    counts = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_responses", x => x.id);
                    table.ForeignKey(
                        name: "fk_survey_responses_invitation_id",
                        column: x => x.invitation_id,
                        principalSchema: "feedback",
                        principalTable: "invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "survey_answers",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    response_id = table.Column<long>(type: "bigint", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_survey_answers_response_id",
                        column: x => x.response_id,
                        principalSchema: "feedback",
                        principalTable: "survey_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "feedback",
                table: "questionnaires",
                columns: new[] { "id", "draft", "kind", "name_en", "name_zh", "public_id", "version" },
                values: new object[,]
                {
                    { -4L, null, "training", "Reaction to a training", "培训反馈", new Guid("00000004-0000-0000-0000-000000000000"), 0 },
                    { -3L, null, "complaint", "Settlement of a complaint", "投诉处理满意度", new Guid("00000003-0000-0000-0000-000000000000"), 0 },
                    { -2L, null, "relationship", "Relationship survey", "客户关系调查", new Guid("00000002-0000-0000-0000-000000000000"), 0 },
                    { -1L, null, "service", "Service satisfaction", "服务满意度", new Guid("00000001-0000-0000-0000-000000000000"), 0 }
                });

            migrationBuilder.InsertData(
                schema: "feedback",
                table: "questionnaire_versions",
                columns: new[] { "id", "document", "number", "published_at", "published_by", "questionnaire_id" },
                values: new object[,]
                {
                    { -4L, "[{\"Code\":\"overall\",\"Kind\":\"Rating\",\"Zh\":\"您对这次培训满意吗？\",\"En\":\"How satisfied are you with this training?\",\"Choices\":[]},{\"Code\":\"useful\",\"Kind\":\"Rating\",\"Zh\":\"内容对您的工作有用吗？\",\"En\":\"Is the content useful for your work?\",\"Choices\":[]},{\"Code\":\"trainer\",\"Kind\":\"Rating\",\"Zh\":\"讲师讲得清楚吗？\",\"En\":\"Was the trainer clear?\",\"Choices\":[]},{\"Code\":\"pace\",\"Kind\":\"Single\",\"Zh\":\"进度如何？\",\"En\":\"How was the pace?\",\"Choices\":[{\"Code\":\"slow\",\"Zh\":\"太慢\",\"En\":\"Too slow\"},{\"Code\":\"right\",\"Zh\":\"合适\",\"En\":\"Right\"},{\"Code\":\"fast\",\"Zh\":\"太快\",\"En\":\"Too fast\"}]},{\"Code\":\"comment\",\"Kind\":\"Text\",\"Zh\":\"您的建议\",\"En\":\"Your suggestions\",\"Choices\":[]}]", 1, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "AfterSales", -4L },
                    { -3L, "[{\"Code\":\"settled\",\"Kind\":\"Single\",\"Zh\":\"您的投诉解决了吗？\",\"En\":\"Does this settle your complaint?\",\"Choices\":[{\"Code\":\"yes\",\"Zh\":\"解决了\",\"En\":\"Yes\"},{\"Code\":\"no\",\"Zh\":\"没有解决\",\"En\":\"No\"}]},{\"Code\":\"overall\",\"Kind\":\"Rating\",\"Zh\":\"您对处理过程满意吗？\",\"En\":\"How satisfied are you with how it was handled?\",\"Choices\":[]},{\"Code\":\"comment\",\"Kind\":\"Text\",\"Zh\":\"还有什么想告诉我们的？\",\"En\":\"Anything else you would like to tell us?\",\"Choices\":[]}]", 1, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "AfterSales", -3L },
                    { -2L, "[{\"Code\":\"recommend\",\"Kind\":\"Recommendation\",\"Zh\":\"您愿意把我们推荐给亲友吗？\",\"En\":\"Would you recommend us to friends and family?\",\"Choices\":[]},{\"Code\":\"reason\",\"Kind\":\"Text\",\"Zh\":\"最主要的原因是什么？\",\"En\":\"What is the main reason?\",\"Choices\":[]},{\"Code\":\"overall\",\"Kind\":\"Rating\",\"Zh\":\"总体来说，您对我们满意吗？\",\"En\":\"Overall, how satisfied are you with us?\",\"Choices\":[]},{\"Code\":\"wish\",\"Kind\":\"Text\",\"Zh\":\"您最希望我们改进什么？\",\"En\":\"What should we improve first?\",\"Choices\":[]}]", 1, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "AfterSales", -2L },
                    { -1L, "[{\"Code\":\"overall\",\"Kind\":\"Rating\",\"Zh\":\"您对这次服务满意吗？\",\"En\":\"How satisfied are you with this service?\",\"Choices\":[]},{\"Code\":\"why\",\"Kind\":\"Multiple\",\"Zh\":\"哪些方面没有做好？\",\"En\":\"What went wrong?\",\"Choices\":[{\"Code\":\"late\",\"Zh\":\"来得太晚\",\"En\":\"Came too late\"},{\"Code\":\"not_fixed\",\"Zh\":\"没有修好\",\"En\":\"Not fixed\"},{\"Code\":\"price\",\"Zh\":\"收费不清楚或太贵\",\"En\":\"Price unclear or too high\"},{\"Code\":\"manner\",\"Zh\":\"服务态度\",\"En\":\"Manner\"},{\"Code\":\"clean\",\"Zh\":\"现场没有清理\",\"En\":\"Left a mess\"},{\"Code\":\"other\",\"Zh\":\"其他\",\"En\":\"Something else\"}],\"OnlyIf\":{\"Question\":\"overall\",\"AtMost\":3}},{\"Code\":\"recommend\",\"Kind\":\"Recommendation\",\"Zh\":\"您愿意把我们推荐给亲友吗？\",\"En\":\"Would you recommend us to friends and family?\",\"Choices\":[]},{\"Code\":\"effort\",\"Kind\":\"Effort\",\"Zh\":\"解决问题，您觉得省心吗？\",\"En\":\"How easy was it to get your problem solved?\",\"Choices\":[]},{\"Code\":\"comment\",\"Kind\":\"Text\",\"Zh\":\"还有什么想告诉我们的？\",\"En\":\"Anything else you would like to tell us?\",\"Choices\":[]}]", 1, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "AfterSales", -1L }
                });

            migrationBuilder.CreateIndex(
                name: "ix_analyses_change",
                schema: "feedback",
                table: "analyses",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_analyses_kind_month",
                schema: "feedback",
                table: "analyses",
                columns: new[] { "kind", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_back_attempts_call_back_id",
                schema: "feedback",
                table: "call_back_attempts",
                column: "call_back_id");

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_change",
                schema: "feedback",
                table: "call_backs",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_invitation_id",
                schema: "feedback",
                table: "call_backs",
                column: "invitation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_public_id",
                schema: "feedback",
                table: "call_backs",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_result_opened_at",
                schema: "feedback",
                table: "call_backs",
                columns: new[] { "result", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_code",
                schema: "feedback",
                table: "campaigns",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_public_id",
                schema: "feedback",
                table: "campaigns",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaint_escalations_complaint_id_clock_level_round",
                schema: "feedback",
                table: "complaint_escalations",
                columns: new[] { "complaint_id", "clock", "level", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaint_events_complaint_id",
                schema: "feedback",
                table: "complaint_events",
                column: "complaint_id");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_change",
                schema: "feedback",
                table: "complaints",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_earlier_number",
                schema: "feedback",
                table: "complaints",
                column: "earlier_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_number",
                schema: "feedback",
                table: "complaints",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_order_id",
                schema: "feedback",
                table: "complaints",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_public_id",
                schema: "feedback",
                table: "complaints",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_stage_received_at",
                schema: "feedback",
                table: "complaints",
                columns: new[] { "stage", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_complaints_token_hash",
                schema: "feedback",
                table: "complaints",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitation_calls_invitation_id",
                schema: "feedback",
                table: "invitation_calls",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_tokens_hash",
                schema: "feedback",
                table: "invitation_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitation_tokens_invitation_id",
                schema: "feedback",
                table: "invitation_tokens",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_change",
                schema: "feedback",
                table: "invitations",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_contact_key_invited_day",
                schema: "feedback",
                table: "invitations",
                columns: new[] { "contact_key", "invited_day" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_invited_day",
                schema: "feedback",
                table: "invitations",
                column: "invited_day");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_public_id",
                schema: "feedback",
                table: "invitations",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_questionnaire_id",
                schema: "feedback",
                table: "invitations",
                column: "questionnaire_id");

            migrationBuilder.CreateIndex(
                name: "ix_invited_orders_change",
                schema: "feedback",
                table: "invited_orders",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invited_orders_invitation_id",
                schema: "feedback",
                table: "invited_orders",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invited_orders_order_id",
                schema: "feedback",
                table: "invited_orders",
                column: "order_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_change",
                schema: "feedback",
                table: "mentions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_fingerprint",
                schema: "feedback",
                table: "mentions",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_public_id",
                schema: "feedback",
                table: "mentions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_published_at",
                schema: "feedback",
                table: "mentions",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_opt_outs_contact_key",
                schema: "feedback",
                table: "opt_outs",
                column: "contact_key");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at",
                schema: "feedback",
                table: "outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_promise_months_change",
                schema: "feedback",
                table: "promise_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_promise_months_promise_id_month",
                schema: "feedback",
                table: "promise_months",
                columns: new[] { "promise_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_promise_plan_steps_promise_id",
                schema: "feedback",
                table: "promise_plan_steps",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_promises_public_id",
                schema: "feedback",
                table: "promises",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_questionnaire_versions_questionnaire_id_number",
                schema: "feedback",
                table: "questionnaire_versions",
                columns: new[] { "questionnaire_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_questionnaires_kind",
                schema: "feedback",
                table: "questionnaires",
                column: "kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_questionnaires_public_id",
                schema: "feedback",
                table: "questionnaires",
                column: "public_id",
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_survey_answers_response_id_question",
                schema: "feedback",
                table: "survey_answers",
                columns: new[] { "response_id", "question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_answered_day",
                schema: "feedback",
                table: "survey_responses",
                column: "answered_day");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_device_hash",
                schema: "feedback",
                table: "survey_responses",
                column: "device_hash");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_invitation_id",
                schema: "feedback",
                table: "survey_responses",
                column: "invitation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_testimonials_public_id",
                schema: "feedback",
                table: "testimonials",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analyses",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "call_back_attempts",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "campaigns",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "complaint_escalations",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "complaint_events",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "handled_messages",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "invitation_calls",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "invitation_tokens",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "invited_orders",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "mentions",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "opt_outs",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "promise_months",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "promise_plan_steps",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "questionnaire_versions",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "relationship_sample_strata",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "survey_answers",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "testimonials",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "call_backs",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "complaints",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "promises",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "relationship_samples",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "survey_responses",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "invitations",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "questionnaires",
                schema: "feedback");
        }
    }
}
