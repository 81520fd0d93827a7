using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "service");

            migrationBuilder.CreateTable(
                name: "contracts",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contracts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    consent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handled_messages",
                schema: "service",
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
                name: "models",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_models", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "service",
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
                schema: "service",
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
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "technicians",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    team = table.Column<string>(type: "text", nullable: true),
                    is_complete = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_technicians", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customer_phones",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_phones", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_phones_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "appliances",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: true),
                    model_id = table.Column<long>(type: "bigint", nullable: true),
                    serial = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    purchased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appliances", x => x.id);
                    table.ForeignKey(
                        name: "fk_appliances_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appliances_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fault_codes",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    model_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    meaning = table.Column<string>(type: "text", nullable: false),
                    complexity = table.Column<string>(type: "text", nullable: true),
                    is_safety = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fault_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_fault_codes_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    brand_order_number = table.Column<string>(type: "text", nullable: true),
                    contract_id = table.Column<long>(type: "bigint", nullable: true),
                    customer_id = table.Column<long>(type: "bigint", nullable: true),
                    appliance_id = table.Column<long>(type: "bigint", nullable: true),
                    model_id = table.Column<long>(type: "bigint", nullable: true),
                    contact_name = table.Column<string>(type: "text", nullable: true),
                    contact_phone = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    fault_code = table.Column<string>(type: "text", nullable: true),
                    complexity = table.Column<string>(type: "text", nullable: true),
                    regraded_on_site = table.Column<bool>(type: "boolean", nullable: false),
                    is_safety = table.Column<bool>(type: "boolean", nullable: false),
                    special_reason = table.Column<string>(type: "text", nullable: true),
                    special_marked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    responded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    window_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    window_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    departed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    completed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "text", nullable: true),
                    overrun_reason = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    visits = table.Column<int>(type: "integer", nullable: true),
                    technician_id = table.Column<long>(type: "bigint", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    urged = table.Column<int>(type: "integer", nullable: false),
                    reopened = table.Column<int>(type: "integer", nullable: false),
                    repeat_of_id = table.Column<long>(type: "bigint", nullable: true),
                    repeat_unrelated = table.Column<bool>(type: "boolean", nullable: false),
                    repeated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    unrelated_repeats = table.Column<int>(type: "integer", nullable: false),
                    continues_id = table.Column<long>(type: "bigint", nullable: true),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    calendar_version = table.Column<string>(type: "text", nullable: false),
                    imported = table.Column<bool>(type: "boolean", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: true),
                    extras = table.Column<string>(type: "text", nullable: true),
                    next_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    handling_by_attempts = table.Column<bool>(type: "boolean", nullable: false),
                    handling_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    handling_due_day = table.Column<DateOnly>(type: "date", nullable: true),
                    handling_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    handling_frozen = table.Column<string>(type: "text", nullable: true),
                    handling_gross_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    handling_gross_due_day = table.Column<DateOnly>(type: "date", nullable: true),
                    handling_gross_verdict = table.Column<string>(type: "text", nullable: true),
                    handling_inferred = table.Column<bool>(type: "boolean", nullable: false),
                    handling_limit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    handling_net_hours = table.Column<double>(type: "double precision", nullable: true),
                    handling_paused_hours = table.Column<double>(type: "double precision", nullable: false),
                    handling_started = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    handling_verdict = table.Column<string>(type: "text", nullable: true),
                    handling_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    response_by_attempts = table.Column<bool>(type: "boolean", nullable: false),
                    response_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    response_due_day = table.Column<DateOnly>(type: "date", nullable: true),
                    response_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    response_frozen = table.Column<string>(type: "text", nullable: true),
                    response_gross_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    response_gross_due_day = table.Column<DateOnly>(type: "date", nullable: true),
                    response_gross_verdict = table.Column<string>(type: "text", nullable: true),
                    response_inferred = table.Column<bool>(type: "boolean", nullable: false),
                    response_limit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    response_net_hours = table.Column<double>(type: "double precision", nullable: true),
                    response_paused_hours = table.Column<double>(type: "double precision", nullable: false),
                    response_started = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    response_verdict = table.Column<string>(type: "text", nullable: true),
                    response_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_orders_appliance_id",
                        column: x => x.appliance_id,
                        principalSchema: "service",
                        principalTable: "appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "service",
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_orders_technician_id",
                        column: x => x.technician_id,
                        principalSchema: "service",
                        principalTable: "technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_attempts",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    result = table.Column<string>(type: "text", nullable: false),
                    message_delivered = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_attempts_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_clocks",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    started = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: false),
                    gross_verdict = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_clocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_former_clocks_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "order_events",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_order_events_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pauses",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    begins_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stops_handling = table.Column<bool>(type: "boolean", nullable: false),
                    longest_days = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    backdated_because = table.Column<string>(type: "text", nullable: true),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    voided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_pauses_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "urges",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    taken_by = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_urges", x => x.id);
                    table.ForeignKey(
                        name: "fk_urges_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "service",
                table: "contracts",
                columns: new[] { "id", "code", "name", "version" },
                values: new object[] { -1L, "default", "", 0 });

            migrationBuilder.CreateIndex(
                name: "ix_appliances_customer_id",
                schema: "service",
                table: "appliances",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_appliances_model_id",
                schema: "service",
                table: "appliances",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_appliances_public_id",
                schema: "service",
                table: "appliances",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appliances_serial",
                schema: "service",
                table: "appliances",
                column: "serial");

            migrationBuilder.CreateIndex(
                name: "ix_contact_attempts_order_id",
                schema: "service",
                table: "contact_attempts",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_contracts_code",
                schema: "service",
                table: "contracts",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customer_phones_customer_id",
                schema: "service",
                table: "customer_phones",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_phones_number",
                schema: "service",
                table: "customer_phones",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name",
                schema: "service",
                table: "customers",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_customers_public_id",
                schema: "service",
                table: "customers",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fault_codes_model_id_code",
                schema: "service",
                table: "fault_codes",
                columns: new[] { "model_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_former_clocks_order_id",
                schema: "service",
                table: "former_clocks",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_models_code",
                schema: "service",
                table: "models",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_events_order_id",
                schema: "service",
                table: "order_events",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_appliance_id",
                schema: "service",
                table: "orders",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_brand_order_number",
                schema: "service",
                table: "orders",
                column: "brand_order_number");

            migrationBuilder.CreateIndex(
                name: "ix_orders_change",
                schema: "service",
                table: "orders",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_contact_phone",
                schema: "service",
                table: "orders",
                column: "contact_phone");

            migrationBuilder.CreateIndex(
                name: "ix_orders_contract_id",
                schema: "service",
                table: "orders",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_customer_id",
                schema: "service",
                table: "orders",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_model_id",
                schema: "service",
                table: "orders",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_number",
                schema: "service",
                table: "orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_public_id",
                schema: "service",
                table: "orders",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_received_at",
                schema: "service",
                table: "orders",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_orders_status_next_due",
                schema: "service",
                table: "orders",
                columns: new[] { "status", "next_due" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_technician_id_window_start",
                schema: "service",
                table: "orders",
                columns: new[] { "technician_id", "window_start" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at",
                schema: "service",
                table: "outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pauses_order_id",
                schema: "service",
                table: "pauses",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_account_id",
                schema: "service",
                table: "saved_views",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_technicians_code",
                schema: "service",
                table: "technicians",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_urges_order_id",
                schema: "service",
                table: "urges",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_attempts",
                schema: "service");

            migrationBuilder.DropTable(
                name: "customer_phones",
                schema: "service");

            migrationBuilder.DropTable(
                name: "fault_codes",
                schema: "service");

            migrationBuilder.DropTable(
                name: "former_clocks",
                schema: "service");

            migrationBuilder.DropTable(
                name: "handled_messages",
                schema: "service");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "service");

            migrationBuilder.DropTable(
                name: "order_events",
                schema: "service");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "service");

            migrationBuilder.DropTable(
                name: "pauses",
                schema: "service");

            migrationBuilder.DropTable(
                name: "saved_views",
                schema: "service");

            migrationBuilder.DropTable(
                name: "urges",
                schema: "service");

            migrationBuilder.DropTable(
                name: "orders",
                schema: "service");

            migrationBuilder.DropTable(
                name: "appliances",
                schema: "service");

            migrationBuilder.DropTable(
                name: "contracts",
                schema: "service");

            migrationBuilder.DropTable(
                name: "technicians",
                schema: "service");

            migrationBuilder.DropTable(
                name: "customers",
                schema: "service");

            migrationBuilder.DropTable(
                name: "models",
                schema: "service");
        }
    }
}
