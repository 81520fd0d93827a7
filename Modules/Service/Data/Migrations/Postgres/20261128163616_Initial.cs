using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "service");

            migrationBuilder.CreateTable(
                name: "agreement_terms",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true),
                    contract = table.Column<string>(type: "text", nullable: true),
                    product_types = table.Column<string>(type: "text", nullable: false),
                    sites = table.Column<string>(type: "text", nullable: false),
                    response_hours = table.Column<int>(type: "integer", nullable: true),
                    handling_hours = table.Column<int>(type: "integer", nullable: true),
                    complex_days = table.Column<int>(type: "integer", nullable: true),
                    discount_percent = table.Column<int>(type: "integer", nullable: true),
                    prices_of = table.Column<DateOnly>(type: "date", nullable: true),
                    covers = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_terms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bill_rows",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "text", nullable: false),
                    transaction_number = table.Column<string>(type: "text", nullable: false),
                    merchant_number = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    imported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bill_rows", x => x.id);
                });

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
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    consent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    consent_how = table.Column<string>(type: "text", nullable: true),
                    consent_ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true),
                    name_pinyin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_initials = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    near_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    key_version = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => x.id);
                    table.ForeignKey(
                        name: "fk_customers_merged_into_id",
                        column: x => x.merged_into_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_ins",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "text", nullable: false),
                    from_id = table.Column<string>(type: "text", nullable: false),
                    handed_in_by = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    expected = table.Column<long>(type: "bigint", nullable: false),
                    difference_because = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_ins", x => x.id);
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
                name: "hours_notices",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    force_majeure = table.Column<bool>(type: "boolean", nullable: false),
                    announced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    announced_by = table.Column<string>(type: "text", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hours_notices", x => x.id);
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
                    capacity = table.Column<string>(type: "text", nullable: true),
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
                name: "price_lists",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    prices = table.Column<string>(type: "text", nullable: false),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: true),
                    drafted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<string>(type: "text", nullable: true),
                    notices_made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_lists", x => x.id);
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
                name: "sent_entries",
                schema: "service",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sent_entries", x => x.client_id);
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
                    account_id = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_technicians", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_codes",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: true),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<decimal>(type: "numeric", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreement_customers",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    terms_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_customers", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_customers_terms_id",
                        column: x => x.terms_id,
                        principalSchema: "service",
                        principalTable: "agreement_terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "brand_statements",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    jobs = table.Column<string>(type: "text", nullable: false),
                    claimed = table.Column<long>(type: "bigint", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    paid_by_brand = table.Column<long>(type: "bigint", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    difference_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_brand_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_brand_statements_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "service",
                        principalTable: "contracts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_addresses",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    label = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_addresses_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customer_merges",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    survivor_id = table.Column<long>(type: "bigint", nullable: false),
                    absorbed_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<string>(type: "text", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_by_name = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_merges", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_merges_absorbed_id",
                        column: x => x.absorbed_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_merges_survivor_id",
                        column: x => x.survivor_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_name_tails",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_name_tails", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_name_tails_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "customer_phones",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reversed = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    label = table.Column<string>(type: "text", nullable: true)
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
                name: "duplicate_dismissals",
                schema: "service",
                columns: table => new
                {
                    first_id = table.Column<long>(type: "bigint", nullable: false),
                    second_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_dismissals", x => new { x.first_id, x.second_id });
                    table.ForeignKey(
                        name: "fk_duplicate_dismissals_first_id",
                        column: x => x.first_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_duplicate_dismissals_second_id",
                        column: x => x.second_id,
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
                    serial = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: true),
                    purchased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    installed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    produced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    replaces_serial = table.Column<string>(type: "text", nullable: true),
                    exchanged_on = table.Column<DateOnly>(type: "date", nullable: true),
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
                name: "check_lists",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    model_id = table.Column<long>(type: "bigint", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    from_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_lists", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_lists_model_id",
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
                name: "model_parts",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    model_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    barcode = table.Column<string>(type: "text", nullable: true),
                    due_back = table.Column<bool>(type: "boolean", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_model_parts_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recalls",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    instruction = table.Column<string>(type: "text", nullable: false),
                    model_id = table.Column<long>(type: "bigint", nullable: false),
                    serial_from = table.Column<string>(type: "text", nullable: false),
                    serial_to = table.Column<string>(type: "text", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recalls", x => x.id);
                    table.ForeignKey(
                        name: "fk_recalls_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "warranty_terms",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    model_id = table.Column<long>(type: "bigint", nullable: true),
                    component_group = table.Column<string>(type: "text", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warranty_terms", x => x.id);
                    table.ForeignKey(
                        name: "fk_warranty_terms_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "price_notices",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    price_list_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    queued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    in_time = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_price_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_price_notices_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "service",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_price_notices_price_list_id",
                        column: x => x.price_list_id,
                        principalSchema: "service",
                        principalTable: "price_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_links",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    technician_id = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_calendar_links_technician_id",
                        column: x => x.technician_id,
                        principalSchema: "service",
                        principalTable: "technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "instruments",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    serial = table.Column<string>(type: "text", nullable: true),
                    technician_id = table.Column<long>(type: "bigint", nullable: true),
                    calibrated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    certificate = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instruments", x => x.id);
                    table.ForeignKey(
                        name: "fk_instruments_technician_id",
                        column: x => x.technician_id,
                        principalSchema: "service",
                        principalTable: "technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "van_stock",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    technician_id = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: false),
                    minimum = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_van_stock", x => x.id);
                    table.ForeignKey(
                        name: "fk_van_stock_technician_id",
                        column: x => x.technician_id,
                        principalSchema: "service",
                        principalTable: "technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "maintenance_plans",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    appliance_id = table.Column<long>(type: "bigint", nullable: false),
                    work = table.Column<string>(type: "text", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    owed = table.Column<bool>(type: "boolean", nullable: false),
                    last_done = table.Column<DateOnly>(type: "date", nullable: true),
                    next_due = table.Column<DateOnly>(type: "date", nullable: false),
                    proposed_for = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_maintenance_plans_appliance_id",
                        column: x => x.appliance_id,
                        principalSchema: "service",
                        principalTable: "appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    brand_order_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contract_id = table.Column<long>(type: "bigint", nullable: true),
                    customer_id = table.Column<long>(type: "bigint", nullable: true),
                    appliance_id = table.Column<long>(type: "bigint", nullable: true),
                    model_id = table.Column<long>(type: "bigint", nullable: true),
                    contact_name = table.Column<string>(type: "text", nullable: true),
                    contact_phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
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
                    promised_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    promised_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    moved_by_company = table.Column<bool>(type: "boolean", nullable: false),
                    current_visit = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
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
                    agreement_terms_id = table.Column<long>(type: "bigint", nullable: true),
                    imported = table.Column<bool>(type: "boolean", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: true),
                    extras = table.Column<string>(type: "text", nullable: true),
                    sort_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    quality_complaint = table.Column<string>(type: "text", nullable: true),
                    quality_cause = table.Column<string>(type: "text", nullable: true),
                    campaign = table.Column<string>(type: "text", nullable: true),
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
                name: "stickers",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    model_id = table.Column<long>(type: "bigint", nullable: true),
                    appliance_id = table.Column<long>(type: "bigint", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stickers", x => x.id);
                    table.ForeignKey(
                        name: "fk_stickers_appliance_id",
                        column: x => x.appliance_id,
                        principalSchema: "service",
                        principalTable: "appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stickers_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_items",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    check_list_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    lower = table.Column<decimal>(type: "numeric", nullable: true),
                    upper = table.Column<decimal>(type: "numeric", nullable: true),
                    required = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_items_check_list_id",
                        column: x => x.check_list_id,
                        principalSchema: "service",
                        principalTable: "check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recall_jobs",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    recall_id = table.Column<long>(type: "bigint", nullable: false),
                    appliance_id = table.Column<long>(type: "bigint", nullable: false),
                    order = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recall_jobs", x => x.id);
                    table.ForeignKey(
                        name: "fk_recall_jobs_appliance_id",
                        column: x => x.appliance_id,
                        principalSchema: "service",
                        principalTable: "appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recall_jobs_recall_id",
                        column: x => x.recall_id,
                        principalSchema: "service",
                        principalTable: "recalls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stock_moves",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    stock_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    change = table.Column<int>(type: "integer", nullable: false),
                    order = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_stock_moves_stock_id",
                        column: x => x.stock_id,
                        principalSchema: "service",
                        principalTable: "van_stock",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "former_technicians",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    technician_id = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_technicians", x => x.id);
                    table.ForeignKey(
                        name: "fk_former_technicians_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_former_technicians_technician_id",
                        column: x => x.technician_id,
                        principalSchema: "service",
                        principalTable: "technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "maintenance_proposals",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<long>(type: "bigint", nullable: false),
                    appliance_id = table.Column<long>(type: "bigint", nullable: false),
                    work = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    offered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    owed = table.Column<bool>(type: "boolean", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: true),
                    booked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maintenance_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_maintenance_proposals_appliance_id",
                        column: x => x.appliance_id,
                        principalSchema: "service",
                        principalTable: "appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_maintenance_proposals_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_maintenance_proposals_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "service",
                        principalTable: "maintenance_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "order_accounts",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    order_public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owed = table.Column<long>(type: "bigint", nullable: false),
                    paid = table.Column<long>(type: "bigint", nullable: false),
                    refunded = table.Column<long>(type: "bigint", nullable: false),
                    notes = table.Column<int>(type: "integer", nullable: false),
                    signed_notes = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_order_accounts_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "order_photos",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_order_photos_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "part_requests",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    supplier = table.Column<string>(type: "text", nullable: true),
                    supplier_number = table.Column<string>(type: "text", nullable: true),
                    ordered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ordered_by = table.Column<string>(type: "text", nullable: true),
                    expected_on = table.Column<DateOnly>(type: "date", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    arrived_by = table.Column<string>(type: "text", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancelled_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_part_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_part_requests_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "quotes",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    price_list_id = table.Column<long>(type: "bigint", nullable: false),
                    inputs = table.Column<string>(type: "text", nullable: false),
                    line_facts = table.Column<string>(type: "text", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    offered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    offered_by = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    means = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    strokes = table.Column<string>(type: "text", nullable: true),
                    refused_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quotes", x => x.id);
                    table.ForeignKey(
                        name: "fk_quotes_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quotes_price_list_id",
                        column: x => x.price_list_id,
                        principalSchema: "service",
                        principalTable: "price_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reschedules",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    by_customer = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    old_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    old_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    new_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    new_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reschedules", x => x.id);
                    table.ForeignKey(
                        name: "fk_reschedules_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tracking_links",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tracking_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_tracking_links_order_id",
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

            migrationBuilder.CreateTable(
                name: "visits",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    trip = table.Column<int>(type: "integer", nullable: false),
                    technician_id = table.Column<long>(type: "bigint", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    window_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    window_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    moved_by_company = table.Column<bool>(type: "boolean", nullable: false),
                    early_consent = table.Column<bool>(type: "boolean", nullable: false),
                    on_time = table.Column<bool>(type: "boolean", nullable: true),
                    certified = table.Column<bool>(type: "boolean", nullable: true),
                    certificate_number = table.Column<string>(type: "text", nullable: true),
                    departed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    check_list_id = table.Column<long>(type: "bigint", nullable: true),
                    fault_code = table.Column<string>(type: "text", nullable: true),
                    cause = table.Column<string>(type: "text", nullable: true),
                    misuse = table.Column<bool>(type: "boolean", nullable: false),
                    misuse_evidence = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    report = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    next_step = table.Column<string>(type: "text", nullable: true),
                    check_passed = table.Column<bool>(type: "boolean", nullable: true),
                    released_by = table.Column<string>(type: "text", nullable: true),
                    release_reason = table.Column<string>(type: "text", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true),
                    signed_as = table.Column<string>(type: "text", nullable: true),
                    signature_sha256 = table.Column<string>(type: "text", nullable: true),
                    refused_to_sign = table.Column<string>(type: "text", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    hazard = table.Column<string>(type: "text", nullable: true),
                    hazard_signed_by = table.Column<string>(type: "text", nullable: true),
                    hazard_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_by_office = table.Column<bool>(type: "boolean", nullable: false),
                    others_version = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_visits_check_list_id",
                        column: x => x.check_list_id,
                        principalSchema: "service",
                        principalTable: "check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_technician_id",
                        column: x => x.technician_id,
                        principalSchema: "service",
                        principalTable: "technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    transaction_number = table.Column<string>(type: "text", nullable: true),
                    paid_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    taken_by_id = table.Column<string>(type: "text", nullable: false),
                    taken_by = table.Column<string>(type: "text", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    matched_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    bill_row_id = table.Column<long>(type: "bigint", nullable: true),
                    hand_in_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => x.id);
                    table.ForeignKey(
                        name: "fk_payments_account_id",
                        column: x => x.account_id,
                        principalSchema: "service",
                        principalTable: "order_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_payments_bill_row_id",
                        column: x => x.bill_row_id,
                        principalSchema: "service",
                        principalTable: "bill_rows",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payments_hand_in_id",
                        column: x => x.hand_in_id,
                        principalSchema: "service",
                        principalTable: "hand_ins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refund_claims",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decide_by = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    taken_by = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    is_quality_problem = table.Column<bool>(type: "boolean", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_refund_claims_account_id",
                        column: x => x.account_id,
                        principalSchema: "service",
                        principalTable: "order_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tax_invoices",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    tax_number = table.Column<string>(type: "text", nullable: true),
                    delivery = table.Column<string>(type: "text", nullable: true),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    red_number = table.Column<string>(type: "text", nullable: true),
                    red_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tax_invoices", x => x.id);
                    table.ForeignKey(
                        name: "fk_tax_invoices_account_id",
                        column: x => x.account_id,
                        principalSchema: "service",
                        principalTable: "order_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fee_notes",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    price_list_id = table.Column<long>(type: "bigint", nullable: false),
                    quote_id = table.Column<long>(type: "bigint", nullable: true),
                    inputs = table.Column<string>(type: "text", nullable: false),
                    payable = table.Column<long>(type: "bigint", nullable: false),
                    covered = table.Column<long>(type: "bigint", nullable: false),
                    is_distance_flagged = table.Column<bool>(type: "boolean", nullable: false),
                    is_exchange_due = table.Column<bool>(type: "boolean", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    sign_state = table.Column<string>(type: "text", nullable: false),
                    signer_name = table.Column<string>(type: "text", nullable: true),
                    relation = table.Column<string>(type: "text", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    strokes = table.Column<string>(type: "text", nullable: true),
                    unsigned_because = table.Column<string>(type: "text", nullable: true),
                    voided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    voided_by = table.Column<string>(type: "text", nullable: true),
                    voided_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fee_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_fee_notes_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fee_notes_price_list_id",
                        column: x => x.price_list_id,
                        principalSchema: "service",
                        principalTable: "price_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fee_notes_quote_id",
                        column: x => x.quote_id,
                        principalSchema: "service",
                        principalTable: "quotes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visit_parts",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    faulty_serial = table.Column<string>(type: "text", nullable: true),
                    new_serial = table.Column<string>(type: "text", nullable: true),
                    old_part_due_back = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    back_taken_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_parts_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_photos",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shot = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: true),
                    missing = table.Column<string>(type: "text", nullable: true),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_photos_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_stamps",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    late = table.Column<bool>(type: "boolean", nullable: false),
                    by_doer = table.Column<bool>(type: "boolean", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_stamps", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_stamps_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_values",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    passes = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    instrument = table.Column<string>(type: "text", nullable: true),
                    instrument_overdue = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_values", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_values_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_work",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_work", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_work_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "refunds",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    entitled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    executed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    executed_by = table.Column<string>(type: "text", nullable: true),
                    transaction_number = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refunds", x => x.id);
                    table.ForeignKey(
                        name: "fk_refunds_account_id",
                        column: x => x.account_id,
                        principalSchema: "service",
                        principalTable: "order_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_refunds_payment_id",
                        column: x => x.payment_id,
                        principalSchema: "service",
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fee_lines",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    note_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<decimal>(type: "numeric", nullable: false),
                    unit_price = table.Column<decimal>(type: "numeric", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    is_covered = table.Column<bool>(type: "boolean", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    covered_until = table.Column<DateOnly>(type: "date", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    is_void = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fee_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_fee_lines_note_id",
                        column: x => x.note_id,
                        principalSchema: "service",
                        principalTable: "fee_notes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "service",
                table: "contracts",
                columns: new[] { "id", "code", "name", "version" },
                values: new object[] { -1L, "default", "", 0 });

            migrationBuilder.InsertData(
                schema: "service",
                table: "work_codes",
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
                name: "ix_agreement_customers_customer_id",
                schema: "service",
                table: "agreement_customers",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_customers_terms_id",
                schema: "service",
                table: "agreement_customers",
                column: "terms_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_terms_agreement_id_number",
                schema: "service",
                table: "agreement_terms",
                columns: new[] { "agreement_id", "number" },
                unique: true);

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
                name: "ix_bill_rows_payment_id_at",
                schema: "service",
                table: "bill_rows",
                columns: new[] { "payment_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_bill_rows_source_transaction_number_amount",
                schema: "service",
                table: "bill_rows",
                columns: new[] { "source", "transaction_number", "amount" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_brand_statements_contract_id_year_month",
                schema: "service",
                table: "brand_statements",
                columns: new[] { "contract_id", "year", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_links_technician_id",
                schema: "service",
                table: "calendar_links",
                column: "technician_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_links_token_hash",
                schema: "service",
                table: "calendar_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_items_check_list_id_code",
                schema: "service",
                table: "check_items",
                columns: new[] { "check_list_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_lists_model_id_edition",
                schema: "service",
                table: "check_lists",
                columns: new[] { "model_id", "edition" },
                unique: true);

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
                name: "ix_customer_addresses_customer_id",
                schema: "service",
                table: "customer_addresses",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_merges_absorbed_id",
                schema: "service",
                table: "customer_merges",
                column: "absorbed_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_merges_at",
                schema: "service",
                table: "customer_merges",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_customer_merges_public_id",
                schema: "service",
                table: "customer_merges",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customer_merges_survivor_id",
                schema: "service",
                table: "customer_merges",
                column: "survivor_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_name_tails_customer_id",
                schema: "service",
                table: "customer_name_tails",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_name_tails_text_customer_id",
                schema: "service",
                table: "customer_name_tails",
                columns: new[] { "text", "customer_id" });

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
                name: "ix_customer_phones_reversed",
                schema: "service",
                table: "customer_phones",
                column: "reversed");

            migrationBuilder.CreateIndex(
                name: "ix_customers_key_version",
                schema: "service",
                table: "customers",
                column: "key_version",
                filter: "key_version < 1");

            migrationBuilder.CreateIndex(
                name: "ix_customers_merged_into_id",
                schema: "service",
                table: "customers",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name",
                schema: "service",
                table: "customers",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_initials_id",
                schema: "service",
                table: "customers",
                columns: new[] { "name_initials", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_name_pinyin_id",
                schema: "service",
                table: "customers",
                columns: new[] { "name_pinyin", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_near_key",
                schema: "service",
                table: "customers",
                column: "near_key");

            migrationBuilder.CreateIndex(
                name: "ix_customers_public_id",
                schema: "service",
                table: "customers",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duplicate_dismissals_second_id",
                schema: "service",
                table: "duplicate_dismissals",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_fault_codes_model_id_code",
                schema: "service",
                table: "fault_codes",
                columns: new[] { "model_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fee_lines_change",
                schema: "service",
                table: "fee_lines",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fee_lines_note_id",
                schema: "service",
                table: "fee_lines",
                column: "note_id");

            migrationBuilder.CreateIndex(
                name: "ix_fee_notes_number",
                schema: "service",
                table: "fee_notes",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fee_notes_order_id",
                schema: "service",
                table: "fee_notes",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_fee_notes_price_list_id",
                schema: "service",
                table: "fee_notes",
                column: "price_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_fee_notes_public_id",
                schema: "service",
                table: "fee_notes",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fee_notes_quote_id",
                schema: "service",
                table: "fee_notes",
                column: "quote_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_clocks_order_id",
                schema: "service",
                table: "former_clocks",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_technicians_order_id",
                schema: "service",
                table: "former_technicians",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_technicians_technician_id_order_id",
                schema: "service",
                table: "former_technicians",
                columns: new[] { "technician_id", "order_id" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_ins_number",
                schema: "service",
                table: "hand_ins",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hours_notices_public_id",
                schema: "service",
                table: "hours_notices",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hours_notices_until",
                schema: "service",
                table: "hours_notices",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_instruments_code",
                schema: "service",
                table: "instruments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_instruments_public_id",
                schema: "service",
                table: "instruments",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_instruments_technician_id",
                schema: "service",
                table: "instruments",
                column: "technician_id");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_plans_appliance_id_work",
                schema: "service",
                table: "maintenance_plans",
                columns: new[] { "appliance_id", "work" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_plans_next_due",
                schema: "service",
                table: "maintenance_plans",
                column: "next_due");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_appliance_id",
                schema: "service",
                table: "maintenance_proposals",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_change",
                schema: "service",
                table: "maintenance_proposals",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_order_id",
                schema: "service",
                table: "maintenance_proposals",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_plan_id_due_on",
                schema: "service",
                table: "maintenance_proposals",
                columns: new[] { "plan_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_public_id",
                schema: "service",
                table: "maintenance_proposals",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_state_due_on",
                schema: "service",
                table: "maintenance_proposals",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_maintenance_proposals_token_hash",
                schema: "service",
                table: "maintenance_proposals",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_model_parts_barcode",
                schema: "service",
                table: "model_parts",
                column: "barcode");

            migrationBuilder.CreateIndex(
                name: "ix_model_parts_model_id_number",
                schema: "service",
                table: "model_parts",
                columns: new[] { "model_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_models_code",
                schema: "service",
                table: "models",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_accounts_change",
                schema: "service",
                table: "order_accounts",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_accounts_order_id",
                schema: "service",
                table: "order_accounts",
                column: "order_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_order_events_order_id",
                schema: "service",
                table: "order_events",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_order_photos_order_id",
                schema: "service",
                table: "order_photos",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_order_photos_public_id",
                schema: "service",
                table: "order_photos",
                column: "public_id",
                unique: true);

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
                name: "ix_orders_campaign",
                schema: "service",
                table: "orders",
                column: "campaign",
                filter: "campaign IS NOT NULL");

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
                name: "ix_orders_sort_due_id",
                schema: "service",
                table: "orders",
                columns: new[] { "sort_due", "id" },
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orders_status_received_at",
                schema: "service",
                table: "orders",
                columns: new[] { "status", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_technician_id_received_at",
                schema: "service",
                table: "orders",
                columns: new[] { "technician_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_technician_id_window_start",
                schema: "service",
                table: "orders",
                columns: new[] { "technician_id", "window_start" },
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_orders_window_start",
                schema: "service",
                table: "orders",
                column: "window_start",
                filter: "sort_due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at",
                schema: "service",
                table: "outbox",
                column: "next_attempt_at",
                filter: "delivered_at IS NULL AND parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_part_requests_order_id",
                schema: "service",
                table: "part_requests",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_part_requests_public_id",
                schema: "service",
                table: "part_requests",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_part_requests_state_asked_at",
                schema: "service",
                table: "part_requests",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pauses_order_id",
                schema: "service",
                table: "pauses",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_account_id",
                schema: "service",
                table: "payments",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_bill_row_id",
                schema: "service",
                table: "payments",
                column: "bill_row_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_change",
                schema: "service",
                table: "payments",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_client_id",
                schema: "service",
                table: "payments",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_hand_in_id",
                schema: "service",
                table: "payments",
                column: "hand_in_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_matched_at_paid_at",
                schema: "service",
                table: "payments",
                columns: new[] { "matched_at", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_number",
                schema: "service",
                table: "payments",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_paid_at",
                schema: "service",
                table: "payments",
                column: "paid_at");

            migrationBuilder.CreateIndex(
                name: "ix_payments_transaction_number",
                schema: "service",
                table: "payments",
                column: "transaction_number");

            migrationBuilder.CreateIndex(
                name: "ix_price_lists_effective_from",
                schema: "service",
                table: "price_lists",
                column: "effective_from",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_price_lists_number",
                schema: "service",
                table: "price_lists",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_price_notices_change",
                schema: "service",
                table: "price_notices",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_price_notices_customer_id",
                schema: "service",
                table: "price_notices",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_price_notices_price_list_id_customer_id",
                schema: "service",
                table: "price_notices",
                columns: new[] { "price_list_id", "customer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_price_notices_public_id",
                schema: "service",
                table: "price_notices",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quotes_number",
                schema: "service",
                table: "quotes",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quotes_order_id",
                schema: "service",
                table: "quotes",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_quotes_price_list_id",
                schema: "service",
                table: "quotes",
                column: "price_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_quotes_public_id",
                schema: "service",
                table: "quotes",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quotes_token_hash",
                schema: "service",
                table: "quotes",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recall_jobs_appliance_id",
                schema: "service",
                table: "recall_jobs",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_recall_jobs_recall_id_appliance_id",
                schema: "service",
                table: "recall_jobs",
                columns: new[] { "recall_id", "appliance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recalls_code",
                schema: "service",
                table: "recalls",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recalls_model_id",
                schema: "service",
                table: "recalls",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_recalls_public_id",
                schema: "service",
                table: "recalls",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_refund_claims_account_id",
                schema: "service",
                table: "refund_claims",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_refund_claims_decided_at_decide_by",
                schema: "service",
                table: "refund_claims",
                columns: new[] { "decided_at", "decide_by" });

            migrationBuilder.CreateIndex(
                name: "ix_refunds_account_id",
                schema: "service",
                table: "refunds",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_refunds_change",
                schema: "service",
                table: "refunds",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_refunds_executed_at_due_at",
                schema: "service",
                table: "refunds",
                columns: new[] { "executed_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_refunds_payment_id_key",
                schema: "service",
                table: "refunds",
                columns: new[] { "payment_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reschedules_order_id",
                schema: "service",
                table: "reschedules",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_account_id",
                schema: "service",
                table: "saved_views",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_stickers_appliance_id",
                schema: "service",
                table: "stickers",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_stickers_code",
                schema: "service",
                table: "stickers",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stickers_model_id",
                schema: "service",
                table: "stickers",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_moves_stock_id",
                schema: "service",
                table: "stock_moves",
                column: "stock_id");

            migrationBuilder.CreateIndex(
                name: "ix_tax_invoices_account_id",
                schema: "service",
                table: "tax_invoices",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_tax_invoices_number",
                schema: "service",
                table: "tax_invoices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_technicians_account_id",
                schema: "service",
                table: "technicians",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_technicians_code",
                schema: "service",
                table: "technicians",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tracking_links_order_id",
                schema: "service",
                table: "tracking_links",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_tracking_links_token_hash",
                schema: "service",
                table: "tracking_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_urges_order_id",
                schema: "service",
                table: "urges",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_van_stock_public_id",
                schema: "service",
                table: "van_stock",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_van_stock_technician_id_part",
                schema: "service",
                table: "van_stock",
                columns: new[] { "technician_id", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_parts_visit_id",
                schema: "service",
                table: "visit_parts",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_photos_public_id",
                schema: "service",
                table: "visit_photos",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_photos_visit_id",
                schema: "service",
                table: "visit_photos",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_stamps_change",
                schema: "service",
                table: "visit_stamps",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_stamps_visit_id_kind",
                schema: "service",
                table: "visit_stamps",
                columns: new[] { "visit_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_values_visit_id",
                schema: "service",
                table: "visit_values",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_work_visit_id_code",
                schema: "service",
                table: "visit_work",
                columns: new[] { "visit_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_change",
                schema: "service",
                table: "visits",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_check_list_id",
                schema: "service",
                table: "visits",
                column: "check_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_order_id_trip",
                schema: "service",
                table: "visits",
                columns: new[] { "order_id", "trip" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_public_id",
                schema: "service",
                table: "visits",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_technician_id_finished_at",
                schema: "service",
                table: "visits",
                columns: new[] { "technician_id", "finished_at" });

            migrationBuilder.CreateIndex(
                name: "ix_warranty_terms_model_id_component_group_effective_from",
                schema: "service",
                table: "warranty_terms",
                columns: new[] { "model_id", "component_group", "effective_from" });

            migrationBuilder.CreateIndex(
                name: "ix_work_codes_code_from_day",
                schema: "service",
                table: "work_codes",
                columns: new[] { "code", "from_day" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_customers",
                schema: "service");

            migrationBuilder.DropTable(
                name: "brand_statements",
                schema: "service");

            migrationBuilder.DropTable(
                name: "calendar_links",
                schema: "service");

            migrationBuilder.DropTable(
                name: "check_items",
                schema: "service");

            migrationBuilder.DropTable(
                name: "contact_attempts",
                schema: "service");

            migrationBuilder.DropTable(
                name: "customer_addresses",
                schema: "service");

            migrationBuilder.DropTable(
                name: "customer_merges",
                schema: "service");

            migrationBuilder.DropTable(
                name: "customer_name_tails",
                schema: "service");

            migrationBuilder.DropTable(
                name: "customer_phones",
                schema: "service");

            migrationBuilder.DropTable(
                name: "duplicate_dismissals",
                schema: "service");

            migrationBuilder.DropTable(
                name: "fault_codes",
                schema: "service");

            migrationBuilder.DropTable(
                name: "fee_lines",
                schema: "service");

            migrationBuilder.DropTable(
                name: "former_clocks",
                schema: "service");

            migrationBuilder.DropTable(
                name: "former_technicians",
                schema: "service");

            migrationBuilder.DropTable(
                name: "handled_messages",
                schema: "service");

            migrationBuilder.DropTable(
                name: "hours_notices",
                schema: "service");

            migrationBuilder.DropTable(
                name: "instruments",
                schema: "service");

            migrationBuilder.DropTable(
                name: "maintenance_proposals",
                schema: "service");

            migrationBuilder.DropTable(
                name: "model_parts",
                schema: "service");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "service");

            migrationBuilder.DropTable(
                name: "order_events",
                schema: "service");

            migrationBuilder.DropTable(
                name: "order_photos",
                schema: "service");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "service");

            migrationBuilder.DropTable(
                name: "part_requests",
                schema: "service");

            migrationBuilder.DropTable(
                name: "pauses",
                schema: "service");

            migrationBuilder.DropTable(
                name: "price_notices",
                schema: "service");

            migrationBuilder.DropTable(
                name: "recall_jobs",
                schema: "service");

            migrationBuilder.DropTable(
                name: "refund_claims",
                schema: "service");

            migrationBuilder.DropTable(
                name: "refunds",
                schema: "service");

            migrationBuilder.DropTable(
                name: "reschedules",
                schema: "service");

            migrationBuilder.DropTable(
                name: "saved_views",
                schema: "service");

            migrationBuilder.DropTable(
                name: "sent_entries",
                schema: "service");

            migrationBuilder.DropTable(
                name: "stickers",
                schema: "service");

            migrationBuilder.DropTable(
                name: "stock_moves",
                schema: "service");

            migrationBuilder.DropTable(
                name: "tax_invoices",
                schema: "service");

            migrationBuilder.DropTable(
                name: "tracking_links",
                schema: "service");

            migrationBuilder.DropTable(
                name: "urges",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_parts",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_photos",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_stamps",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_values",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_work",
                schema: "service");

            migrationBuilder.DropTable(
                name: "warranty_terms",
                schema: "service");

            migrationBuilder.DropTable(
                name: "work_codes",
                schema: "service");

            migrationBuilder.DropTable(
                name: "agreement_terms",
                schema: "service");

            migrationBuilder.DropTable(
                name: "fee_notes",
                schema: "service");

            migrationBuilder.DropTable(
                name: "maintenance_plans",
                schema: "service");

            migrationBuilder.DropTable(
                name: "recalls",
                schema: "service");

            migrationBuilder.DropTable(
                name: "payments",
                schema: "service");

            migrationBuilder.DropTable(
                name: "van_stock",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visits",
                schema: "service");

            migrationBuilder.DropTable(
                name: "quotes",
                schema: "service");

            migrationBuilder.DropTable(
                name: "order_accounts",
                schema: "service");

            migrationBuilder.DropTable(
                name: "bill_rows",
                schema: "service");

            migrationBuilder.DropTable(
                name: "hand_ins",
                schema: "service");

            migrationBuilder.DropTable(
                name: "check_lists",
                schema: "service");

            migrationBuilder.DropTable(
                name: "price_lists",
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
