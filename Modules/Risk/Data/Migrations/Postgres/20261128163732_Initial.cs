using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Risk.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "risk");

            migrationBuilder.CreateTable(
                name: "actions",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: false),
                    problem_args = table.Column<string>(type: "text", nullable: true),
                    indicator = table.Column<string>(type: "text", nullable: true),
                    signal_from = table.Column<DateOnly>(type: "date", nullable: true),
                    signal_to = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    containment = table.Column<string>(type: "text", nullable: true),
                    whys = table.Column<string>(type: "text", nullable: true),
                    owner_id = table.Column<string>(type: "text", nullable: true),
                    owner_name = table.Column<string>(type: "text", nullable: true),
                    next_due = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "check_lists",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    pass_score = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "controls",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: true),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    test_months = table.Column<int>(type: "integer", nullable: false),
                    introduced_on = table.Column<DateOnly>(type: "date", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    test_due = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_controls", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    happened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    happened_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reported_by = table.Column<string>(type: "text", nullable: false),
                    about_label = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true),
                    foreseen = table.Column<bool>(type: "boolean", nullable: true),
                    assessment = table.Column<string>(type: "text", nullable: true),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    assessed_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handled_messages",
                schema: "risk",
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
                schema: "risk",
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
                schema: "risk",
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
                name: "risks",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    imported_as = table.Column<string>(type: "text", nullable: true),
                    category = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    effect = table.Column<string>(type: "text", nullable: false),
                    response = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: true),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    registered_by = table.Column<string>(type: "text", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "text", nullable: true),
                    review_due = table.Column<DateOnly>(type: "date", nullable: true),
                    inherent_consequence = table.Column<int>(type: "integer", nullable: false),
                    inherent_likelihood = table.Column<int>(type: "integer", nullable: false),
                    residual_consequence = table.Column<int>(type: "integer", nullable: false),
                    residual_likelihood = table.Column<int>(type: "integer", nullable: false),
                    target_consequence = table.Column<int>(type: "integer", nullable: false),
                    target_likelihood = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "action_events",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    action_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_events_action_id",
                        column: x => x.action_id,
                        principalSchema: "risk",
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_rounds",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    action_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: true),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: true),
                    proof = table.Column<string>(type: "text", nullable: true),
                    indicator = table.Column<string>(type: "text", nullable: true),
                    dimension = table.Column<string>(type: "text", nullable: true),
                    member = table.Column<string>(type: "text", nullable: true),
                    expects_more = table.Column<bool>(type: "boolean", nullable: false),
                    effect_from = table.Column<DateOnly>(type: "date", nullable: true),
                    verify_on = table.Column<DateOnly>(type: "date", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: true),
                    method = table.Column<string>(type: "text", nullable: true),
                    before_value = table.Column<double>(type: "double precision", nullable: true),
                    before_n = table.Column<double>(type: "double precision", nullable: true),
                    after_value = table.Column<double>(type: "double precision", nullable: true),
                    after_n = table.Column<double>(type: "double precision", nullable: true),
                    statistic = table.Column<double>(type: "double precision", nullable: true),
                    p = table.Column<double>(type: "double precision", nullable: true),
                    run = table.Column<long>(type: "bigint", nullable: true),
                    verified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    verified_by = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_rounds_action_id",
                        column: x => x.action_id,
                        principalSchema: "risk",
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "action_triggers",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    action_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: true),
                    about_label = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_action_triggers", x => x.id);
                    table.ForeignKey(
                        name: "fk_action_triggers_action_id",
                        column: x => x.action_id,
                        principalSchema: "risk",
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_plans",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    every = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    product_type = table.Column<string>(type: "text", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    sample_size = table.Column<int>(type: "integer", nullable: true),
                    sample_percent = table.Column<double>(type: "double precision", nullable: true),
                    list_id = table.Column<long>(type: "bigint", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stopped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_plans_list_id",
                        column: x => x.list_id,
                        principalSchema: "risk",
                        principalTable: "check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_questions",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    list_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    zh = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    is_critical = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_questions_list_id",
                        column: x => x.list_id,
                        principalSchema: "risk",
                        principalTable: "check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "control_tests",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    control_id = table.Column<long>(type: "bigint", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_tests", x => x.id);
                    table.ForeignKey(
                        name: "fk_control_tests_control_id",
                        column: x => x.control_id,
                        principalSchema: "risk",
                        principalTable: "controls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "control_risks",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    control_id = table.Column<long>(type: "bigint", nullable: false),
                    risk_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_control_risks", x => x.id);
                    table.ForeignKey(
                        name: "fk_control_risks_control_id",
                        column: x => x.control_id,
                        principalSchema: "risk",
                        principalTable: "controls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_control_risks_risk_id",
                        column: x => x.risk_id,
                        principalSchema: "risk",
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_risks",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    event_id = table.Column<long>(type: "bigint", nullable: false),
                    risk_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_risks", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_risks_event_id",
                        column: x => x.event_id,
                        principalSchema: "risk",
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_risks_risk_id",
                        column: x => x.risk_id,
                        principalSchema: "risk",
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "months",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    risk_id = table.Column<long>(type: "bigint", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    inherent = table.Column<int>(type: "integer", nullable: false),
                    residual = table.Column<int>(type: "integer", nullable: false),
                    target = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_months_risk_id",
                        column: x => x.risk_id,
                        principalSchema: "risk",
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ratings",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    risk_id = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    inherent_consequence = table.Column<int>(type: "integer", nullable: false),
                    inherent_likelihood = table.Column<int>(type: "integer", nullable: false),
                    residual_consequence = table.Column<int>(type: "integer", nullable: false),
                    residual_likelihood = table.Column<int>(type: "integer", nullable: false),
                    target_consequence = table.Column<int>(type: "integer", nullable: false),
                    target_likelihood = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ratings", x => x.id);
                    table.ForeignKey(
                        name: "fk_ratings_risk_id",
                        column: x => x.risk_id,
                        principalSchema: "risk",
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    risk_id = table.Column<long>(type: "bigint", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: true),
                    conclusion = table.Column<string>(type: "text", nullable: true),
                    dropped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_reviews_risk_id",
                        column: x => x.risk_id,
                        principalSchema: "risk",
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "treatments",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    risk_id = table.Column<long>(type: "bigint", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: true),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_treatments", x => x.id);
                    table.ForeignKey(
                        name: "fk_treatments_risk_id",
                        column: x => x.risk_id,
                        principalSchema: "risk",
                        principalTable: "risks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_plan_checkers",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    plan_id = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_plan_checkers", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_plan_checkers_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "risk",
                        principalTable: "check_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_samples",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    seed = table.Column<string>(type: "text", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    own_only = table.Column<int>(type: "integer", nullable: false),
                    drawn = table.Column<int>(type: "integer", nullable: false),
                    frame_hash = table.Column<string>(type: "text", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    drawn_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_samples", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_samples_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "risk",
                        principalTable: "check_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "checks",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    sample_id = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "text", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    contract = table.Column<string>(type: "text", nullable: true),
                    technician = table.Column<string>(type: "text", nullable: true),
                    technician_name = table.Column<string>(type: "text", nullable: true),
                    technician_account = table.Column<string>(type: "text", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    product_model = table.Column<string>(type: "text", nullable: true),
                    product_type = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    checker_id = table.Column<string>(type: "text", nullable: false),
                    checker_name = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    pass_score = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    score = table.Column<double>(type: "double precision", nullable: true),
                    passed = table.Column<bool>(type: "boolean", nullable: true),
                    remark = table.Column<string>(type: "text", nullable: true),
                    refund_owed = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_checks_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "risk",
                        principalTable: "check_samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_answers",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    check_id = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    zh = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    is_critical = table.Column<bool>(type: "boolean", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_answers_check_id",
                        column: x => x.check_id,
                        principalSchema: "risk",
                        principalTable: "checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "check_photos",
                schema: "risk",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    check_id = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_photos_check_id",
                        column: x => x.check_id,
                        principalSchema: "risk",
                        principalTable: "checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_action_events_action_id",
                schema: "risk",
                table: "action_events",
                column: "action_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_rounds_action_id_ordinal",
                schema: "risk",
                table: "action_rounds",
                columns: new[] { "action_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_action_rounds_change",
                schema: "risk",
                table: "action_rounds",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_action_triggers_about_id",
                schema: "risk",
                table: "action_triggers",
                column: "about_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_triggers_action_id",
                schema: "risk",
                table: "action_triggers",
                column: "action_id");

            migrationBuilder.CreateIndex(
                name: "ix_action_triggers_key",
                schema: "risk",
                table: "action_triggers",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actions_number",
                schema: "risk",
                table: "actions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actions_public_id",
                schema: "risk",
                table: "actions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actions_stage_next_due",
                schema: "risk",
                table: "actions",
                columns: new[] { "stage", "next_due" });

            migrationBuilder.CreateIndex(
                name: "ix_check_answers_check_id",
                schema: "risk",
                table: "check_answers",
                column: "check_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_lists_public_id",
                schema: "risk",
                table: "check_lists",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_photos_check_id",
                schema: "risk",
                table: "check_photos",
                column: "check_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_photos_public_id",
                schema: "risk",
                table: "check_photos",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_plan_checkers_plan_id",
                schema: "risk",
                table: "check_plan_checkers",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_plans_list_id",
                schema: "risk",
                table: "check_plans",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_plans_public_id",
                schema: "risk",
                table: "check_plans",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_questions_list_id",
                schema: "risk",
                table: "check_questions",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_samples_plan_id_from",
                schema: "risk",
                table: "check_samples",
                columns: new[] { "plan_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_samples_public_id",
                schema: "risk",
                table: "check_samples",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_checks_change",
                schema: "risk",
                table: "checks",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_checks_done_on_due",
                schema: "risk",
                table: "checks",
                columns: new[] { "done_on", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_checks_number",
                schema: "risk",
                table: "checks",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_checks_order_id",
                schema: "risk",
                table: "checks",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_checks_public_id",
                schema: "risk",
                table: "checks",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_checks_sample_id",
                schema: "risk",
                table: "checks",
                column: "sample_id");

            migrationBuilder.CreateIndex(
                name: "ix_control_risks_control_id",
                schema: "risk",
                table: "control_risks",
                column: "control_id");

            migrationBuilder.CreateIndex(
                name: "ix_control_risks_risk_id_control_id",
                schema: "risk",
                table: "control_risks",
                columns: new[] { "risk_id", "control_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_control_tests_change",
                schema: "risk",
                table: "control_tests",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_control_tests_control_id",
                schema: "risk",
                table: "control_tests",
                column: "control_id");

            migrationBuilder.CreateIndex(
                name: "ix_controls_number",
                schema: "risk",
                table: "controls",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_controls_public_id",
                schema: "risk",
                table: "controls",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_risks_event_id",
                schema: "risk",
                table: "event_risks",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_risks_risk_id_event_id",
                schema: "risk",
                table: "event_risks",
                columns: new[] { "risk_id", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_change",
                schema: "risk",
                table: "events",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_happened_at",
                schema: "risk",
                table: "events",
                column: "happened_at");

            migrationBuilder.CreateIndex(
                name: "ix_events_key",
                schema: "risk",
                table: "events",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_number",
                schema: "risk",
                table: "events",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_public_id",
                schema: "risk",
                table: "events",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_months_change",
                schema: "risk",
                table: "months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_months_last_day_risk_id",
                schema: "risk",
                table: "months",
                columns: new[] { "last_day", "risk_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_months_risk_id",
                schema: "risk",
                table: "months",
                column: "risk_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at",
                schema: "risk",
                table: "outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ratings_change",
                schema: "risk",
                table: "ratings",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ratings_risk_id",
                schema: "risk",
                table: "ratings",
                column: "risk_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_change",
                schema: "risk",
                table: "reviews",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviews_risk_id",
                schema: "risk",
                table: "reviews",
                column: "risk_id");

            migrationBuilder.CreateIndex(
                name: "ix_risks_imported_as",
                schema: "risk",
                table: "risks",
                column: "imported_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risks_number",
                schema: "risk",
                table: "risks",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risks_public_id",
                schema: "risk",
                table: "risks",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risks_review_due",
                schema: "risk",
                table: "risks",
                column: "review_due");

            migrationBuilder.CreateIndex(
                name: "ix_treatments_risk_id",
                schema: "risk",
                table: "treatments",
                column: "risk_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_events",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "action_rounds",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "action_triggers",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "check_answers",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "check_photos",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "check_plan_checkers",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "check_questions",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "control_risks",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "control_tests",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "event_risks",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "handled_messages",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "months",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "ratings",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "reviews",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "treatments",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "actions",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "checks",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "controls",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "events",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "risks",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "check_samples",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "check_plans",
                schema: "risk");

            migrationBuilder.DropTable(
                name: "check_lists",
                schema: "risk");
        }
    }
}
