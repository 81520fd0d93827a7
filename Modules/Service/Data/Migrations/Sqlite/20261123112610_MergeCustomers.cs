using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MergeCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "account_id",
                table: "service_technicians",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "consent_ended_at",
                table: "service_customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "consent_how",
                table: "service_customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "key_version",
                table: "service_customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "merged_into_id",
                table: "service_customers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name_initials",
                table: "service_customers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "name_pinyin",
                table: "service_customers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "near_key",
                table: "service_customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "label",
                table: "service_customer_phones",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reversed",
                table: "service_customer_phones",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

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

            migrationBuilder.CreateIndex(
                name: "ix_service_technicians_account_id",
                table: "service_technicians",
                column: "account_id",
                unique: true);

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
                name: "ix_service_customer_phones_reversed",
                table: "service_customer_phones",
                column: "reversed");

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
                name: "ix_service_duplicate_dismissals_second_id",
                table: "service_duplicate_dismissals",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_former_technicians_order_id",
                table: "service_former_technicians",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_former_technicians_technician_id_order_id",
                table: "service_former_technicians",
                columns: new[] { "technician_id", "order_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_service_customers_merged_into_id",
                table: "service_customers",
                column: "merged_into_id",
                principalTable: "service_customers",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("INSERT INTO service_customer_addresses (customer_id, region, text, is_default) SELECT id, region, address, 1 FROM service_customers WHERE address IS NOT NULL AND address <> '' ORDER BY id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_service_customers_merged_into_id",
                table: "service_customers");

            migrationBuilder.DropTable(
                name: "service_customer_addresses");

            migrationBuilder.DropTable(
                name: "service_customer_merges");

            migrationBuilder.DropTable(
                name: "service_customer_name_tails");

            migrationBuilder.DropTable(
                name: "service_duplicate_dismissals");

            migrationBuilder.DropTable(
                name: "service_former_technicians");

            migrationBuilder.DropIndex(
                name: "ix_service_technicians_account_id",
                table: "service_technicians");

            migrationBuilder.DropIndex(
                name: "ix_service_customers_key_version",
                table: "service_customers");

            migrationBuilder.DropIndex(
                name: "ix_service_customers_merged_into_id",
                table: "service_customers");

            migrationBuilder.DropIndex(
                name: "ix_service_customers_name_initials_id",
                table: "service_customers");

            migrationBuilder.DropIndex(
                name: "ix_service_customers_name_pinyin_id",
                table: "service_customers");

            migrationBuilder.DropIndex(
                name: "ix_service_customers_near_key",
                table: "service_customers");

            migrationBuilder.DropIndex(
                name: "ix_service_customer_phones_reversed",
                table: "service_customer_phones");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "service_technicians");

            migrationBuilder.DropColumn(
                name: "consent_ended_at",
                table: "service_customers");

            migrationBuilder.DropColumn(
                name: "consent_how",
                table: "service_customers");

            migrationBuilder.DropColumn(
                name: "key_version",
                table: "service_customers");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "service_customers");

            migrationBuilder.DropColumn(
                name: "name_initials",
                table: "service_customers");

            migrationBuilder.DropColumn(
                name: "name_pinyin",
                table: "service_customers");

            migrationBuilder.DropColumn(
                name: "near_key",
                table: "service_customers");

            migrationBuilder.DropColumn(
                name: "label",
                table: "service_customer_phones");

            migrationBuilder.DropColumn(
                name: "reversed",
                table: "service_customer_phones");
        }
    }
}
