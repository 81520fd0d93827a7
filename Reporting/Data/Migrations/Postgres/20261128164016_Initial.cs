using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Reporting.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "reporting");

            migrationBuilder.CreateTable(
                name: "auditor_contracts",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account_id = table.Column<string>(type: "text", nullable: false),
                    contract = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_auditor_contracts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audits",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    seed = table.Column<string>(type: "text", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    auditor_id = table.Column<string>(type: "text", nullable: false),
                    auditor = table.Column<string>(type: "text", nullable: false),
                    statement = table.Column<string>(type: "text", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "baselines",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    grain = table.Column<string>(type: "text", nullable: false),
                    center = table.Column<double>(type: "double precision", nullable: false),
                    moving_range = table.Column<double>(type: "double precision", nullable: false),
                    periods = table.Column<int>(type: "integer", nullable: false),
                    sigma_z = table.Column<double>(type: "double precision", nullable: true),
                    first_period = table.Column<string>(type: "text", nullable: false),
                    last_period = table.Column<string>(type: "text", nullable: false),
                    frozen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    watch_from = table.Column<DateOnly>(type: "date", nullable: false),
                    frozen_by = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_baselines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "chart_notes",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    grain = table.Column<string>(type: "text", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chart_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "chart_settings",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    laney = table.Column<bool>(type: "boolean", nullable: false),
                    trends = table.Column<bool>(type: "boolean", nullable: false),
                    zones = table.Column<bool>(type: "boolean", nullable: false),
                    set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    set_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chart_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clause_months",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    contract = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clause_months", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "closed_months",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    contract = table.Column<string>(type: "text", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_by_id = table.Column<string>(type: "text", nullable: false),
                    closed_by = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    run = table.Column<long>(type: "bigint", nullable: false),
                    as_of = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closed_months", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "filed_reports",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    span = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    contract = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filed_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handled_messages",
                schema: "reporting",
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
                name: "living_indicators",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    has_owner = table.Column<bool>(type: "boolean", nullable: false),
                    has_target = table.Column<bool>(type: "boolean", nullable: false),
                    has_value = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_living_indicators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "reporting",
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
                schema: "reporting",
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
                name: "saved_views",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signals",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    grain = table.Column<string>(type: "text", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    dimension = table.Column<string>(type: "text", nullable: false),
                    member = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: false),
                    lower = table.Column<double>(type: "double precision", nullable: true),
                    center = table.Column<double>(type: "double precision", nullable: true),
                    upper = table.Column<double>(type: "double precision", nullable: true),
                    is_worse = table.Column<bool>(type: "boolean", nullable: false),
                    run = table.Column<long>(type: "bigint", nullable: false),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    found_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    slices_json = table.Column<string>(type: "text", nullable: false),
                    orders_json = table.Column<string>(type: "text", nullable: false),
                    acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    acknowledged_by = table.Column<string>(type: "text", nullable: true),
                    cause = table.Column<string>(type: "text", nullable: true),
                    explanation = table.Column<string>(type: "text", nullable: true),
                    explained_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    explained_day = table.Column<DateOnly>(type: "date", nullable: true),
                    explained_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audited_orders",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: true),
                    checked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    audit_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audited_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_audited_orders_audit_id",
                        column: x => x.audit_id,
                        principalSchema: "reporting",
                        principalTable: "audits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "closed_numbers",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    numerator = table.Column<double>(type: "double precision", nullable: true),
                    denominator = table.Column<double>(type: "double precision", nullable: false),
                    excluded = table.Column<long>(type: "bigint", nullable: false),
                    target = table.Column<double>(type: "double precision", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    provisional = table.Column<bool>(type: "boolean", nullable: false),
                    rows = table.Column<byte[]>(type: "bytea", nullable: false),
                    closed_month_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closed_numbers", x => x.id);
                    table.ForeignKey(
                        name: "fk_closed_numbers_closed_month_id",
                        column: x => x.closed_month_id,
                        principalSchema: "reporting",
                        principalTable: "closed_months",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audit_ticks",
                schema: "reporting",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    clause = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    audited_order_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_ticks", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_ticks_audited_order_id",
                        column: x => x.audited_order_id,
                        principalSchema: "reporting",
                        principalTable: "audited_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_ticks_audited_order_id",
                schema: "reporting",
                table: "audit_ticks",
                column: "audited_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_audited_orders_audit_id",
                schema: "reporting",
                table: "audited_orders",
                column: "audit_id");

            migrationBuilder.CreateIndex(
                name: "ix_auditor_contracts_account_id",
                schema: "reporting",
                table: "auditor_contracts",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audits_contract_month",
                schema: "reporting",
                table: "audits",
                columns: new[] { "contract", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_audits_public_id",
                schema: "reporting",
                table: "audits",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_baselines_indicator_grain",
                schema: "reporting",
                table: "baselines",
                columns: new[] { "indicator", "grain" });

            migrationBuilder.CreateIndex(
                name: "ix_chart_notes_indicator_grain",
                schema: "reporting",
                table: "chart_notes",
                columns: new[] { "indicator", "grain" });

            migrationBuilder.CreateIndex(
                name: "ix_chart_settings_indicator",
                schema: "reporting",
                table: "chart_settings",
                column: "indicator");

            migrationBuilder.CreateIndex(
                name: "ix_clause_months_change",
                schema: "reporting",
                table: "clause_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_clause_months_contract_month_clause",
                schema: "reporting",
                table: "clause_months",
                columns: new[] { "contract", "month", "clause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_closed_months_month_contract",
                schema: "reporting",
                table: "closed_months",
                columns: new[] { "month", "contract" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_closed_numbers_closed_month_id",
                schema: "reporting",
                table: "closed_numbers",
                column: "closed_month_id");

            migrationBuilder.CreateIndex(
                name: "ix_filed_reports_public_id",
                schema: "reporting",
                table: "filed_reports",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_filed_reports_span_from_contract_language",
                schema: "reporting",
                table: "filed_reports",
                columns: new[] { "span", "from", "contract", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_living_indicators_change",
                schema: "reporting",
                table: "living_indicators",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_living_indicators_month_indicator",
                schema: "reporting",
                table: "living_indicators",
                columns: new[] { "month", "indicator" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at",
                schema: "reporting",
                table: "outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_owner_id",
                schema: "reporting",
                table: "saved_views",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_public_id",
                schema: "reporting",
                table: "saved_views",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signals_change",
                schema: "reporting",
                table: "signals",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signals_found_day",
                schema: "reporting",
                table: "signals",
                column: "found_day");

            migrationBuilder.CreateIndex(
                name: "ix_signals_indicator_grain_period_rule_dimension_member",
                schema: "reporting",
                table: "signals",
                columns: new[] { "indicator", "grain", "period", "rule", "dimension", "member" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signals_public_id",
                schema: "reporting",
                table: "signals",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_ticks",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "auditor_contracts",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "baselines",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "chart_notes",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "chart_settings",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "clause_months",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "closed_numbers",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "filed_reports",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "handled_messages",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "living_indicators",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "saved_views",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "signals",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "audited_orders",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "closed_months",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "audits",
                schema: "reporting");
        }
    }
}
