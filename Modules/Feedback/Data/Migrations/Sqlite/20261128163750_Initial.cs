using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace AfterSales.Feedback.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "feedback_analyses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    findings = table.Column<string>(type: "TEXT", nullable: true),
                    actions = table.Column<string>(type: "TEXT", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_analyses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_call_backs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    invitation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_key = table.Column<string>(type: "TEXT", nullable: false),
                    contact_name = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    order_number = table.Column<string>(type: "TEXT", nullable: true),
                    technician = table.Column<string>(type: "TEXT", nullable: true),
                    technician_name = table.Column<string>(type: "TEXT", nullable: true),
                    technician_account = table.Column<string>(type: "TEXT", nullable: true),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    rating = table.Column<int>(type: "INTEGER", nullable: true),
                    recommendation = table.Column<int>(type: "INTEGER", nullable: true),
                    comment = table.Column<string>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    result_note = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    complaint_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    clock_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    clock_due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    clock_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    clock_is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    clock_limit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    clock_started = table.Column<DateTime>(type: "TEXT", nullable: false),
                    clock_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_call_backs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_campaigns",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cost = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_complaints",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    first_round_missed = table.Column<bool>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    matter = table.Column<string>(type: "TEXT", nullable: false),
                    outside_number = table.Column<string>(type: "TEXT", nullable: true),
                    outside_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    contact_name = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    contact_key = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    wish = table.Column<string>(type: "TEXT", nullable: true),
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    order_number = table.Column<string>(type: "TEXT", nullable: true),
                    contract = table.Column<string>(type: "TEXT", nullable: true),
                    product_model = table.Column<string>(type: "TEXT", nullable: true),
                    product_type = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    subject_name = table.Column<string>(type: "TEXT", nullable: true),
                    subject_account = table.Column<string>(type: "TEXT", nullable: true),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    calendar_version = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    severity = table.Column<string>(type: "TEXT", nullable: false),
                    finding = table.Column<string>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    investigation = table.Column<string>(type: "TEXT", nullable: true),
                    remedy = table.Column<string>(type: "TEXT", nullable: true),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    reply_text = table.Column<string>(type: "TEXT", nullable: true),
                    action = table.Column<string>(type: "TEXT", nullable: true),
                    handler_id = table.Column<string>(type: "TEXT", nullable: true),
                    handler_name = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reopened = table.Column<int>(type: "INTEGER", nullable: false),
                    reopened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled = table.Column<bool>(type: "INTEGER", nullable: true),
                    settled_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    earlier_number = table.Column<string>(type: "TEXT", nullable: true),
                    token_hash = table.Column<string>(type: "TEXT", nullable: true),
                    acknowledging_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    acknowledging_due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    acknowledging_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    acknowledging_is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    acknowledging_limit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    acknowledging_started = table.Column<DateTime>(type: "TEXT", nullable: false),
                    acknowledging_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    closing_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closing_due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closing_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closing_is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    closing_limit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    closing_started = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closing_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    deciding_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    deciding_due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    deciding_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    deciding_is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    deciding_limit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    deciding_started = table.Column<DateTime>(type: "TEXT", nullable: false),
                    deciding_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_complaints", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_handled_messages",
                columns: table => new
                {
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "feedback_mentions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: true),
                    product_model = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    tone = table.Column<string>(type: "TEXT", nullable: true),
                    tone_by = table.Column<string>(type: "TEXT", nullable: true),
                    needs_reply = table.Column<bool>(type: "INTEGER", nullable: false),
                    reply = table.Column<string>(type: "TEXT", nullable: true),
                    replied_by = table.Column<string>(type: "TEXT", nullable: true),
                    answering_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answering_due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answering_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answering_is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    answering_limit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    answering_started = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answering_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_mentions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_number_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_number_series", x => new { x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "feedback_opt_outs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    contact_key = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    lifted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lifted_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_opt_outs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_outbox",
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
                    table.PrimaryKey("pk_feedback_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_promises",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    zh = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<double>(type: "REAL", nullable: false),
                    higher_is_better = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_promises", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_questionnaires",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    draft = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_questionnaires", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_relationship_samples",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    quarter = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seed = table.Column<string>(type: "TEXT", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: false),
                    left_out = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn = table.Column<int>(type: "INTEGER", nullable: false),
                    frame_hash = table.Column<string>(type: "TEXT", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    drawn_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_relationship_samples", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_testimonials",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    shown_as = table.Column<string>(type: "TEXT", nullable: false),
                    mention_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    consent_how = table.Column<string>(type: "TEXT", nullable: true),
                    consent_noted_by = table.Column<string>(type: "TEXT", nullable: true),
                    shown_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_testimonials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_call_back_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    call_back_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_call_back_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_call_back_attempts_call_back_id",
                        column: x => x.call_back_id,
                        principalTable: "feedback_call_backs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_complaint_escalations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    complaint_id = table.Column<long>(type: "INTEGER", nullable: false),
                    clock = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_complaint_escalations", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_complaint_escalations_complaint_id",
                        column: x => x.complaint_id,
                        principalTable: "feedback_complaints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_complaint_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    complaint_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_complaint_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_complaint_events_complaint_id",
                        column: x => x.complaint_id,
                        principalTable: "feedback_complaints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_promise_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    promise_id = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    n = table.Column<double>(type: "REAL", nullable: false),
                    kept = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_final = table.Column<bool>(type: "INTEGER", nullable: false),
                    run = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_promise_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_promise_months_promise_id",
                        column: x => x.promise_id,
                        principalTable: "feedback_promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_promise_plan_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    promise_id = table.Column<long>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_promise_plan_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_promise_plan_steps_promise_id",
                        column: x => x.promise_id,
                        principalTable: "feedback_promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_invitations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    questionnaire_id = table.Column<long>(type: "INTEGER", nullable: false),
                    questionnaire_version = table.Column<int>(type: "INTEGER", nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    contact_key = table.Column<string>(type: "TEXT", nullable: false),
                    contact_name = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    invited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    invited_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    first_completed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    refused_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    about_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_invitations_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "feedback_questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feedback_questionnaire_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    questionnaire_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_questionnaire_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_questionnaire_versions_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "feedback_questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_relationship_sample_strata",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    sample_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_relationship_sample_strata", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_relationship_sample_strata_sample_id",
                        column: x => x.sample_id,
                        principalTable: "feedback_relationship_samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_invitation_calls",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    invitation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_invitation_calls", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_invitation_calls_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "feedback_invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_invitation_tokens",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    invitation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_invitation_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_invitation_tokens_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "feedback_invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_invited_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    invitation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: true),
                    technician = table.Column<string>(type: "TEXT", nullable: true),
                    technician_name = table.Column<string>(type: "TEXT", nullable: true),
                    technician_account = table.Column<string>(type: "TEXT", nullable: true),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    product_model = table.Column<string>(type: "TEXT", nullable: true),
                    product_type = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_invited_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_invited_orders_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "feedback_invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_survey_responses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    invitation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    device_hash = table.Column<string>(type: "TEXT", nullable: true),
                    entered_by = table.Column<string>(type: "TEXT", nullable: true),
                    rating = table.Column<int>(type: "INTEGER", nullable: true),
                    recommendation = table.Column<int>(type: "INTEGER", nullable: true),
                    effort = table.Column<int>(type: "INTEGER", nullable: true),
                    comment = table.Column<string>(type: "TEXT", nullable: true),
                    held = table.Column<string>(type: "TEXT", nullable: true),
                    reviewed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reviewed_by = table.Column<string>(type: "TEXT", nullable: true),
                    counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_survey_responses", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_survey_responses_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "feedback_invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_survey_answers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    response_id = table.Column<long>(type: "INTEGER", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_survey_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_survey_answers_response_id",
                        column: x => x.response_id,
                        principalTable: "feedback_survey_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "feedback_questionnaires",
                columns: new[] { "id", "draft", "kind", "name_en", "name_zh", "public_id", "version" },
                values: new object[,]
                {
                    { -4L, null, "training", "Reaction to a training", "培训反馈", new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0 },
                    { -3L, null, "complaint", "Settlement of a complaint", "投诉处理满意度", new byte[] { 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0 },
                    { -2L, null, "relationship", "Relationship survey", "客户关系调查", new byte[] { 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0 },
                    { -1L, null, "service", "Service satisfaction", "服务满意度", new byte[] { 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0 }
                });

            migrationBuilder.InsertData(
                table: "feedback_questionnaire_versions",
                columns: new[] { "id", "document", "number", "published_at", "published_by", "questionnaire_id" },
                values: new object[,]
                {
                    { -4L, "[{\"Code\":\"overall\",\"Kind\":\"Rating\",\"Zh\":\"您对这次培训满意吗？\",\"En\":\"How satisfied are you with this training?\",\"Choices\":[]},{\"Code\":\"useful\",\"Kind\":\"Rating\",\"Zh\":\"内容对您的工作有用吗？\",\"En\":\"Is the content useful for your work?\",\"Choices\":[]},{\"Code\":\"trainer\",\"Kind\":\"Rating\",\"Zh\":\"讲师讲得清楚吗？\",\"En\":\"Was the trainer clear?\",\"Choices\":[]},{\"Code\":\"pace\",\"Kind\":\"Single\",\"Zh\":\"进度如何？\",\"En\":\"How was the pace?\",\"Choices\":[{\"Code\":\"slow\",\"Zh\":\"太慢\",\"En\":\"Too slow\"},{\"Code\":\"right\",\"Zh\":\"合适\",\"En\":\"Right\"},{\"Code\":\"fast\",\"Zh\":\"太快\",\"En\":\"Too fast\"}]},{\"Code\":\"comment\",\"Kind\":\"Text\",\"Zh\":\"您的建议\",\"En\":\"Your suggestions\",\"Choices\":[]}]", 1, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "AfterSales", -4L },
                    { -3L, "[{\"Code\":\"settled\",\"Kind\":\"Single\",\"Zh\":\"您的投诉解决了吗？\",\"En\":\"Does this settle your complaint?\",\"Choices\":[{\"Code\":\"yes\",\"Zh\":\"解决了\",\"En\":\"Yes\"},{\"Code\":\"no\",\"Zh\":\"没有解决\",\"En\":\"No\"}]},{\"Code\":\"overall\",\"Kind\":\"Rating\",\"Zh\":\"您对处理过程满意吗？\",\"En\":\"How satisfied are you with how it was handled?\",\"Choices\":[]},{\"Code\":\"comment\",\"Kind\":\"Text\",\"Zh\":\"还有什么想告诉我们的？\",\"En\":\"Anything else you would like to tell us?\",\"Choices\":[]}]", 1, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "AfterSales", -3L },
                    { -2L, "[{\"Code\":\"recommend\",\"Kind\":\"Recommendation\",\"Zh\":\"您愿意把我们推荐给亲友吗？\",\"En\":\"Would you recommend us to friends and family?\",\"Choices\":[]},{\"Code\":\"reason\",\"Kind\":\"Text\",\"Zh\":\"最主要的原因是什么？\",\"En\":\"What is the main reason?\",\"Choices\":[]},{\"Code\":\"overall\",\"Kind\":\"Rating\",\"Zh\":\"总体来说，您对我们满意吗？\",\"En\":\"Overall, how satisfied are you with us?\",\"Choices\":[]},{\"Code\":\"wish\",\"Kind\":\"Text\",\"Zh\":\"您最希望我们改进什么？\",\"En\":\"What should we improve first?\",\"Choices\":[]}]", 1, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "AfterSales", -2L },
                    { -1L, "[{\"Code\":\"overall\",\"Kind\":\"Rating\",\"Zh\":\"您对这次服务满意吗？\",\"En\":\"How satisfied are you with this service?\",\"Choices\":[]},{\"Code\":\"why\",\"Kind\":\"Multiple\",\"Zh\":\"哪些方面没有做好？\",\"En\":\"What went wrong?\",\"Choices\":[{\"Code\":\"late\",\"Zh\":\"来得太晚\",\"En\":\"Came too late\"},{\"Code\":\"not_fixed\",\"Zh\":\"没有修好\",\"En\":\"Not fixed\"},{\"Code\":\"price\",\"Zh\":\"收费不清楚或太贵\",\"En\":\"Price unclear or too high\"},{\"Code\":\"manner\",\"Zh\":\"服务态度\",\"En\":\"Manner\"},{\"Code\":\"clean\",\"Zh\":\"现场没有清理\",\"En\":\"Left a mess\"},{\"Code\":\"other\",\"Zh\":\"其他\",\"En\":\"Something else\"}],\"OnlyIf\":{\"Question\":\"overall\",\"AtMost\":3}},{\"Code\":\"recommend\",\"Kind\":\"Recommendation\",\"Zh\":\"您愿意把我们推荐给亲友吗？\",\"En\":\"Would you recommend us to friends and family?\",\"Choices\":[]},{\"Code\":\"effort\",\"Kind\":\"Effort\",\"Zh\":\"解决问题，您觉得省心吗？\",\"En\":\"How easy was it to get your problem solved?\",\"Choices\":[]},{\"Code\":\"comment\",\"Kind\":\"Text\",\"Zh\":\"还有什么想告诉我们的？\",\"En\":\"Anything else you would like to tell us?\",\"Choices\":[]}]", 1, new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), "AfterSales", -1L }
                });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_analyses_change",
                table: "feedback_analyses",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_analyses_kind_month",
                table: "feedback_analyses",
                columns: new[] { "kind", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_call_back_attempts_call_back_id",
                table: "feedback_call_back_attempts",
                column: "call_back_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_call_backs_change",
                table: "feedback_call_backs",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_call_backs_invitation_id",
                table: "feedback_call_backs",
                column: "invitation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_call_backs_public_id",
                table: "feedback_call_backs",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_call_backs_result_opened_at",
                table: "feedback_call_backs",
                columns: new[] { "result", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_campaigns_code",
                table: "feedback_campaigns",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_campaigns_public_id",
                table: "feedback_campaigns",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaint_escalations_complaint_id_clock_level_round",
                table: "feedback_complaint_escalations",
                columns: new[] { "complaint_id", "clock", "level", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaint_events_complaint_id",
                table: "feedback_complaint_events",
                column: "complaint_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaints_change",
                table: "feedback_complaints",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaints_earlier_number",
                table: "feedback_complaints",
                column: "earlier_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaints_number",
                table: "feedback_complaints",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaints_order_id",
                table: "feedback_complaints",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaints_public_id",
                table: "feedback_complaints",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaints_stage_received_at",
                table: "feedback_complaints",
                columns: new[] { "stage", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_complaints_token_hash",
                table: "feedback_complaints",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invitation_calls_invitation_id",
                table: "feedback_invitation_calls",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invitation_tokens_hash",
                table: "feedback_invitation_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invitation_tokens_invitation_id",
                table: "feedback_invitation_tokens",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invitations_change",
                table: "feedback_invitations",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invitations_contact_key_invited_day",
                table: "feedback_invitations",
                columns: new[] { "contact_key", "invited_day" });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invitations_invited_day",
                table: "feedback_invitations",
                column: "invited_day");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invitations_public_id",
                table: "feedback_invitations",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invitations_questionnaire_id",
                table: "feedback_invitations",
                column: "questionnaire_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invited_orders_change",
                table: "feedback_invited_orders",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invited_orders_invitation_id",
                table: "feedback_invited_orders",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_invited_orders_order_id",
                table: "feedback_invited_orders",
                column: "order_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mentions_change",
                table: "feedback_mentions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mentions_fingerprint",
                table: "feedback_mentions",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mentions_public_id",
                table: "feedback_mentions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mentions_published_at",
                table: "feedback_mentions",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_opt_outs_contact_key",
                table: "feedback_opt_outs",
                column: "contact_key");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_outbox_next_attempt_at",
                table: "feedback_outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_promise_months_change",
                table: "feedback_promise_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_promise_months_promise_id_month",
                table: "feedback_promise_months",
                columns: new[] { "promise_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_promise_plan_steps_promise_id",
                table: "feedback_promise_plan_steps",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_promises_public_id",
                table: "feedback_promises",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_questionnaire_versions_questionnaire_id_number",
                table: "feedback_questionnaire_versions",
                columns: new[] { "questionnaire_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_questionnaires_kind",
                table: "feedback_questionnaires",
                column: "kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_questionnaires_public_id",
                table: "feedback_questionnaires",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_relationship_sample_strata_sample_id",
                table: "feedback_relationship_sample_strata",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_relationship_samples_quarter",
                table: "feedback_relationship_samples",
                column: "quarter",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_survey_answers_response_id_question",
                table: "feedback_survey_answers",
                columns: new[] { "response_id", "question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_survey_responses_answered_day",
                table: "feedback_survey_responses",
                column: "answered_day");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_survey_responses_device_hash",
                table: "feedback_survey_responses",
                column: "device_hash");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_survey_responses_invitation_id",
                table: "feedback_survey_responses",
                column: "invitation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_testimonials_public_id",
                table: "feedback_testimonials",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback_analyses");

            migrationBuilder.DropTable(
                name: "feedback_call_back_attempts");

            migrationBuilder.DropTable(
                name: "feedback_campaigns");

            migrationBuilder.DropTable(
                name: "feedback_complaint_escalations");

            migrationBuilder.DropTable(
                name: "feedback_complaint_events");

            migrationBuilder.DropTable(
                name: "feedback_handled_messages");

            migrationBuilder.DropTable(
                name: "feedback_invitation_calls");

            migrationBuilder.DropTable(
                name: "feedback_invitation_tokens");

            migrationBuilder.DropTable(
                name: "feedback_invited_orders");

            migrationBuilder.DropTable(
                name: "feedback_mentions");

            migrationBuilder.DropTable(
                name: "feedback_number_series");

            migrationBuilder.DropTable(
                name: "feedback_opt_outs");

            migrationBuilder.DropTable(
                name: "feedback_outbox");

            migrationBuilder.DropTable(
                name: "feedback_promise_months");

            migrationBuilder.DropTable(
                name: "feedback_promise_plan_steps");

            migrationBuilder.DropTable(
                name: "feedback_questionnaire_versions");

            migrationBuilder.DropTable(
                name: "feedback_relationship_sample_strata");

            migrationBuilder.DropTable(
                name: "feedback_survey_answers");

            migrationBuilder.DropTable(
                name: "feedback_testimonials");

            migrationBuilder.DropTable(
                name: "feedback_call_backs");

            migrationBuilder.DropTable(
                name: "feedback_complaints");

            migrationBuilder.DropTable(
                name: "feedback_promises");

            migrationBuilder.DropTable(
                name: "feedback_relationship_samples");

            migrationBuilder.DropTable(
                name: "feedback_survey_responses");

            migrationBuilder.DropTable(
                name: "feedback_invitations");

            migrationBuilder.DropTable(
                name: "feedback_questionnaires");
        }
    }
}
