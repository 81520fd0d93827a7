using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AgreementTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "agreement_terms_id",
                table: "service_orders",
                type: "INTEGER",
                nullable: true);

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

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

            migrationBuilder.DropTable(
                name: "service_agreement_customers");

            migrationBuilder.DropTable(
                name: "service_agreement_terms");


            migrationBuilder.DropColumn(
                name: "agreement_terms_id",
                table: "service_orders");
        }
    }
}
