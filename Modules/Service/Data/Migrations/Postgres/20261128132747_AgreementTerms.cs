using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AgreementTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "agreement_terms_id",
                schema: "service",
                table: "orders",
                type: "bigint",
                nullable: true);

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

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

            migrationBuilder.DropTable(
                name: "agreement_customers",
                schema: "service");

            migrationBuilder.DropTable(
                name: "agreement_terms",
                schema: "service");


            migrationBuilder.DropColumn(
                name: "agreement_terms_id",
                schema: "service",
                table: "orders");
        }
    }
}
