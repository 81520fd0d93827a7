using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MergeCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "account_id",
                schema: "service",
                table: "technicians",
                type: "text",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "contact_phone",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "brand_order_number",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "name",
                schema: "service",
                table: "customers",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<DateTime>(
                name: "consent_ended_at",
                schema: "service",
                table: "customers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "consent_how",
                schema: "service",
                table: "customers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "key_version",
                schema: "service",
                table: "customers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "merged_into_id",
                schema: "service",
                table: "customers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name_initials",
                schema: "service",
                table: "customers",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "name_pinyin",
                schema: "service",
                table: "customers",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "near_key",
                schema: "service",
                table: "customers",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "service",
                table: "customer_phones",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "label",
                schema: "service",
                table: "customer_phones",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reversed",
                schema: "service",
                table: "customer_phones",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "serial",
                schema: "service",
                table: "appliances",
                type: "text",
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_technicians_account_id",
                schema: "service",
                table: "technicians",
                column: "account_id",
                unique: true);

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
                name: "ix_customer_phones_reversed",
                schema: "service",
                table: "customer_phones",
                column: "reversed");

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
                name: "ix_duplicate_dismissals_second_id",
                schema: "service",
                table: "duplicate_dismissals",
                column: "second_id");

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

            migrationBuilder.AddForeignKey(
                name: "fk_customers_merged_into_id",
                schema: "service",
                table: "customers",
                column: "merged_into_id",
                principalSchema: "service",
                principalTable: "customers",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("INSERT INTO service.customer_addresses (customer_id, region, text, is_default) SELECT id, region, address, true FROM service.customers WHERE address IS NOT NULL AND address <> '' ORDER BY id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_customers_merged_into_id",
                schema: "service",
                table: "customers");

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
                name: "duplicate_dismissals",
                schema: "service");

            migrationBuilder.DropTable(
                name: "former_technicians",
                schema: "service");

            migrationBuilder.DropIndex(
                name: "ix_technicians_account_id",
                schema: "service",
                table: "technicians");

            migrationBuilder.DropIndex(
                name: "ix_customers_key_version",
                schema: "service",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_merged_into_id",
                schema: "service",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_name_initials_id",
                schema: "service",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_name_pinyin_id",
                schema: "service",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customers_near_key",
                schema: "service",
                table: "customers");

            migrationBuilder.DropIndex(
                name: "ix_customer_phones_reversed",
                schema: "service",
                table: "customer_phones");

            migrationBuilder.DropColumn(
                name: "account_id",
                schema: "service",
                table: "technicians");

            migrationBuilder.DropColumn(
                name: "consent_ended_at",
                schema: "service",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "consent_how",
                schema: "service",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "key_version",
                schema: "service",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                schema: "service",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "name_initials",
                schema: "service",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "name_pinyin",
                schema: "service",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "near_key",
                schema: "service",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "label",
                schema: "service",
                table: "customer_phones");

            migrationBuilder.DropColumn(
                name: "reversed",
                schema: "service",
                table: "customer_phones");

            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "contact_phone",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "brand_order_number",
                schema: "service",
                table: "orders",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "name",
                schema: "service",
                table: "customers",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "service",
                table: "customer_phones",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "serial",
                schema: "service",
                table: "appliances",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldCollation: "C");
        }
    }
}
