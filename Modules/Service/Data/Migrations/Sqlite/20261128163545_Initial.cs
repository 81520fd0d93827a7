using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "service_agreement_terms",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    agreement_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    contract = table.Column<string>(type: "TEXT", nullable: true),
                    product_types = table.Column<string>(type: "TEXT", nullable: false),
                    sites = table.Column<string>(type: "TEXT", nullable: false),
                    response_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    handling_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    complex_days = table.Column<int>(type: "INTEGER", nullable: true),
                    discount_percent = table.Column<int>(type: "INTEGER", nullable: true),
                    prices_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    covers = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_agreement_terms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_bill_rows",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    transaction_number = table.Column<string>(type: "TEXT", nullable: false),
                    merchant_number = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    imported_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    payment_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_bill_rows", x => x.id);
                });

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
                    consent_how = table.Column<string>(type: "TEXT", nullable: true),
                    consent_ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name_pinyin = table.Column<string>(type: "TEXT", nullable: false),
                    name_initials = table.Column<string>(type: "TEXT", nullable: false),
                    near_key = table.Column<string>(type: "TEXT", nullable: true),
                    key_version = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_customers", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_customers_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_hand_ins",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    from_id = table.Column<string>(type: "TEXT", nullable: false),
                    handed_in_by = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    expected = table.Column<long>(type: "INTEGER", nullable: false),
                    difference_because = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_hand_ins", x => x.id);
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
                name: "service_hours_notices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    hours = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    force_majeure = table.Column<bool>(type: "INTEGER", nullable: false),
                    announced_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    announced_by = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_hours_notices", x => x.id);
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
                    capacity = table.Column<string>(type: "TEXT", nullable: true),
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
                name: "service_price_lists",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    prices = table.Column<string>(type: "TEXT", nullable: false),
                    announced_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    drafted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_by = table.Column<string>(type: "TEXT", nullable: true),
                    notices_made_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_price_lists", x => x.id);
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
                name: "service_sent_entries",
                columns: table => new
                {
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_sent_entries", x => x.client_id);
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
                    account_id = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_technicians", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_work_codes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: true),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<decimal>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_work_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_agreement_customers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    terms_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_agreement_customers", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_agreement_customers_terms_id",
                        column: x => x.terms_id,
                        principalTable: "service_agreement_terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_brand_statements",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    jobs = table.Column<string>(type: "TEXT", nullable: false),
                    claimed = table.Column<long>(type: "INTEGER", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    paid_by_brand = table.Column<long>(type: "INTEGER", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    difference_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_brand_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_brand_statements_contract_id",
                        column: x => x.contract_id,
                        principalTable: "service_contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_customer_addresses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    is_default = table.Column<bool>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_customer_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_customer_addresses_customer_id",
                        column: x => x.customer_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_customer_merges",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    survivor_id = table.Column<long>(type: "INTEGER", nullable: false),
                    absorbed_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_customer_merges", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_customer_merges_absorbed_id",
                        column: x => x.absorbed_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_customer_merges_survivor_id",
                        column: x => x.survivor_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_customer_name_tails",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_customer_name_tails", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_customer_name_tails_customer_id",
                        column: x => x.customer_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_customer_phones",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    reversed = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "service_duplicate_dismissals",
                columns: table => new
                {
                    first_id = table.Column<long>(type: "INTEGER", nullable: false),
                    second_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_duplicate_dismissals", x => new { x.first_id, x.second_id });
                    table.ForeignKey(
                        name: "fk_service_duplicate_dismissals_first_id",
                        column: x => x.first_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_duplicate_dismissals_second_id",
                        column: x => x.second_id,
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
                    installed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    produced_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaces_serial = table.Column<string>(type: "TEXT", nullable: true),
                    exchanged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                name: "service_check_lists",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    model_id = table.Column<long>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    from_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_check_lists", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_check_lists_model_id",
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
                name: "service_model_parts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    model_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    barcode = table.Column<string>(type: "TEXT", nullable: true),
                    due_back = table.Column<bool>(type: "INTEGER", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_model_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_model_parts_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_recalls",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    instruction = table.Column<string>(type: "TEXT", nullable: false),
                    model_id = table.Column<long>(type: "INTEGER", nullable: false),
                    serial_from = table.Column<string>(type: "TEXT", nullable: false),
                    serial_to = table.Column<string>(type: "TEXT", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_recalls", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_recalls_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_warranty_terms",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    model_id = table.Column<long>(type: "INTEGER", nullable: true),
                    component_group = table.Column<string>(type: "TEXT", nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_warranty_terms", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_warranty_terms_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_price_notices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    price_list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    queued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    in_time = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_price_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_price_notices_customer_id",
                        column: x => x.customer_id,
                        principalTable: "service_customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_price_notices_price_list_id",
                        column: x => x.price_list_id,
                        principalTable: "service_price_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_calendar_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_calendar_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_calendar_links_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_instruments",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: true),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: true),
                    calibrated_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    certificate = table.Column<string>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_instruments", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_instruments_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_van_stock",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    minimum = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_van_stock", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_van_stock_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_maintenance_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: false),
                    work = table.Column<string>(type: "TEXT", nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    owed = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_done = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    proposed_for = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_maintenance_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_maintenance_plans_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                    promised_start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    promised_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    moved_by_company = table.Column<bool>(type: "INTEGER", nullable: false),
                    current_visit = table.Column<byte[]>(type: "BLOB", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
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
                    agreement_terms_id = table.Column<long>(type: "INTEGER", nullable: true),
                    imported = table.Column<bool>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: true),
                    extras = table.Column<string>(type: "TEXT", nullable: true),
                    sort_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    quality_complaint = table.Column<string>(type: "TEXT", nullable: true),
                    quality_cause = table.Column<string>(type: "TEXT", nullable: true),
                    campaign = table.Column<string>(type: "TEXT", nullable: true),
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
                name: "service_stickers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    model_id = table.Column<long>(type: "INTEGER", nullable: true),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_stickers", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_stickers_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_stickers_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_check_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    check_list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    lower = table.Column<decimal>(type: "TEXT", nullable: true),
                    upper = table.Column<decimal>(type: "TEXT", nullable: true),
                    required = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_check_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_check_items_check_list_id",
                        column: x => x.check_list_id,
                        principalTable: "service_check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_recall_jobs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    recall_id = table.Column<long>(type: "INTEGER", nullable: false),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_recall_jobs", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_recall_jobs_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_recall_jobs_recall_id",
                        column: x => x.recall_id,
                        principalTable: "service_recalls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_stock_moves",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    stock_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    change = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_stock_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_stock_moves_stock_id",
                        column: x => x.stock_id,
                        principalTable: "service_van_stock",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "service_former_technicians",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_former_technicians", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_former_technicians_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_former_technicians_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_maintenance_proposals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan_id = table.Column<long>(type: "INTEGER", nullable: false),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: false),
                    work = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    offered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    owed = table.Column<bool>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: true),
                    booked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_maintenance_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_maintenance_proposals_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_maintenance_proposals_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_maintenance_proposals_plan_id",
                        column: x => x.plan_id,
                        principalTable: "service_maintenance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_order_accounts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order_public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owed = table.Column<long>(type: "INTEGER", nullable: false),
                    paid = table.Column<long>(type: "INTEGER", nullable: false),
                    refunded = table.Column<long>(type: "INTEGER", nullable: false),
                    notes = table.Column<int>(type: "INTEGER", nullable: false),
                    signed_notes = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_order_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_order_accounts_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "service_order_photos",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_order_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_order_photos_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_part_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    supplier = table.Column<string>(type: "TEXT", nullable: true),
                    supplier_number = table.Column<string>(type: "TEXT", nullable: true),
                    ordered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ordered_by = table.Column<string>(type: "TEXT", nullable: true),
                    expected_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    arrived_by = table.Column<string>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_part_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_part_requests_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "service_quotes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    price_list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    inputs = table.Column<string>(type: "TEXT", nullable: false),
                    line_facts = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    offered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    offered_by = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    means = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    strokes = table.Column<string>(type: "TEXT", nullable: true),
                    refused_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_quotes", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_quotes_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_quotes_price_list_id",
                        column: x => x.price_list_id,
                        principalTable: "service_price_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_reschedules",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    by_customer = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    old_start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    old_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    new_start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    new_end = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_reschedules", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_reschedules_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_tracking_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_tracking_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_tracking_links_order_id",
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

            migrationBuilder.CreateTable(
                name: "service_visits",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    trip = table.Column<int>(type: "INTEGER", nullable: false),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    window_start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    window_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    moved_by_company = table.Column<bool>(type: "INTEGER", nullable: false),
                    early_consent = table.Column<bool>(type: "INTEGER", nullable: false),
                    on_time = table.Column<bool>(type: "INTEGER", nullable: true),
                    certified = table.Column<bool>(type: "INTEGER", nullable: true),
                    certificate_number = table.Column<string>(type: "TEXT", nullable: true),
                    departed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    check_list_id = table.Column<long>(type: "INTEGER", nullable: true),
                    fault_code = table.Column<string>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    misuse = table.Column<bool>(type: "INTEGER", nullable: false),
                    misuse_evidence = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    next_step = table.Column<string>(type: "TEXT", nullable: true),
                    check_passed = table.Column<bool>(type: "INTEGER", nullable: true),
                    released_by = table.Column<string>(type: "TEXT", nullable: true),
                    release_reason = table.Column<string>(type: "TEXT", nullable: true),
                    signed_by = table.Column<string>(type: "TEXT", nullable: true),
                    signed_as = table.Column<string>(type: "TEXT", nullable: true),
                    signature_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    refused_to_sign = table.Column<string>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    hazard = table.Column<string>(type: "TEXT", nullable: true),
                    hazard_signed_by = table.Column<string>(type: "TEXT", nullable: true),
                    hazard_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by_office = table.Column<bool>(type: "INTEGER", nullable: false),
                    others_version = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visits_check_list_id",
                        column: x => x.check_list_id,
                        principalTable: "service_check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_visits_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_visits_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_payments",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    transaction_number = table.Column<string>(type: "TEXT", nullable: true),
                    paid_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    matched_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    bill_row_id = table.Column<long>(type: "INTEGER", nullable: true),
                    hand_in_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_payments", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_payments_account_id",
                        column: x => x.account_id,
                        principalTable: "service_order_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_payments_bill_row_id",
                        column: x => x.bill_row_id,
                        principalTable: "service_bill_rows",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_payments_hand_in_id",
                        column: x => x.hand_in_id,
                        principalTable: "service_hand_ins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_refund_claims",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decide_by = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_quality_problem = table.Column<bool>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_refund_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_refund_claims_account_id",
                        column: x => x.account_id,
                        principalTable: "service_order_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_tax_invoices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    tax_number = table.Column<string>(type: "TEXT", nullable: true),
                    delivery = table.Column<string>(type: "TEXT", nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    red_number = table.Column<string>(type: "TEXT", nullable: true),
                    red_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_tax_invoices", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_tax_invoices_account_id",
                        column: x => x.account_id,
                        principalTable: "service_order_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_fee_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    price_list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    quote_id = table.Column<long>(type: "INTEGER", nullable: true),
                    inputs = table.Column<string>(type: "TEXT", nullable: false),
                    payable = table.Column<long>(type: "INTEGER", nullable: false),
                    covered = table.Column<long>(type: "INTEGER", nullable: false),
                    is_distance_flagged = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_exchange_due = table.Column<bool>(type: "INTEGER", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    sign_state = table.Column<string>(type: "TEXT", nullable: false),
                    signer_name = table.Column<string>(type: "TEXT", nullable: true),
                    relation = table.Column<string>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    strokes = table.Column<string>(type: "TEXT", nullable: true),
                    unsigned_because = table.Column<string>(type: "TEXT", nullable: true),
                    voided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    voided_by = table.Column<string>(type: "TEXT", nullable: true),
                    voided_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_fee_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_fee_notes_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_fee_notes_price_list_id",
                        column: x => x.price_list_id,
                        principalTable: "service_price_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_fee_notes_quote_id",
                        column: x => x.quote_id,
                        principalTable: "service_quotes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_parts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    faulty_serial = table.Column<string>(type: "TEXT", nullable: true),
                    new_serial = table.Column<string>(type: "TEXT", nullable: true),
                    old_part_due_back = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    back_taken_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_parts_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_photos",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shot = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    missing = table.Column<string>(type: "TEXT", nullable: true),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_photos_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_stamps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    late = table.Column<bool>(type: "INTEGER", nullable: false),
                    by_doer = table.Column<bool>(type: "INTEGER", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_stamps", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_stamps_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_values",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", nullable: false),
                    passes = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    instrument = table.Column<string>(type: "TEXT", nullable: true),
                    instrument_overdue = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_values", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_values_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_work",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<decimal>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_work", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_work_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_refunds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    payment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    entitled_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    executed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    executed_by = table.Column<string>(type: "TEXT", nullable: true),
                    transaction_number = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_refunds", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_refunds_account_id",
                        column: x => x.account_id,
                        principalTable: "service_order_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_refunds_payment_id",
                        column: x => x.payment_id,
                        principalTable: "service_payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_fee_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    note_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", nullable: false),
                    unit_price = table.Column<decimal>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    is_covered = table.Column<bool>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    covered_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    is_void = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_fee_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_fee_lines_note_id",
                        column: x => x.note_id,
                        principalTable: "service_fee_notes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "service_contracts",
                columns: new[] { "id", "code", "name", "version" },
                values: new object[] { -1L, "default", "", 0 });

            migrationBuilder.InsertData(
                table: "service_work_codes",
                columns: new[] { "id", "code", "from_day", "hours", "name_en", "name_zh", "type", "until_day", "version" },
                values: new object[,]
                {
                    { -19L, "SO-PANEL", new DateOnly(2000, 1, 1), 2.5m, "Replace the collector", "更换集热板", "solar", null, 0 },
                    { -18L, "SO-PUMP", new DateOnly(2000, 1, 1), 1.0m, "Replace the circulation pump", "更换循环泵", "solar", null, 0 },
                    { -17L, "HP-GAS", new DateOnly(2000, 1, 1), 1.5m, "Recharge the refrigerant", "补充制冷剂", "heat_pump", null, 0 },
                    { -16L, "HP-COMP", new DateOnly(2000, 1, 1), 3.0m, "Replace the compressor", "更换压缩机", "heat_pump", null, 0 },
                    { -15L, "EI-RCD", new DateOnly(2000, 1, 1), 0.5m, "Replace the earth-leakage breaker", "更换漏电保护器", "electric_instantaneous", null, 0 },
                    { -14L, "EI-ELEM", new DateOnly(2000, 1, 1), 1.0m, "Replace the heater block", "更换加热体", "electric_instantaneous", null, 0 },
                    { -13L, "ES-TANK", new DateOnly(2000, 1, 1), 2.0m, "Replace the tank", "更换内胆", "electric_storage", null, 0 },
                    { -12L, "ES-ANODE", new DateOnly(2000, 1, 1), 0.75m, "Replace the anode", "更换镁棒", "electric_storage", null, 0 },
                    { -11L, "ES-ELEM", new DateOnly(2000, 1, 1), 1.0m, "Replace the heating element", "更换加热管", "electric_storage", null, 0 },
                    { -10L, "GS-IGN", new DateOnly(2000, 1, 1), 0.75m, "Replace the ignition electrode", "更换点火针", "gas_storage", null, 0 },
                    { -9L, "GS-BURN", new DateOnly(2000, 1, 1), 1.5m, "Replace the burner", "更换燃烧器", "gas_storage", null, 0 },
                    { -8L, "GI-FLUE", new DateOnly(2000, 1, 1), 1.0m, "Clear the flue", "清理烟道", "gas_instantaneous", null, 0 },
                    { -7L, "GI-FLOW", new DateOnly(2000, 1, 1), 0.5m, "Replace the flow sensor", "更换水流传感器", "gas_instantaneous", null, 0 },
                    { -6L, "GI-FAN", new DateOnly(2000, 1, 1), 1.0m, "Replace the fan", "更换风机", "gas_instantaneous", null, 0 },
                    { -5L, "GI-IGN", new DateOnly(2000, 1, 1), 0.5m, "Replace the ignition electrode", "更换点火针", "gas_instantaneous", null, 0 },
                    { -4L, "VALVE", new DateOnly(2000, 1, 1), 0.5m, "Replace the safety valve", "更换安全阀", null, null, 0 },
                    { -3L, "TEACH", new DateOnly(2000, 1, 1), 0.25m, "Explain the use", "使用指导", null, null, 0 },
                    { -2L, "CLEAN", new DateOnly(2000, 1, 1), 1.0m, "Clean and inspect", "清洗保养", null, null, 0 },
                    { -1L, "DIAG", new DateOnly(2000, 1, 1), 0.5m, "Diagnosis on site", "上门检测", null, null, 0 }
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_agreement_customers_customer_id",
                table: "service_agreement_customers",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_agreement_customers_terms_id",
                table: "service_agreement_customers",
                column: "terms_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_agreement_terms_agreement_id_number",
                table: "service_agreement_terms",
                columns: new[] { "agreement_id", "number" },
                unique: true);

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
                name: "ix_service_bill_rows_payment_id_at",
                table: "service_bill_rows",
                columns: new[] { "payment_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_bill_rows_source_transaction_number_amount",
                table: "service_bill_rows",
                columns: new[] { "source", "transaction_number", "amount" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_brand_statements_contract_id_year_month",
                table: "service_brand_statements",
                columns: new[] { "contract_id", "year", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_calendar_links_technician_id",
                table: "service_calendar_links",
                column: "technician_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_calendar_links_token_hash",
                table: "service_calendar_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_check_items_check_list_id_code",
                table: "service_check_items",
                columns: new[] { "check_list_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_check_lists_model_id_edition",
                table: "service_check_lists",
                columns: new[] { "model_id", "edition" },
                unique: true);

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
                name: "ix_service_customer_addresses_customer_id",
                table: "service_customer_addresses",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_merges_absorbed_id",
                table: "service_customer_merges",
                column: "absorbed_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_merges_at",
                table: "service_customer_merges",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_merges_public_id",
                table: "service_customer_merges",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_merges_survivor_id",
                table: "service_customer_merges",
                column: "survivor_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_name_tails_customer_id",
                table: "service_customer_name_tails",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_name_tails_text_customer_id",
                table: "service_customer_name_tails",
                columns: new[] { "text", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_phones_customer_id",
                table: "service_customer_phones",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_phones_number",
                table: "service_customer_phones",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_service_customer_phones_reversed",
                table: "service_customer_phones",
                column: "reversed");

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_key_version",
                table: "service_customers",
                column: "key_version",
                filter: "key_version < 1");

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_merged_into_id",
                table: "service_customers",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_name",
                table: "service_customers",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_name_initials_id",
                table: "service_customers",
                columns: new[] { "name_initials", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_name_pinyin_id",
                table: "service_customers",
                columns: new[] { "name_pinyin", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_near_key",
                table: "service_customers",
                column: "near_key");

            migrationBuilder.CreateIndex(
                name: "ix_service_customers_public_id",
                table: "service_customers",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_duplicate_dismissals_second_id",
                table: "service_duplicate_dismissals",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_fault_codes_model_id_code",
                table: "service_fault_codes",
                columns: new[] { "model_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_fee_lines_change",
                table: "service_fee_lines",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_fee_lines_note_id",
                table: "service_fee_lines",
                column: "note_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_fee_notes_number",
                table: "service_fee_notes",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_fee_notes_order_id",
                table: "service_fee_notes",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_fee_notes_price_list_id",
                table: "service_fee_notes",
                column: "price_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_fee_notes_public_id",
                table: "service_fee_notes",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_fee_notes_quote_id",
                table: "service_fee_notes",
                column: "quote_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_former_clocks_order_id",
                table: "service_former_clocks",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_former_technicians_order_id",
                table: "service_former_technicians",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_former_technicians_technician_id_order_id",
                table: "service_former_technicians",
                columns: new[] { "technician_id", "order_id" });

            migrationBuilder.CreateIndex(
                name: "ix_service_hand_ins_number",
                table: "service_hand_ins",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_hours_notices_public_id",
                table: "service_hours_notices",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_hours_notices_until",
                table: "service_hours_notices",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_service_instruments_code",
                table: "service_instruments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_instruments_public_id",
                table: "service_instruments",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_instruments_technician_id",
                table: "service_instruments",
                column: "technician_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_plans_appliance_id_work",
                table: "service_maintenance_plans",
                columns: new[] { "appliance_id", "work" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_plans_next_due",
                table: "service_maintenance_plans",
                column: "next_due");

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_appliance_id",
                table: "service_maintenance_proposals",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_change",
                table: "service_maintenance_proposals",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_order_id",
                table: "service_maintenance_proposals",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_plan_id_due_on",
                table: "service_maintenance_proposals",
                columns: new[] { "plan_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_public_id",
                table: "service_maintenance_proposals",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_state_due_on",
                table: "service_maintenance_proposals",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_service_maintenance_proposals_token_hash",
                table: "service_maintenance_proposals",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_model_parts_barcode",
                table: "service_model_parts",
                column: "barcode");

            migrationBuilder.CreateIndex(
                name: "ix_service_model_parts_model_id_number",
                table: "service_model_parts",
                columns: new[] { "model_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_models_code",
                table: "service_models",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_order_accounts_change",
                table: "service_order_accounts",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_order_accounts_order_id",
                table: "service_order_accounts",
                column: "order_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_order_events_order_id",
                table: "service_order_events",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_order_photos_order_id",
                table: "service_order_photos",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_order_photos_public_id",
                table: "service_order_photos",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_appliance_id",
                table: "service_orders",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_brand_order_number",
                table: "service_orders",
                column: "brand_order_number");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_campaign",
                table: "service_orders",
                column: "campaign",
                filter: "campaign IS NOT NULL");

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
                name: "ix_service_orders_sort_due_id",
                table: "service_orders",
                columns: new[] { "sort_due", "id" },
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_status_received_at",
                table: "service_orders",
                columns: new[] { "status", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_technician_id_received_at",
                table: "service_orders",
                columns: new[] { "technician_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_technician_id_window_start",
                table: "service_orders",
                columns: new[] { "technician_id", "window_start" },
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_orders_window_start",
                table: "service_orders",
                column: "window_start",
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_outbox_next_attempt_at",
                table: "service_outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_service_part_requests_order_id",
                table: "service_part_requests",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_part_requests_public_id",
                table: "service_part_requests",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_part_requests_state_asked_at",
                table: "service_part_requests",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_pauses_order_id",
                table: "service_pauses",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_account_id",
                table: "service_payments",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_bill_row_id",
                table: "service_payments",
                column: "bill_row_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_change",
                table: "service_payments",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_client_id",
                table: "service_payments",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_hand_in_id",
                table: "service_payments",
                column: "hand_in_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_matched_at_paid_at",
                table: "service_payments",
                columns: new[] { "matched_at", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_number",
                table: "service_payments",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_paid_at",
                table: "service_payments",
                column: "paid_at");

            migrationBuilder.CreateIndex(
                name: "ix_service_payments_transaction_number",
                table: "service_payments",
                column: "transaction_number");

            migrationBuilder.CreateIndex(
                name: "ix_service_price_lists_effective_from",
                table: "service_price_lists",
                column: "effective_from",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_price_lists_number",
                table: "service_price_lists",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_price_notices_change",
                table: "service_price_notices",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_price_notices_customer_id",
                table: "service_price_notices",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_price_notices_price_list_id_customer_id",
                table: "service_price_notices",
                columns: new[] { "price_list_id", "customer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_price_notices_public_id",
                table: "service_price_notices",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_quotes_number",
                table: "service_quotes",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_quotes_order_id",
                table: "service_quotes",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_quotes_price_list_id",
                table: "service_quotes",
                column: "price_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_quotes_public_id",
                table: "service_quotes",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_quotes_token_hash",
                table: "service_quotes",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_recall_jobs_appliance_id",
                table: "service_recall_jobs",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_recall_jobs_recall_id_appliance_id",
                table: "service_recall_jobs",
                columns: new[] { "recall_id", "appliance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_recalls_code",
                table: "service_recalls",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_recalls_model_id",
                table: "service_recalls",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_recalls_public_id",
                table: "service_recalls",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_refund_claims_account_id",
                table: "service_refund_claims",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_refund_claims_decided_at_decide_by",
                table: "service_refund_claims",
                columns: new[] { "decided_at", "decide_by" });

            migrationBuilder.CreateIndex(
                name: "ix_service_refunds_account_id",
                table: "service_refunds",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_refunds_change",
                table: "service_refunds",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_refunds_executed_at_due_at",
                table: "service_refunds",
                columns: new[] { "executed_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_refunds_payment_id_key",
                table: "service_refunds",
                columns: new[] { "payment_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_reschedules_order_id",
                table: "service_reschedules",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_saved_views_account_id",
                table: "service_saved_views",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_stickers_appliance_id",
                table: "service_stickers",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_stickers_code",
                table: "service_stickers",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_stickers_model_id",
                table: "service_stickers",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_stock_moves_stock_id",
                table: "service_stock_moves",
                column: "stock_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_tax_invoices_account_id",
                table: "service_tax_invoices",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_tax_invoices_number",
                table: "service_tax_invoices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_technicians_account_id",
                table: "service_technicians",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_technicians_code",
                table: "service_technicians",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_tracking_links_order_id",
                table: "service_tracking_links",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_tracking_links_token_hash",
                table: "service_tracking_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_urges_order_id",
                table: "service_urges",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_van_stock_public_id",
                table: "service_van_stock",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_van_stock_technician_id_part",
                table: "service_van_stock",
                columns: new[] { "technician_id", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_parts_visit_id",
                table: "service_visit_parts",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_photos_public_id",
                table: "service_visit_photos",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_photos_visit_id",
                table: "service_visit_photos",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_stamps_change",
                table: "service_visit_stamps",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_stamps_visit_id_kind",
                table: "service_visit_stamps",
                columns: new[] { "visit_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_values_visit_id",
                table: "service_visit_values",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_work_visit_id_code",
                table: "service_visit_work",
                columns: new[] { "visit_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_change",
                table: "service_visits",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_check_list_id",
                table: "service_visits",
                column: "check_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_order_id_trip",
                table: "service_visits",
                columns: new[] { "order_id", "trip" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_public_id",
                table: "service_visits",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_technician_id_finished_at",
                table: "service_visits",
                columns: new[] { "technician_id", "finished_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_warranty_terms_model_id_component_group_effective_from",
                table: "service_warranty_terms",
                columns: new[] { "model_id", "component_group", "effective_from" });

            migrationBuilder.CreateIndex(
                name: "ix_service_work_codes_code_from_day",
                table: "service_work_codes",
                columns: new[] { "code", "from_day" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_agreement_customers");

            migrationBuilder.DropTable(
                name: "service_brand_statements");

            migrationBuilder.DropTable(
                name: "service_calendar_links");

            migrationBuilder.DropTable(
                name: "service_check_items");

            migrationBuilder.DropTable(
                name: "service_contact_attempts");

            migrationBuilder.DropTable(
                name: "service_customer_addresses");

            migrationBuilder.DropTable(
                name: "service_customer_merges");

            migrationBuilder.DropTable(
                name: "service_customer_name_tails");

            migrationBuilder.DropTable(
                name: "service_customer_phones");

            migrationBuilder.DropTable(
                name: "service_duplicate_dismissals");

            migrationBuilder.DropTable(
                name: "service_fault_codes");

            migrationBuilder.DropTable(
                name: "service_fee_lines");

            migrationBuilder.DropTable(
                name: "service_former_clocks");

            migrationBuilder.DropTable(
                name: "service_former_technicians");

            migrationBuilder.DropTable(
                name: "service_handled_messages");

            migrationBuilder.DropTable(
                name: "service_hours_notices");

            migrationBuilder.DropTable(
                name: "service_instruments");

            migrationBuilder.DropTable(
                name: "service_maintenance_proposals");

            migrationBuilder.DropTable(
                name: "service_model_parts");

            migrationBuilder.DropTable(
                name: "service_number_series");

            migrationBuilder.DropTable(
                name: "service_order_events");

            migrationBuilder.DropTable(
                name: "service_order_photos");

            migrationBuilder.DropTable(
                name: "service_outbox");

            migrationBuilder.DropTable(
                name: "service_part_requests");

            migrationBuilder.DropTable(
                name: "service_pauses");

            migrationBuilder.DropTable(
                name: "service_price_notices");

            migrationBuilder.DropTable(
                name: "service_recall_jobs");

            migrationBuilder.DropTable(
                name: "service_refund_claims");

            migrationBuilder.DropTable(
                name: "service_refunds");

            migrationBuilder.DropTable(
                name: "service_reschedules");

            migrationBuilder.DropTable(
                name: "service_saved_views");

            migrationBuilder.DropTable(
                name: "service_sent_entries");

            migrationBuilder.DropTable(
                name: "service_stickers");

            migrationBuilder.DropTable(
                name: "service_stock_moves");

            migrationBuilder.DropTable(
                name: "service_tax_invoices");

            migrationBuilder.DropTable(
                name: "service_tracking_links");

            migrationBuilder.DropTable(
                name: "service_urges");

            migrationBuilder.DropTable(
                name: "service_visit_parts");

            migrationBuilder.DropTable(
                name: "service_visit_photos");

            migrationBuilder.DropTable(
                name: "service_visit_stamps");

            migrationBuilder.DropTable(
                name: "service_visit_values");

            migrationBuilder.DropTable(
                name: "service_visit_work");

            migrationBuilder.DropTable(
                name: "service_warranty_terms");

            migrationBuilder.DropTable(
                name: "service_work_codes");

            migrationBuilder.DropTable(
                name: "service_agreement_terms");

            migrationBuilder.DropTable(
                name: "service_fee_notes");

            migrationBuilder.DropTable(
                name: "service_maintenance_plans");

            migrationBuilder.DropTable(
                name: "service_recalls");

            migrationBuilder.DropTable(
                name: "service_payments");

            migrationBuilder.DropTable(
                name: "service_van_stock");

            migrationBuilder.DropTable(
                name: "service_visits");

            migrationBuilder.DropTable(
                name: "service_quotes");

            migrationBuilder.DropTable(
                name: "service_order_accounts");

            migrationBuilder.DropTable(
                name: "service_bill_rows");

            migrationBuilder.DropTable(
                name: "service_hand_ins");

            migrationBuilder.DropTable(
                name: "service_check_lists");

            migrationBuilder.DropTable(
                name: "service_price_lists");

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
