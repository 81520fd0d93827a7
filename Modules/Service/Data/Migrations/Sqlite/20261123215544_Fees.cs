using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Fees : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_service_hand_ins_number",
                table: "service_hand_ins",
                column: "number",
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
                name: "ix_service_tax_invoices_account_id",
                table: "service_tax_invoices",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_tax_invoices_number",
                table: "service_tax_invoices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_warranty_terms_model_id_component_group_effective_from",
                table: "service_warranty_terms",
                columns: new[] { "model_id", "component_group", "effective_from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_brand_statements");

            migrationBuilder.DropTable(
                name: "service_fee_lines");

            migrationBuilder.DropTable(
                name: "service_price_notices");

            migrationBuilder.DropTable(
                name: "service_refund_claims");

            migrationBuilder.DropTable(
                name: "service_refunds");

            migrationBuilder.DropTable(
                name: "service_tax_invoices");

            migrationBuilder.DropTable(
                name: "service_warranty_terms");

            migrationBuilder.DropTable(
                name: "service_fee_notes");

            migrationBuilder.DropTable(
                name: "service_payments");

            migrationBuilder.DropTable(
                name: "service_quotes");

            migrationBuilder.DropTable(
                name: "service_order_accounts");

            migrationBuilder.DropTable(
                name: "service_bill_rows");

            migrationBuilder.DropTable(
                name: "service_hand_ins");

            migrationBuilder.DropTable(
                name: "service_price_lists");
        }
    }
}
