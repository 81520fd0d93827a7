using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "service_contracts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_contracts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_customers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    consent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_customers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_handled_messages",
                columns: table => new
                {
                    message_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_handled_messages", x => new { x.message_id, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "service_models",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_models", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_number_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_number_series", x => new { x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "service_outbox",
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
                    table.PrimaryKey("pk_service_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_saved_views",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_technicians",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    is_complete = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_technicians", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_customer_phones",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_customer_phones", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_customer_phones_customer_id",
                        column: x => x.customer_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_appliances",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: true),
                    model_id = table.Column<long>(type: "INTEGER", nullable: true),
                    serial = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    purchased_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_appliances", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_appliances_customer_id",
                        column: x => x.customer_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_appliances_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_fault_codes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    model_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    meaning = table.Column<string>(type: "TEXT", nullable: false),
                    complexity = table.Column<string>(type: "TEXT", nullable: true),
                    is_safety = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_fault_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_fault_codes_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    brand_order_number = table.Column<string>(type: "TEXT", nullable: true),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: true),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: true),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: true),
                    model_id = table.Column<long>(type: "INTEGER", nullable: true),
                    contact_name = table.Column<string>(type: "TEXT", nullable: true),
                    contact_phone = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    fault_code = table.Column<string>(type: "TEXT", nullable: true),
                    complexity = table.Column<string>(type: "TEXT", nullable: true),
                    regraded_on_site = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_safety = table.Column<bool>(type: "INTEGER", nullable: false),
                    special_reason = table.Column<string>(type: "TEXT", nullable: true),
                    special_marked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    responded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    window_start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    window_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    departed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    completed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancel_reason = table.Column<string>(type: "TEXT", nullable: true),
                    overrun_reason = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    visits = table.Column<int>(type: "INTEGER", nullable: true),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: true),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    urged = table.Column<int>(type: "INTEGER", nullable: false),
                    reopened = table.Column<int>(type: "INTEGER", nullable: false),
                    repeat_of_id = table.Column<long>(type: "INTEGER", nullable: true),
                    repeat_unrelated = table.Column<bool>(type: "INTEGER", nullable: false),
                    repeated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    unrelated_repeats = table.Column<int>(type: "INTEGER", nullable: false),
                    continues_id = table.Column<long>(type: "INTEGER", nullable: true),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    calendar_version = table.Column<string>(type: "TEXT", nullable: false),
                    imported = table.Column<bool>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: true),
                    extras = table.Column<string>(type: "TEXT", nullable: true),
                    next_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    handling_by_attempts = table.Column<bool>(type: "INTEGER", nullable: false),
                    handling_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    handling_due_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    handling_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    handling_frozen = table.Column<string>(type: "TEXT", nullable: true),
                    handling_gross_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    handling_gross_due_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    handling_gross_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    handling_inferred = table.Column<bool>(type: "INTEGER", nullable: false),
                    handling_limit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    handling_net_hours = table.Column<double>(type: "REAL", nullable: true),
                    handling_paused_hours = table.Column<double>(type: "REAL", nullable: false),
                    handling_started = table.Column<DateTime>(type: "TEXT", nullable: true),
                    handling_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    handling_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    response_by_attempts = table.Column<bool>(type: "INTEGER", nullable: false),
                    response_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    response_due_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    response_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    response_frozen = table.Column<string>(type: "TEXT", nullable: true),
                    response_gross_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    response_gross_due_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    response_gross_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    response_inferred = table.Column<bool>(type: "INTEGER", nullable: false),
                    response_limit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    response_net_hours = table.Column<double>(type: "REAL", nullable: true),
                    response_paused_hours = table.Column<double>(type: "REAL", nullable: false),
                    response_started = table.Column<DateTime>(type: "TEXT", nullable: true),
                    response_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    response_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_orders_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_orders_contract_id",
                        column: x => x.contract_id,
                        principalTable: "service_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_orders_customer_id",
                        column: x => x.customer_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_orders_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_orders_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_contact_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    message_delivered = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_contact_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_contact_attempts_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_former_clocks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    started = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", nullable: false),
                    gross_verdict = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_former_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_former_clocks_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_order_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_order_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_order_events_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_pauses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    begins_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stops_handling = table.Column<bool>(type: "INTEGER", nullable: false),
                    longest_days = table.Column<int>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    backdated_because = table.Column<string>(type: "TEXT", nullable: true),
                    started_by = table.Column<string>(type: "TEXT", nullable: false),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    voided_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_pauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_pauses_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_urges",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_urges", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_urges_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "service_contracts",
                columns: new[] { "id", "code", "name", "version" },
                values: new object[] { -1L, "default", "", 0 });

            migrationBuilder.CreateIndex(
                name: "ix_service_appliances_customer_id",
                table: "service_appliances",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_appliances_model_id",
                table: "service_appliances",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_appliances_public_id",
                table: "service_appliances",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_appliances_serial",
                table: "service_appliances",
                column: "serial");

            migrationBuilder.CreateIndex(
                name: "ix_service_contact_attempts_order_id",
                table: "service_contact_attempts",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_contracts_code",
                table: "service_contracts",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_phones_customer_id",
                table: "service_customer_phones",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_phones_number",
                table: "service_customer_phones",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_name",
                table: "service_customers",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_public_id",
                table: "service_customers",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_fault_codes_model_id_code",
                table: "service_fault_codes",
                columns: new[] { "model_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_former_clocks_order_id",
                table: "service_former_clocks",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_models_code",
                table: "service_models",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_order_events_order_id",
                table: "service_order_events",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_appliance_id",
                table: "service_orders",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_brand_order_number",
                table: "service_orders",
                column: "brand_order_number");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_change",
                table: "service_orders",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_contact_phone",
                table: "service_orders",
                column: "contact_phone");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_contract_id",
                table: "service_orders",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_customer_id",
                table: "service_orders",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_model_id",
                table: "service_orders",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_number",
                table: "service_orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_public_id",
                table: "service_orders",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_received_at",
                table: "service_orders",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_status_next_due",
                table: "service_orders",
                columns: new[] { "status", "next_due" });

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_technician_id_window_start",
                table: "service_orders",
                columns: new[] { "technician_id", "window_start" });

            migrationBuilder.CreateIndex(
                name: "ix_service_outbox_next_attempt_at",
                table: "service_outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_pauses_order_id",
                table: "service_pauses",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_saved_views_account_id",
                table: "service_saved_views",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_technicians_code",
                table: "service_technicians",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_urges_order_id",
                table: "service_urges",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_contact_attempts");

            migrationBuilder.DropTable(
                name: "service_customer_phones");

            migrationBuilder.DropTable(
                name: "service_fault_codes");

            migrationBuilder.DropTable(
                name: "service_former_clocks");

            migrationBuilder.DropTable(
                name: "service_handled_messages");

            migrationBuilder.DropTable(
                name: "service_number_series");

            migrationBuilder.DropTable(
                name: "service_order_events");

            migrationBuilder.DropTable(
                name: "service_outbox");

            migrationBuilder.DropTable(
                name: "service_pauses");

            migrationBuilder.DropTable(
                name: "service_saved_views");

            migrationBuilder.DropTable(
                name: "service_urges");

            migrationBuilder.DropTable(
                name: "service_orders");

            migrationBuilder.DropTable(
                name: "service_appliances");

            migrationBuilder.DropTable(
                name: "service_contracts");

            migrationBuilder.DropTable(
                name: "service_technicians");

            migrationBuilder.DropTable(
                name: "service_customers");

            migrationBuilder.DropTable(
                name: "service_models");
        }
    }
}
