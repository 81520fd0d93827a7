using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Fees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_hand_ins_number",
                schema: "service",
                table: "hand_ins",
                column: "number",
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
                name: "ix_warranty_terms_model_id_component_group_effective_from",
                schema: "service",
                table: "warranty_terms",
                columns: new[] { "model_id", "component_group", "effective_from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "brand_statements",
                schema: "service");

            migrationBuilder.DropTable(
                name: "fee_lines",
                schema: "service");

            migrationBuilder.DropTable(
                name: "price_notices",
                schema: "service");

            migrationBuilder.DropTable(
                name: "refund_claims",
                schema: "service");

            migrationBuilder.DropTable(
                name: "refunds",
                schema: "service");

            migrationBuilder.DropTable(
                name: "tax_invoices",
                schema: "service");

            migrationBuilder.DropTable(
                name: "warranty_terms",
                schema: "service");

            migrationBuilder.DropTable(
                name: "fee_notes",
                schema: "service");

            migrationBuilder.DropTable(
                name: "payments",
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
                name: "price_lists",
                schema: "service");
        }
    }
}
