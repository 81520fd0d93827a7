using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Reporting.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_auditor_contracts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_auditor_contracts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_audits",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seed = table.Column<string>(type: "TEXT", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    auditor_id = table.Column<string>(type: "TEXT", nullable: false),
                    auditor = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signed_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_audits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_baselines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    grain = table.Column<string>(type: "TEXT", nullable: false),
                    center = table.Column<double>(type: "REAL", nullable: false),
                    moving_range = table.Column<double>(type: "REAL", nullable: false),
                    periods = table.Column<int>(type: "INTEGER", nullable: false),
                    sigma_z = table.Column<double>(type: "REAL", nullable: true),
                    first_period = table.Column<string>(type: "TEXT", nullable: false),
                    last_period = table.Column<string>(type: "TEXT", nullable: false),
                    frozen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    watch_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    frozen_by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_baselines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_chart_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    grain = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    written_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_chart_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_chart_settings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    laney = table.Column<bool>(type: "INTEGER", nullable: false),
                    trends = table.Column<bool>(type: "INTEGER", nullable: false),
                    zones = table.Column<bool>(type: "INTEGER", nullable: false),
                    set_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    set_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_chart_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_clause_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_clause_months", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_closed_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    run = table.Column<long>(type: "INTEGER", nullable: false),
                    as_of = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_closed_months", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_filed_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    span = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    contract = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_filed_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_handled_messages",
                columns: table => new
                {
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "reporting_living_indicators",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    has_owner = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_target = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_value = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_living_indicators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_number_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_number_series", x => new { x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "reporting_outbox",
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
                    table.PrimaryKey("pk_reporting_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_saved_views",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_signals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    grain = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    dimension = table.Column<string>(type: "TEXT", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: false),
                    lower = table.Column<double>(type: "REAL", nullable: true),
                    center = table.Column<double>(type: "REAL", nullable: true),
                    upper = table.Column<double>(type: "REAL", nullable: true),
                    is_worse = table.Column<bool>(type: "INTEGER", nullable: false),
                    run = table.Column<long>(type: "INTEGER", nullable: false),
                    found_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    found_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    slices_json = table.Column<string>(type: "TEXT", nullable: false),
                    orders_json = table.Column<string>(type: "TEXT", nullable: false),
                    acknowledged_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    acknowledged_by = table.Column<string>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    explanation = table.Column<string>(type: "TEXT", nullable: true),
                    explained_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    explained_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    explained_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_signals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_audited_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    finding = table.Column<string>(type: "TEXT", nullable: true),
                    checked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    audit_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_audited_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporting_audited_orders_audit_id",
                        column: x => x.audit_id,
                        principalTable: "reporting_audits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reporting_closed_numbers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    numerator = table.Column<double>(type: "REAL", nullable: true),
                    denominator = table.Column<double>(type: "REAL", nullable: false),
                    excluded = table.Column<long>(type: "INTEGER", nullable: false),
                    target = table.Column<double>(type: "REAL", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    rows = table.Column<byte[]>(type: "BLOB", nullable: false),
                    closed_month_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_closed_numbers", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporting_closed_numbers_closed_month_id",
                        column: x => x.closed_month_id,
                        principalTable: "reporting_closed_months",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reporting_audit_ticks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    clause = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    audited_order_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporting_audit_ticks", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporting_audit_ticks_audited_order_id",
                        column: x => x.audited_order_id,
                        principalTable: "reporting_audited_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_audit_ticks_audited_order_id",
                table: "reporting_audit_ticks",
                column: "audited_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_audited_orders_audit_id",
                table: "reporting_audited_orders",
                column: "audit_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_auditor_contracts_account_id",
                table: "reporting_auditor_contracts",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_audits_contract_month",
                table: "reporting_audits",
                columns: new[] { "contract", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_audits_public_id",
                table: "reporting_audits",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_baselines_indicator_grain",
                table: "reporting_baselines",
                columns: new[] { "indicator", "grain" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_chart_notes_indicator_grain",
                table: "reporting_chart_notes",
                columns: new[] { "indicator", "grain" });

            migrationBuilder.CreateIndex(
                name: "ix_reporting_chart_settings_indicator",
                table: "reporting_chart_settings",
                column: "indicator");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_clause_months_change",
                table: "reporting_clause_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_clause_months_contract_month_clause",
                table: "reporting_clause_months",
                columns: new[] { "contract", "month", "clause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_closed_months_month_contract",
                table: "reporting_closed_months",
                columns: new[] { "month", "contract" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_closed_numbers_closed_month_id",
                table: "reporting_closed_numbers",
                column: "closed_month_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_filed_reports_public_id",
                table: "reporting_filed_reports",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_filed_reports_span_from_contract_language",
                table: "reporting_filed_reports",
                columns: new[] { "span", "from", "contract", "language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_living_indicators_change",
                table: "reporting_living_indicators",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_living_indicators_month_indicator",
                table: "reporting_living_indicators",
                columns: new[] { "month", "indicator" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_outbox_next_attempt_at",
                table: "reporting_outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_saved_views_owner_id",
                table: "reporting_saved_views",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_saved_views_public_id",
                table: "reporting_saved_views",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_signals_change",
                table: "reporting_signals",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_signals_found_day",
                table: "reporting_signals",
                column: "found_day");

            migrationBuilder.CreateIndex(
                name: "ix_reporting_signals_indicator_grain_period_rule_dimension_member",
                table: "reporting_signals",
                columns: new[] { "indicator", "grain", "period", "rule", "dimension", "member" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reporting_signals_public_id",
                table: "reporting_signals",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_audit_ticks");

            migrationBuilder.DropTable(
                name: "reporting_auditor_contracts");

            migrationBuilder.DropTable(
                name: "reporting_baselines");

            migrationBuilder.DropTable(
                name: "reporting_chart_notes");

            migrationBuilder.DropTable(
                name: "reporting_chart_settings");

            migrationBuilder.DropTable(
                name: "reporting_clause_months");

            migrationBuilder.DropTable(
                name: "reporting_closed_numbers");

            migrationBuilder.DropTable(
                name: "reporting_filed_reports");

            migrationBuilder.DropTable(
                name: "reporting_handled_messages");

            migrationBuilder.DropTable(
                name: "reporting_living_indicators");

            migrationBuilder.DropTable(
                name: "reporting_number_series");

            migrationBuilder.DropTable(
                name: "reporting_outbox");

            migrationBuilder.DropTable(
                name: "reporting_saved_views");

            migrationBuilder.DropTable(
                name: "reporting_signals");

            migrationBuilder.DropTable(
                name: "reporting_audited_orders");

            migrationBuilder.DropTable(
                name: "reporting_closed_months");

            migrationBuilder.DropTable(
                name: "reporting_audits");
        }
    }
}
