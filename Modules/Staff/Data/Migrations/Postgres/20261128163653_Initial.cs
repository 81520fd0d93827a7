using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "staff");

            migrationBuilder.CreateTable(
                name: "assessment_templates",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    rhythm = table.Column<string>(type: "text", nullable: false),
                    from_a = table.Column<int>(type: "integer", nullable: false),
                    from_b = table.Column<int>(type: "integer", nullable: false),
                    from_c = table.Column<int>(type: "integer", nullable: false),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<long>(type: "bigint", nullable: false),
                    template_name = table.Column<string>(type: "text", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    begins_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    from_a = table.Column<int>(type: "integer", nullable: false),
                    from_b = table.Column<int>(type: "integer", nullable: false),
                    from_c = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    run = table.Column<long>(type: "bigint", nullable: true),
                    measured_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    rated_by = table.Column<string>(type: "text", nullable: true),
                    rated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    summary = table.Column<string>(type: "text", nullable: true),
                    total = table.Column<double>(type: "double precision", nullable: true),
                    grade = table.Column<string>(type: "text", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    agrees = table.Column<bool>(type: "boolean", nullable: true),
                    comment = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bank_questions",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: true),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_questions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "behaviour_checks",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    participant_id = table.Column<long>(type: "bigint", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    checked_by = table.Column<string>(type: "text", nullable: false),
                    applies = table.Column<int>(type: "integer", nullable: false),
                    seen = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_behaviour_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificates",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_code = table.Column<string>(type: "text", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    grade = table.Column<string>(type: "text", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    outline = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<double>(type: "double precision", nullable: false),
                    counts = table.Column<string>(type: "text", nullable: false),
                    test_questions = table.Column<int>(type: "integer", nullable: true),
                    test_minutes = table.Column<int>(type: "integer", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: true),
                    certificate_name = table.Column<string>(type: "text", nullable: true),
                    certificate_grade = table.Column<string>(type: "text", nullable: true),
                    certificate_months = table.Column<int>(type: "integer", nullable: true),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    marks_practical_max = table.Column<int>(type: "integer", nullable: true),
                    marks_practical_pass = table.Column<int>(type: "integer", nullable: true),
                    marks_theory_max = table.Column<int>(type: "integer", nullable: true),
                    marks_theory_pass = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "curriculum_courses",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    role = table.Column<string>(type: "text", nullable: false),
                    course_id = table.Column<long>(type: "bigint", nullable: false),
                    repeat_months = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_curriculum_courses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "effect_reports",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    before_from = table.Column<DateOnly>(type: "date", nullable: false),
                    before_to = table.Column<DateOnly>(type: "date", nullable: false),
                    after_from = table.Column<DateOnly>(type: "date", nullable: false),
                    after_to = table.Column<DateOnly>(type: "date", nullable: false),
                    run = table.Column<long>(type: "bigint", nullable: false),
                    measured_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    trained = table.Column<int>(type: "integer", nullable: false),
                    compared = table.Column<int>(type: "integer", nullable: false),
                    effect = table.Column<double>(type: "double precision", nullable: true),
                    lower = table.Column<double>(type: "double precision", nullable: true),
                    upper = table.Column<double>(type: "double precision", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_effect_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employees",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<string>(type: "text", nullable: true),
                    hired_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handled_messages",
                schema: "staff",
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
                schema: "staff",
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
                name: "outbox",
                schema: "staff",
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
                name: "planned_trainings",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dropped_why = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_trainings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reactions",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<int>(type: "integer", nullable: false),
                    trainer_mark = table.Column<int>(type: "integer", nullable: false),
                    useful = table.Column<int>(type: "integer", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reactions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reward_proposals",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    evidence_key = table.Column<string>(type: "text", nullable: false),
                    evidence_args = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_by_id = table.Column<string>(type: "text", nullable: true),
                    decided = table.Column<long>(type: "bigint", nullable: true),
                    decision_why = table.Column<string>(type: "text", nullable: true),
                    appeal_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    appealed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    appeal_words = table.Column<string>(type: "text", nullable: true),
                    appeal_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    appeal = table.Column<string>(type: "text", nullable: true),
                    appeal_decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    appeal_decided_by = table.Column<string>(type: "text", nullable: true),
                    appeal_why = table.Column<string>(type: "text", nullable: true),
                    calendar_version = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reward_proposals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "session_links",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    opens_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closes_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    course_id = table.Column<long>(type: "bigint", nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: true),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    held_at = table.Column<string>(type: "text", nullable: false),
                    trainer = table.Column<string>(type: "text", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<double>(type: "double precision", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    cancelled_why = table.Column<string>(type: "text", nullable: true),
                    results_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<string>(type: "text", nullable: true),
                    evaluation_due = table.Column<DateOnly>(type: "date", nullable: false),
                    evaluated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evaluated_by = table.Column<string>(type: "text", nullable: true),
                    findings = table.Column<string>(type: "text", nullable: true),
                    marks_practical_max = table.Column<int>(type: "integer", nullable: true),
                    marks_practical_pass = table.Column<int>(type: "integer", nullable: true),
                    marks_theory_max = table.Column<int>(type: "integer", nullable: true),
                    marks_theory_pass = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sheet_cells",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    participant_id = table.Column<long>(type: "bigint", nullable: false),
                    sheet_column = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_contested = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_cells", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sheet_entries",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    participant_id = table.Column<long>(type: "bigint", nullable: false),
                    sheet_column = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    typed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sittings",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    course_id = table.Column<long>(type: "bigint", nullable: false),
                    participant_id = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    handed_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    share = table.Column<double>(type: "double precision", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sittings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    formed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    disbanded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_template_lines",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    assessment_template_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    floor = table.Column<double>(type: "double precision", nullable: true),
                    goal = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_template_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_template_lines_assessment_template_id",
                        column: x => x.assessment_template_id,
                        principalSchema: "staff",
                        principalTable: "assessment_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment_lines",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    assessment_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    floor = table.Column<double>(type: "double precision", nullable: true),
                    goal = table.Column<double>(type: "double precision", nullable: true),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    n = table.Column<double>(type: "double precision", nullable: true),
                    rows = table.Column<string>(type: "text", nullable: true),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    score = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_lines_assessment_id",
                        column: x => x.assessment_id,
                        principalSchema: "staff",
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bank_choices",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    bank_question_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_right = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_choices", x => x.id);
                    table.ForeignKey(
                        name: "fk_bank_choices_bank_question_id",
                        column: x => x.bank_question_id,
                        principalSchema: "staff",
                        principalTable: "bank_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "certificate_events",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    certificate_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_events_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "staff",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "certificate_seals",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    certificate_id = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_seals", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_seals_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "staff",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "certificate_types",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    certificate_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_types", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_types_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "staff",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suspensions",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    certificate_id = table.Column<long>(type: "bigint", nullable: false),
                    begins_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lifted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    is_lapse = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_suspensions_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "staff",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_materials",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    course_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    added_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_materials", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_materials_course_id",
                        column: x => x.course_id,
                        principalSchema: "staff",
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_skills",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    course_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false),
                    is_critical = table.Column<bool>(type: "boolean", nullable: false),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_skills", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_skills_course_id",
                        column: x => x.course_id,
                        principalSchema: "staff",
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_types",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    course_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_types", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_types_course_id",
                        column: x => x.course_id,
                        principalSchema: "staff",
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "effect_people",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    effect_report_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    is_trained = table.Column<bool>(type: "boolean", nullable: false),
                    value_before = table.Column<double>(type: "double precision", nullable: true),
                    value_after = table.Column<double>(type: "double precision", nullable: true),
                    before_n = table.Column<double>(type: "double precision", nullable: false),
                    after_n = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_effect_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_effect_people_effect_report_id",
                        column: x => x.effect_report_id,
                        principalSchema: "staff",
                        principalTable: "effect_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "employee_areas",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employee_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_employee_areas_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "employee_devices",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: true),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employee_devices", x => x.id);
                    table.ForeignKey(
                        name: "fk_employee_devices_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "employee_events",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employee_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_employee_events_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "employee_skills",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employee_skills", x => x.id);
                    table.ForeignKey(
                        name: "fk_employee_skills_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "leaves",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leaves", x => x.id);
                    table.ForeignKey(
                        name: "fk_leaves_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shifts",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    starts = table.Column<int>(type: "integer", nullable: true),
                    ends = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shifts", x => x.id);
                    table.ForeignKey(
                        name: "fk_shifts_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    seat = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<double>(type: "double precision", nullable: true),
                    theory = table.Column<double>(type: "double precision", nullable: true),
                    practical = table.Column<double>(type: "double precision", nullable: true),
                    certificate = table.Column<string>(type: "text", nullable: true),
                    has_reacted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participants", x => x.id);
                    table.ForeignKey(
                        name: "fk_participants_session_id",
                        column: x => x.session_id,
                        principalSchema: "staff",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_events",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    session_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_events_session_id",
                        column: x => x.session_id,
                        principalSchema: "staff",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sitting_answers",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    sitting_id = table.Column<long>(type: "bigint", nullable: false),
                    question_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    chosen = table.Column<string>(type: "text", nullable: true),
                    is_right = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sitting_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_sitting_answers_sitting_id",
                        column: x => x.sitting_id,
                        principalSchema: "staff",
                        principalTable: "sittings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<long>(type: "bigint", nullable: true),
                    position = table.Column<string>(type: "text", nullable: false),
                    grade = table.Column<string>(type: "text", nullable: true),
                    supervisor_id = table.Column<long>(type: "bigint", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    is_void = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_placements_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_placements_supervisor_id",
                        column: x => x.supervisor_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_placements_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "posts",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<long>(type: "bigint", nullable: true),
                    position = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_posts_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "team_areas",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    team_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_team_areas_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "team_leaders",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    team_id = table.Column<long>(type: "bigint", nullable: false),
                    employee_id = table.Column<long>(type: "bigint", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_leaders", x => x.id);
                    table.ForeignKey(
                        name: "fk_team_leaders_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_team_leaders_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_weeks",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    team_id = table.Column<long>(type: "bigint", nullable: true),
                    employee_id = table.Column<long>(type: "bigint", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    days = table.Column<string>(type: "text", nullable: false),
                    starts = table.Column<int>(type: "integer", nullable: false),
                    ends = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_weeks", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_weeks_employee_id",
                        column: x => x.employee_id,
                        principalSchema: "staff",
                        principalTable: "employees",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_work_weeks_team_id",
                        column: x => x.team_id,
                        principalSchema: "staff",
                        principalTable: "teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_lines_assessment_id",
                schema: "staff",
                table: "assessment_lines",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_template_lines_assessment_template_id",
                schema: "staff",
                table: "assessment_template_lines",
                column: "assessment_template_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_templates_public_id",
                schema: "staff",
                table: "assessment_templates",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessments_change",
                schema: "staff",
                table: "assessments",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessments_employee_id",
                schema: "staff",
                table: "assessments",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessments_public_id",
                schema: "staff",
                table: "assessments",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessments_template_id_employee_id_ends_on",
                schema: "staff",
                table: "assessments",
                columns: new[] { "template_id", "employee_id", "ends_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bank_choices_bank_question_id",
                schema: "staff",
                table: "bank_choices",
                column: "bank_question_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_questions_course_id",
                schema: "staff",
                table: "bank_questions",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_questions_public_id",
                schema: "staff",
                table: "bank_questions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_behaviour_checks_participant_id",
                schema: "staff",
                table: "behaviour_checks",
                column: "participant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_behaviour_checks_session_id",
                schema: "staff",
                table: "behaviour_checks",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_events_certificate_id",
                schema: "staff",
                table: "certificate_events",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_seals_certificate_id",
                schema: "staff",
                table: "certificate_seals",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_seals_token_hash",
                schema: "staff",
                table: "certificate_seals",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_types_certificate_id_code",
                schema: "staff",
                table: "certificate_types",
                columns: new[] { "certificate_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_change",
                schema: "staff",
                table: "certificates",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_expires_on",
                schema: "staff",
                table: "certificates",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_issuer_number",
                schema: "staff",
                table: "certificates",
                columns: new[] { "issuer", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_person_code",
                schema: "staff",
                table: "certificates",
                column: "person_code");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_public_id",
                schema: "staff",
                table: "certificates",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_materials_course_id",
                schema: "staff",
                table: "course_materials",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_skills_course_id",
                schema: "staff",
                table: "course_skills",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_types_course_id_code",
                schema: "staff",
                table: "course_types",
                columns: new[] { "course_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_courses_code",
                schema: "staff",
                table: "courses",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_courses_public_id",
                schema: "staff",
                table: "courses",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_curriculum_courses_role_course_id",
                schema: "staff",
                table: "curriculum_courses",
                columns: new[] { "role", "course_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_effect_people_effect_report_id",
                schema: "staff",
                table: "effect_people",
                column: "effect_report_id");

            migrationBuilder.CreateIndex(
                name: "ix_effect_reports_session_id",
                schema: "staff",
                table: "effect_reports",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employee_areas_change",
                schema: "staff",
                table: "employee_areas",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employee_areas_employee_id",
                schema: "staff",
                table: "employee_areas",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_employee_devices_employee_id",
                schema: "staff",
                table: "employee_devices",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_employee_events_employee_id",
                schema: "staff",
                table: "employee_events",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_employee_skills_employee_id_name",
                schema: "staff",
                table: "employee_skills",
                columns: new[] { "employee_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employees_account_id",
                schema: "staff",
                table: "employees",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employees_number",
                schema: "staff",
                table: "employees",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employees_public_id",
                schema: "staff",
                table: "employees",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leaves_employee_id",
                schema: "staff",
                table: "leaves",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_leaves_last_day",
                schema: "staff",
                table: "leaves",
                column: "last_day");

            migrationBuilder.CreateIndex(
                name: "ix_leaves_public_id",
                schema: "staff",
                table: "leaves",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at",
                schema: "staff",
                table: "outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_participants_change",
                schema: "staff",
                table: "participants",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_participants_employee_id",
                schema: "staff",
                table: "participants",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_participants_session_id_employee_id",
                schema: "staff",
                table: "participants",
                columns: new[] { "session_id", "employee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placements_change",
                schema: "staff",
                table: "placements",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placements_employee_id",
                schema: "staff",
                table: "placements",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_supervisor_id",
                schema: "staff",
                table: "placements",
                column: "supervisor_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_team_id",
                schema: "staff",
                table: "placements",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_planned_trainings_change",
                schema: "staff",
                table: "planned_trainings",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planned_trainings_public_id",
                schema: "staff",
                table: "planned_trainings",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planned_trainings_year",
                schema: "staff",
                table: "planned_trainings",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_posts_change",
                schema: "staff",
                table: "posts",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posts_team_id",
                schema: "staff",
                table: "posts",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_reactions_session_id",
                schema: "staff",
                table: "reactions",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_reward_proposals_change",
                schema: "staff",
                table: "reward_proposals",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reward_proposals_due_day",
                schema: "staff",
                table: "reward_proposals",
                column: "due_day");

            migrationBuilder.CreateIndex(
                name: "ix_reward_proposals_employee_id",
                schema: "staff",
                table: "reward_proposals",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_reward_proposals_public_id",
                schema: "staff",
                table: "reward_proposals",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reward_proposals_source",
                schema: "staff",
                table: "reward_proposals",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_session_events_session_id",
                schema: "staff",
                table: "session_events",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_links_token_hash",
                schema: "staff",
                table: "session_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_change",
                schema: "staff",
                table: "sessions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_course_id",
                schema: "staff",
                table: "sessions",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_day",
                schema: "staff",
                table: "sessions",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_number",
                schema: "staff",
                table: "sessions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_public_id",
                schema: "staff",
                table: "sessions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sheet_cells_participant_id_sheet_column",
                schema: "staff",
                table: "sheet_cells",
                columns: new[] { "participant_id", "sheet_column" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sheet_cells_session_id",
                schema: "staff",
                table: "sheet_cells",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_entries_entry",
                schema: "staff",
                table: "sheet_entries",
                column: "entry",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sheet_entries_participant_id_sheet_column_version",
                schema: "staff",
                table: "sheet_entries",
                columns: new[] { "participant_id", "sheet_column", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sheet_entries_session_id",
                schema: "staff",
                table: "sheet_entries",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_shifts_employee_id_day",
                schema: "staff",
                table: "shifts",
                columns: new[] { "employee_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sitting_answers_sitting_id",
                schema: "staff",
                table: "sitting_answers",
                column: "sitting_id");

            migrationBuilder.CreateIndex(
                name: "ix_sittings_course_id",
                schema: "staff",
                table: "sittings",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_sittings_participant_id_stage",
                schema: "staff",
                table: "sittings",
                columns: new[] { "participant_id", "stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sittings_session_id",
                schema: "staff",
                table: "sittings",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_sittings_token_hash",
                schema: "staff",
                table: "sittings",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suspensions_certificate_id",
                schema: "staff",
                table: "suspensions",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_suspensions_change",
                schema: "staff",
                table: "suspensions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_areas_change",
                schema: "staff",
                table: "team_areas",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_areas_team_id",
                schema: "staff",
                table: "team_areas",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_team_leaders_change",
                schema: "staff",
                table: "team_leaders",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_leaders_employee_id",
                schema: "staff",
                table: "team_leaders",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_team_leaders_team_id",
                schema: "staff",
                table: "team_leaders",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_teams_code",
                schema: "staff",
                table: "teams",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_teams_public_id",
                schema: "staff",
                table: "teams",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_weeks_employee_id",
                schema: "staff",
                table: "work_weeks",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_weeks_team_id",
                schema: "staff",
                table: "work_weeks",
                column: "team_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment_lines",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "assessment_template_lines",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "bank_choices",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "behaviour_checks",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "certificate_events",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "certificate_seals",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "certificate_types",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "course_materials",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "course_skills",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "course_types",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "curriculum_courses",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "effect_people",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employee_areas",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employee_devices",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employee_events",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employee_skills",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "handled_messages",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "leaves",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "participants",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "planned_trainings",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "posts",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "reactions",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "reward_proposals",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "session_events",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "session_links",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "sheet_cells",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "sheet_entries",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "shifts",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "sitting_answers",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "suspensions",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "team_areas",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "team_leaders",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "work_weeks",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "assessments",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "assessment_templates",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "bank_questions",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "courses",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "effect_reports",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "sittings",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "certificates",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "employees",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "teams",
                schema: "staff");
        }
    }
}
