using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Risk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "risk_actions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    problem = table.Column<string>(type: "TEXT", nullable: false),
                    problem_args = table.Column<string>(type: "TEXT", nullable: true),
                    indicator = table.Column<string>(type: "TEXT", nullable: true),
                    signal_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signal_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_by = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    containment = table.Column<string>(type: "TEXT", nullable: true),
                    whys = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", nullable: true),
                    next_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_actions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_check_lists",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    pass_score = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_check_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_controls",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", nullable: false),
                    test_months = table.Column<int>(type: "INTEGER", nullable: false),
                    introduced_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    test_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_controls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    happened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    happened_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reported_by = table.Column<string>(type: "TEXT", nullable: false),
                    about_label = table.Column<string>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    foreseen = table.Column<bool>(type: "INTEGER", nullable: true),
                    assessment = table.Column<string>(type: "TEXT", nullable: true),
                    assessed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    assessed_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_handled_messages",
                columns: table => new
                {
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "risk_number_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_number_series", x => new { x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "risk_outbox",
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
                    table.PrimaryKey("pk_risk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_risks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    imported_as = table.Column<string>(type: "TEXT", nullable: true),
                    category = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    effect = table.Column<string>(type: "TEXT", nullable: false),
                    response = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    registered_by = table.Column<string>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_because = table.Column<string>(type: "TEXT", nullable: true),
                    review_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    inherent_consequence = table.Column<int>(type: "INTEGER", nullable: false),
                    inherent_likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    residual_consequence = table.Column<int>(type: "INTEGER", nullable: false),
                    residual_likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    target_consequence = table.Column<int>(type: "INTEGER", nullable: false),
                    target_likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_risks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_action_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    action_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_action_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_action_events_action_id",
                        column: x => x.action_id,
                        principalTable: "risk_actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_action_rounds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    action_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: true),
                    proof = table.Column<string>(type: "TEXT", nullable: true),
                    indicator = table.Column<string>(type: "TEXT", nullable: true),
                    dimension = table.Column<string>(type: "TEXT", nullable: true),
                    member = table.Column<string>(type: "TEXT", nullable: true),
                    expects_more = table.Column<bool>(type: "INTEGER", nullable: false),
                    effect_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    verify_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", nullable: true),
                    method = table.Column<string>(type: "TEXT", nullable: true),
                    before_value = table.Column<double>(type: "REAL", nullable: true),
                    before_n = table.Column<double>(type: "REAL", nullable: true),
                    after_value = table.Column<double>(type: "REAL", nullable: true),
                    after_n = table.Column<double>(type: "REAL", nullable: true),
                    statistic = table.Column<double>(type: "REAL", nullable: true),
                    p = table.Column<double>(type: "REAL", nullable: true),
                    run = table.Column<long>(type: "INTEGER", nullable: true),
                    verified_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    verified_by = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_action_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_action_rounds_action_id",
                        column: x => x.action_id,
                        principalTable: "risk_actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_action_triggers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    action_id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    about_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    about_label = table.Column<string>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_action_triggers", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_action_triggers_action_id",
                        column: x => x.action_id,
                        principalTable: "risk_actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_check_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    every = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    product_type = table.Column<string>(type: "TEXT", nullable: true),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    sample_size = table.Column<int>(type: "INTEGER", nullable: true),
                    sample_percent = table.Column<double>(type: "REAL", nullable: true),
                    list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stopped_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_check_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_check_plans_list_id",
                        column: x => x.list_id,
                        principalTable: "risk_check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_check_questions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    zh = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    is_critical = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_check_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_check_questions_list_id",
                        column: x => x.list_id,
                        principalTable: "risk_check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_control_tests",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    control_id = table.Column<long>(type: "INTEGER", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_control_tests", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_control_tests_control_id",
                        column: x => x.control_id,
                        principalTable: "risk_controls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_control_risks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    control_id = table.Column<long>(type: "INTEGER", nullable: false),
                    risk_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_control_risks", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_control_risks_control_id",
                        column: x => x.control_id,
                        principalTable: "risk_controls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_risk_control_risks_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risk_risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_event_risks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    event_id = table.Column<long>(type: "INTEGER", nullable: false),
                    risk_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_event_risks", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_event_risks_event_id",
                        column: x => x.event_id,
                        principalTable: "risk_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_risk_event_risks_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risk_risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    risk_id = table.Column<long>(type: "INTEGER", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: false),
                    inherent = table.Column<int>(type: "INTEGER", nullable: false),
                    residual = table.Column<int>(type: "INTEGER", nullable: false),
                    target = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_months_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risk_risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_ratings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    risk_id = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    inherent_consequence = table.Column<int>(type: "INTEGER", nullable: false),
                    inherent_likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    residual_consequence = table.Column<int>(type: "INTEGER", nullable: false),
                    residual_likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    target_consequence = table.Column<int>(type: "INTEGER", nullable: false),
                    target_likelihood = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_ratings", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_ratings_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risk_risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_reviews",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    risk_id = table.Column<long>(type: "INTEGER", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: true),
                    conclusion = table.Column<string>(type: "TEXT", nullable: true),
                    dropped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_reviews_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risk_risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_treatments",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    risk_id = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_treatments", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_treatments_risk_id",
                        column: x => x.risk_id,
                        principalTable: "risk_risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_check_plan_checkers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_check_plan_checkers", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_check_plan_checkers_plan_id",
                        column: x => x.plan_id,
                        principalTable: "risk_check_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_check_samples",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seed = table.Column<string>(type: "TEXT", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: false),
                    own_only = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn = table.Column<int>(type: "INTEGER", nullable: false),
                    frame_hash = table.Column<string>(type: "TEXT", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    drawn_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_check_samples", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_check_samples_plan_id",
                        column: x => x.plan_id,
                        principalTable: "risk_check_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_checks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    sample_id = table.Column<long>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", nullable: false),
                    contact_name = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    contract = table.Column<string>(type: "TEXT", nullable: true),
                    technician = table.Column<string>(type: "TEXT", nullable: true),
                    technician_name = table.Column<string>(type: "TEXT", nullable: true),
                    technician_account = table.Column<string>(type: "TEXT", nullable: true),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    product_model = table.Column<string>(type: "TEXT", nullable: true),
                    product_type = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    checker_id = table.Column<string>(type: "TEXT", nullable: false),
                    checker_name = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    pass_score = table.Column<int>(type: "INTEGER", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    score = table.Column<double>(type: "REAL", nullable: true),
                    passed = table.Column<bool>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true),
                    refund_owed = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_checks_sample_id",
                        column: x => x.sample_id,
                        principalTable: "risk_check_samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_check_answers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    check_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    zh = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    is_critical = table.Column<bool>(type: "INTEGER", nullable: false),
                    finding = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_check_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_check_answers_check_id",
                        column: x => x.check_id,
                        principalTable: "risk_checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_check_photos",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    check_id = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<int>(type: "INTEGER", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_check_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_check_photos_check_id",
                        column: x => x.check_id,
                        principalTable: "risk_checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_risk_action_events_action_id",
                table: "risk_action_events",
                column: "action_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_action_rounds_action_id_ordinal",
                table: "risk_action_rounds",
                columns: new[] { "action_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_action_rounds_change",
                table: "risk_action_rounds",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_action_triggers_about_id",
                table: "risk_action_triggers",
                column: "about_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_action_triggers_action_id",
                table: "risk_action_triggers",
                column: "action_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_action_triggers_key",
                table: "risk_action_triggers",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_actions_number",
                table: "risk_actions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_actions_public_id",
                table: "risk_actions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_actions_stage_next_due",
                table: "risk_actions",
                columns: new[] { "stage", "next_due" });

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_answers_check_id",
                table: "risk_check_answers",
                column: "check_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_lists_public_id",
                table: "risk_check_lists",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_photos_check_id",
                table: "risk_check_photos",
                column: "check_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_photos_public_id",
                table: "risk_check_photos",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_plan_checkers_plan_id",
                table: "risk_check_plan_checkers",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_plans_list_id",
                table: "risk_check_plans",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_plans_public_id",
                table: "risk_check_plans",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_questions_list_id",
                table: "risk_check_questions",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_samples_plan_id_from",
                table: "risk_check_samples",
                columns: new[] { "plan_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_check_samples_public_id",
                table: "risk_check_samples",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_checks_change",
                table: "risk_checks",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_checks_done_on_due",
                table: "risk_checks",
                columns: new[] { "done_on", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_risk_checks_number",
                table: "risk_checks",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_checks_order_id",
                table: "risk_checks",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_checks_public_id",
                table: "risk_checks",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_checks_sample_id",
                table: "risk_checks",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_control_risks_control_id",
                table: "risk_control_risks",
                column: "control_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_control_risks_risk_id_control_id",
                table: "risk_control_risks",
                columns: new[] { "risk_id", "control_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_control_tests_change",
                table: "risk_control_tests",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_control_tests_control_id",
                table: "risk_control_tests",
                column: "control_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_controls_number",
                table: "risk_controls",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_controls_public_id",
                table: "risk_controls",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_event_risks_event_id",
                table: "risk_event_risks",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_event_risks_risk_id_event_id",
                table: "risk_event_risks",
                columns: new[] { "risk_id", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_events_change",
                table: "risk_events",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_events_happened_at",
                table: "risk_events",
                column: "happened_at");

            migrationBuilder.CreateIndex(
                name: "ix_risk_events_key",
                table: "risk_events",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_events_number",
                table: "risk_events",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_events_public_id",
                table: "risk_events",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_months_change",
                table: "risk_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_months_last_day_risk_id",
                table: "risk_months",
                columns: new[] { "last_day", "risk_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_months_risk_id",
                table: "risk_months",
                column: "risk_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_outbox_next_attempt_at",
                table: "risk_outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_risk_ratings_change",
                table: "risk_ratings",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_ratings_risk_id",
                table: "risk_ratings",
                column: "risk_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_reviews_change",
                table: "risk_reviews",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_reviews_risk_id",
                table: "risk_reviews",
                column: "risk_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_risks_imported_as",
                table: "risk_risks",
                column: "imported_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_risks_number",
                table: "risk_risks",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_risks_public_id",
                table: "risk_risks",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_risks_review_due",
                table: "risk_risks",
                column: "review_due");

            migrationBuilder.CreateIndex(
                name: "ix_risk_treatments_risk_id",
                table: "risk_treatments",
                column: "risk_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "risk_action_events");

            migrationBuilder.DropTable(
                name: "risk_action_rounds");

            migrationBuilder.DropTable(
                name: "risk_action_triggers");

            migrationBuilder.DropTable(
                name: "risk_check_answers");

            migrationBuilder.DropTable(
                name: "risk_check_photos");

            migrationBuilder.DropTable(
                name: "risk_check_plan_checkers");

            migrationBuilder.DropTable(
                name: "risk_check_questions");

            migrationBuilder.DropTable(
                name: "risk_control_risks");

            migrationBuilder.DropTable(
                name: "risk_control_tests");

            migrationBuilder.DropTable(
                name: "risk_event_risks");

            migrationBuilder.DropTable(
                name: "risk_handled_messages");

            migrationBuilder.DropTable(
                name: "risk_months");

            migrationBuilder.DropTable(
                name: "risk_number_series");

            migrationBuilder.DropTable(
                name: "risk_outbox");

            migrationBuilder.DropTable(
                name: "risk_ratings");

            migrationBuilder.DropTable(
                name: "risk_reviews");

            migrationBuilder.DropTable(
                name: "risk_treatments");

            migrationBuilder.DropTable(
                name: "risk_actions");

            migrationBuilder.DropTable(
                name: "risk_checks");

            migrationBuilder.DropTable(
                name: "risk_controls");

            migrationBuilder.DropTable(
                name: "risk_events");

            migrationBuilder.DropTable(
                name: "risk_risks");

            migrationBuilder.DropTable(
                name: "risk_check_samples");

            migrationBuilder.DropTable(
                name: "risk_check_plans");

            migrationBuilder.DropTable(
                name: "risk_check_lists");
        }
    }
}
