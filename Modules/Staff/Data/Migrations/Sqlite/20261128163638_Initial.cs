using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff_assessment_templates",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    rhythm = table.Column<string>(type: "TEXT", nullable: false),
                    from_a = table.Column<int>(type: "INTEGER", nullable: false),
                    from_b = table.Column<int>(type: "INTEGER", nullable: false),
                    from_c = table.Column<int>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_assessment_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_assessments",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    template_id = table.Column<long>(type: "INTEGER", nullable: false),
                    template_name = table.Column<string>(type: "TEXT", nullable: false),
                    employee_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    begins_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from_a = table.Column<int>(type: "INTEGER", nullable: false),
                    from_b = table.Column<int>(type: "INTEGER", nullable: false),
                    from_c = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    run = table.Column<long>(type: "INTEGER", nullable: true),
                    measured_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rated_by = table.Column<string>(type: "TEXT", nullable: true),
                    rated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    summary = table.Column<string>(type: "TEXT", nullable: true),
                    total = table.Column<double>(type: "REAL", nullable: true),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    agrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    comment = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_assessments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_bank_questions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    course_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_bank_questions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_behaviour_checks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    participant_id = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    checked_by = table.Column<string>(type: "TEXT", nullable: false),
                    applies = table.Column<int>(type: "INTEGER", nullable: false),
                    seen = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_behaviour_checks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_certificates",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_code = table.Column<string>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_certificates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_courses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    outline = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<double>(type: "REAL", nullable: false),
                    counts = table.Column<string>(type: "TEXT", nullable: false),
                    test_questions = table.Column<int>(type: "INTEGER", nullable: true),
                    test_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: true),
                    certificate_name = table.Column<string>(type: "TEXT", nullable: true),
                    certificate_grade = table.Column<string>(type: "TEXT", nullable: true),
                    certificate_months = table.Column<int>(type: "INTEGER", nullable: true),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    marks_practical_max = table.Column<int>(type: "INTEGER", nullable: true),
                    marks_practical_pass = table.Column<int>(type: "INTEGER", nullable: true),
                    marks_theory_max = table.Column<int>(type: "INTEGER", nullable: true),
                    marks_theory_pass = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_courses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_curriculum_courses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    course_id = table.Column<long>(type: "INTEGER", nullable: false),
                    repeat_months = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_curriculum_courses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_effect_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    before_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    before_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    after_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    after_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    run = table.Column<long>(type: "INTEGER", nullable: false),
                    measured_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    trained = table.Column<int>(type: "INTEGER", nullable: false),
                    compared = table.Column<int>(type: "INTEGER", nullable: false),
                    effect = table.Column<double>(type: "REAL", nullable: true),
                    lower = table.Column<double>(type: "REAL", nullable: true),
                    upper = table.Column<double>(type: "REAL", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_effect_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_employees",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: true),
                    hired_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_handled_messages",
                columns: table => new
                {
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "staff_number_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_number_series", x => new { x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "staff_outbox",
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
                    table.PrimaryKey("pk_staff_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_planned_trainings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    course_id = table.Column<long>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dropped_why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_planned_trainings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_reactions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<int>(type: "INTEGER", nullable: false),
                    trainer_mark = table.Column<int>(type: "INTEGER", nullable: false),
                    useful = table.Column<int>(type: "INTEGER", nullable: false),
                    comment = table.Column<string>(type: "TEXT", nullable: true),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_reactions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_reward_proposals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    employee_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    evidence_key = table.Column<string>(type: "TEXT", nullable: false),
                    evidence_args = table.Column<string>(type: "TEXT", nullable: false),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    proposed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by_id = table.Column<string>(type: "TEXT", nullable: true),
                    decided = table.Column<long>(type: "INTEGER", nullable: true),
                    decision_why = table.Column<string>(type: "TEXT", nullable: true),
                    appeal_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    appealed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    appeal_words = table.Column<string>(type: "TEXT", nullable: true),
                    appeal_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    appeal = table.Column<string>(type: "TEXT", nullable: true),
                    appeal_decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    appeal_decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    appeal_why = table.Column<string>(type: "TEXT", nullable: true),
                    calendar_version = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_reward_proposals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_session_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    opens_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closes_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_session_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    course_id = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: true),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    held_at = table.Column<string>(type: "TEXT", nullable: false),
                    trainer = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    hours = table.Column<double>(type: "REAL", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    cancelled_why = table.Column<string>(type: "TEXT", nullable: true),
                    results_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by = table.Column<string>(type: "TEXT", nullable: true),
                    evaluation_due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    evaluated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    evaluated_by = table.Column<string>(type: "TEXT", nullable: true),
                    findings = table.Column<string>(type: "TEXT", nullable: true),
                    marks_practical_max = table.Column<int>(type: "INTEGER", nullable: true),
                    marks_practical_pass = table.Column<int>(type: "INTEGER", nullable: true),
                    marks_theory_max = table.Column<int>(type: "INTEGER", nullable: true),
                    marks_theory_pass = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sheet_cells",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    participant_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sheet_column = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_contested = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sheet_cells", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sheet_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    participant_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sheet_column = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    typed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sheet_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_sittings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    course_id = table.Column<long>(type: "INTEGER", nullable: false),
                    participant_id = table.Column<long>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    handed_in_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    share = table.Column<double>(type: "REAL", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sittings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_teams",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    formed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    disbanded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_teams", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_assessment_template_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    assessment_template_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    floor = table.Column<double>(type: "REAL", nullable: true),
                    goal = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_assessment_template_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_assessment_template_lines_assessment_template_id",
                        column: x => x.assessment_template_id,
                        principalTable: "staff_assessment_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_assessment_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    assessment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    floor = table.Column<double>(type: "REAL", nullable: true),
                    goal = table.Column<double>(type: "REAL", nullable: true),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    n = table.Column<double>(type: "REAL", nullable: true),
                    rows = table.Column<string>(type: "TEXT", nullable: true),
                    rating = table.Column<int>(type: "INTEGER", nullable: true),
                    score = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_assessment_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_assessment_lines_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "staff_assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_bank_choices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    bank_question_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    is_right = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_bank_choices", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_bank_choices_bank_question_id",
                        column: x => x.bank_question_id,
                        principalTable: "staff_bank_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_certificate_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    certificate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_certificate_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_certificate_events_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "staff_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_certificate_seals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    certificate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_certificate_seals", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_certificate_seals_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "staff_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_certificate_types",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    certificate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_certificate_types", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_certificate_types_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "staff_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_suspensions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    certificate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    begins_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lifted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    is_lapse = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_suspensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_suspensions_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "staff_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_course_materials",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    course_id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    added_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_course_materials", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_course_materials_course_id",
                        column: x => x.course_id,
                        principalTable: "staff_courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_course_skills",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    course_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false),
                    is_critical = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_course_skills", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_course_skills_course_id",
                        column: x => x.course_id,
                        principalTable: "staff_courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_course_types",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    course_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_course_types", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_course_types_course_id",
                        column: x => x.course_id,
                        principalTable: "staff_courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_effect_people",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    effect_report_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    is_trained = table.Column<bool>(type: "INTEGER", nullable: false),
                    value_before = table.Column<double>(type: "REAL", nullable: true),
                    value_after = table.Column<double>(type: "REAL", nullable: true),
                    before_n = table.Column<double>(type: "REAL", nullable: false),
                    after_n = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_effect_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_effect_people_effect_report_id",
                        column: x => x.effect_report_id,
                        principalTable: "staff_effect_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_employee_areas",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employee_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_employee_areas_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_employee_devices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: true),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employee_devices", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_employee_devices_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_employee_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employee_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_employee_events_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_employee_skills",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_employee_skills", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_employee_skills_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_leaves",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_leaves", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_leaves_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_shifts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts = table.Column<int>(type: "INTEGER", nullable: true),
                    ends = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_shifts", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_shifts_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_participants",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    employee_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    seat = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    hours = table.Column<double>(type: "REAL", nullable: true),
                    theory = table.Column<double>(type: "REAL", nullable: true),
                    practical = table.Column<double>(type: "REAL", nullable: true),
                    certificate = table.Column<string>(type: "TEXT", nullable: true),
                    has_reacted = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_participants", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_participants_session_id",
                        column: x => x.session_id,
                        principalTable: "staff_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_session_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    session_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_session_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_session_events_session_id",
                        column: x => x.session_id,
                        principalTable: "staff_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_sitting_answers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    sitting_id = table.Column<long>(type: "INTEGER", nullable: false),
                    question_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    chosen = table.Column<string>(type: "TEXT", nullable: true),
                    is_right = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sitting_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_sitting_answers_sitting_id",
                        column: x => x.sitting_id,
                        principalTable: "staff_sittings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_placements",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: true),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
                    supervisor_id = table.Column<long>(type: "INTEGER", nullable: true),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_void = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_placements_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_staff_placements_supervisor_id",
                        column: x => x.supervisor_id,
                        principalTable: "staff_employees",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_staff_placements_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "staff_posts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: true),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_posts_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "staff_team_areas",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    team_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_team_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_team_areas_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_team_leaders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: false),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_team_leaders", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_team_leaders_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_staff_team_leaders_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_work_weeks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    team_id = table.Column<long>(type: "INTEGER", nullable: true),
                    employee_id = table.Column<long>(type: "INTEGER", nullable: true),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    days = table.Column<string>(type: "TEXT", nullable: false),
                    starts = table.Column<int>(type: "INTEGER", nullable: false),
                    ends = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_work_weeks", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_work_weeks_employee_id",
                        column: x => x.employee_id,
                        principalTable: "staff_employees",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_staff_work_weeks_team_id",
                        column: x => x.team_id,
                        principalTable: "staff_teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_assessment_lines_assessment_id",
                table: "staff_assessment_lines",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_assessment_template_lines_assessment_template_id",
                table: "staff_assessment_template_lines",
                column: "assessment_template_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_assessment_templates_public_id",
                table: "staff_assessment_templates",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_assessments_change",
                table: "staff_assessments",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_assessments_employee_id",
                table: "staff_assessments",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_assessments_public_id",
                table: "staff_assessments",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_assessments_template_id_employee_id_ends_on",
                table: "staff_assessments",
                columns: new[] { "template_id", "employee_id", "ends_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_bank_choices_bank_question_id",
                table: "staff_bank_choices",
                column: "bank_question_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_bank_questions_course_id",
                table: "staff_bank_questions",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_bank_questions_public_id",
                table: "staff_bank_questions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_behaviour_checks_participant_id",
                table: "staff_behaviour_checks",
                column: "participant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_behaviour_checks_session_id",
                table: "staff_behaviour_checks",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificate_events_certificate_id",
                table: "staff_certificate_events",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificate_seals_certificate_id",
                table: "staff_certificate_seals",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificate_seals_token_hash",
                table: "staff_certificate_seals",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificate_types_certificate_id_code",
                table: "staff_certificate_types",
                columns: new[] { "certificate_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_change",
                table: "staff_certificates",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_expires_on",
                table: "staff_certificates",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_issuer_number",
                table: "staff_certificates",
                columns: new[] { "issuer", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_person_code",
                table: "staff_certificates",
                column: "person_code");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_public_id",
                table: "staff_certificates",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_course_materials_course_id",
                table: "staff_course_materials",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_course_skills_course_id",
                table: "staff_course_skills",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_course_types_course_id_code",
                table: "staff_course_types",
                columns: new[] { "course_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_courses_code",
                table: "staff_courses",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_courses_public_id",
                table: "staff_courses",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_curriculum_courses_role_course_id",
                table: "staff_curriculum_courses",
                columns: new[] { "role", "course_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_effect_people_effect_report_id",
                table: "staff_effect_people",
                column: "effect_report_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_effect_reports_session_id",
                table: "staff_effect_reports",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_areas_change",
                table: "staff_employee_areas",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_areas_employee_id",
                table: "staff_employee_areas",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_devices_employee_id",
                table: "staff_employee_devices",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_events_employee_id",
                table: "staff_employee_events",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_skills_employee_id_name",
                table: "staff_employee_skills",
                columns: new[] { "employee_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employees_account_id",
                table: "staff_employees",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employees_number",
                table: "staff_employees",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_employees_public_id",
                table: "staff_employees",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_leaves_employee_id",
                table: "staff_leaves",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_leaves_last_day",
                table: "staff_leaves",
                column: "last_day");

            migrationBuilder.CreateIndex(
                name: "ix_staff_leaves_public_id",
                table: "staff_leaves",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_outbox_next_attempt_at",
                table: "staff_outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_staff_participants_change",
                table: "staff_participants",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_participants_employee_id",
                table: "staff_participants",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_participants_session_id_employee_id",
                table: "staff_participants",
                columns: new[] { "session_id", "employee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_placements_change",
                table: "staff_placements",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_placements_employee_id",
                table: "staff_placements",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_placements_supervisor_id",
                table: "staff_placements",
                column: "supervisor_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_placements_team_id",
                table: "staff_placements",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_planned_trainings_change",
                table: "staff_planned_trainings",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_planned_trainings_public_id",
                table: "staff_planned_trainings",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_planned_trainings_year",
                table: "staff_planned_trainings",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_staff_posts_change",
                table: "staff_posts",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_posts_team_id",
                table: "staff_posts",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_reactions_session_id",
                table: "staff_reactions",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_reward_proposals_change",
                table: "staff_reward_proposals",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_reward_proposals_due_day",
                table: "staff_reward_proposals",
                column: "due_day");

            migrationBuilder.CreateIndex(
                name: "ix_staff_reward_proposals_employee_id",
                table: "staff_reward_proposals",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_reward_proposals_public_id",
                table: "staff_reward_proposals",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_reward_proposals_source",
                table: "staff_reward_proposals",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_session_events_session_id",
                table: "staff_session_events",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_session_links_token_hash",
                table: "staff_session_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_change",
                table: "staff_sessions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_course_id",
                table: "staff_sessions",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_day",
                table: "staff_sessions",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_number",
                table: "staff_sessions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_public_id",
                table: "staff_sessions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sheet_cells_participant_id_sheet_column",
                table: "staff_sheet_cells",
                columns: new[] { "participant_id", "sheet_column" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sheet_cells_session_id",
                table: "staff_sheet_cells",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sheet_entries_entry",
                table: "staff_sheet_entries",
                column: "entry",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sheet_entries_participant_id_sheet_column_version",
                table: "staff_sheet_entries",
                columns: new[] { "participant_id", "sheet_column", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sheet_entries_session_id",
                table: "staff_sheet_entries",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_shifts_employee_id_day",
                table: "staff_shifts",
                columns: new[] { "employee_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sitting_answers_sitting_id",
                table: "staff_sitting_answers",
                column: "sitting_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sittings_course_id",
                table: "staff_sittings",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sittings_participant_id_stage",
                table: "staff_sittings",
                columns: new[] { "participant_id", "stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sittings_session_id",
                table: "staff_sittings",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sittings_token_hash",
                table: "staff_sittings",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_suspensions_certificate_id",
                table: "staff_suspensions",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_suspensions_change",
                table: "staff_suspensions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_areas_change",
                table: "staff_team_areas",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_areas_team_id",
                table: "staff_team_areas",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_leaders_change",
                table: "staff_team_leaders",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_leaders_employee_id",
                table: "staff_team_leaders",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_team_leaders_team_id",
                table: "staff_team_leaders",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_teams_code",
                table: "staff_teams",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_teams_public_id",
                table: "staff_teams",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_work_weeks_employee_id",
                table: "staff_work_weeks",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_work_weeks_team_id",
                table: "staff_work_weeks",
                column: "team_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff_assessment_lines");

            migrationBuilder.DropTable(
                name: "staff_assessment_template_lines");

            migrationBuilder.DropTable(
                name: "staff_bank_choices");

            migrationBuilder.DropTable(
                name: "staff_behaviour_checks");

            migrationBuilder.DropTable(
                name: "staff_certificate_events");

            migrationBuilder.DropTable(
                name: "staff_certificate_seals");

            migrationBuilder.DropTable(
                name: "staff_certificate_types");

            migrationBuilder.DropTable(
                name: "staff_course_materials");

            migrationBuilder.DropTable(
                name: "staff_course_skills");

            migrationBuilder.DropTable(
                name: "staff_course_types");

            migrationBuilder.DropTable(
                name: "staff_curriculum_courses");

            migrationBuilder.DropTable(
                name: "staff_effect_people");

            migrationBuilder.DropTable(
                name: "staff_employee_areas");

            migrationBuilder.DropTable(
                name: "staff_employee_devices");

            migrationBuilder.DropTable(
                name: "staff_employee_events");

            migrationBuilder.DropTable(
                name: "staff_employee_skills");

            migrationBuilder.DropTable(
                name: "staff_handled_messages");

            migrationBuilder.DropTable(
                name: "staff_leaves");

            migrationBuilder.DropTable(
                name: "staff_number_series");

            migrationBuilder.DropTable(
                name: "staff_outbox");

            migrationBuilder.DropTable(
                name: "staff_participants");

            migrationBuilder.DropTable(
                name: "staff_placements");

            migrationBuilder.DropTable(
                name: "staff_planned_trainings");

            migrationBuilder.DropTable(
                name: "staff_posts");

            migrationBuilder.DropTable(
                name: "staff_reactions");

            migrationBuilder.DropTable(
                name: "staff_reward_proposals");

            migrationBuilder.DropTable(
                name: "staff_session_events");

            migrationBuilder.DropTable(
                name: "staff_session_links");

            migrationBuilder.DropTable(
                name: "staff_sheet_cells");

            migrationBuilder.DropTable(
                name: "staff_sheet_entries");

            migrationBuilder.DropTable(
                name: "staff_shifts");

            migrationBuilder.DropTable(
                name: "staff_sitting_answers");

            migrationBuilder.DropTable(
                name: "staff_suspensions");

            migrationBuilder.DropTable(
                name: "staff_team_areas");

            migrationBuilder.DropTable(
                name: "staff_team_leaders");

            migrationBuilder.DropTable(
                name: "staff_work_weeks");

            migrationBuilder.DropTable(
                name: "staff_assessments");

            migrationBuilder.DropTable(
                name: "staff_assessment_templates");

            migrationBuilder.DropTable(
                name: "staff_bank_questions");

            migrationBuilder.DropTable(
                name: "staff_courses");

            migrationBuilder.DropTable(
                name: "staff_effect_reports");

            migrationBuilder.DropTable(
                name: "staff_sessions");

            migrationBuilder.DropTable(
                name: "staff_sittings");

            migrationBuilder.DropTable(
                name: "staff_certificates");

            migrationBuilder.DropTable(
                name: "staff_employees");

            migrationBuilder.DropTable(
                name: "staff_teams");
        }
    }
}
