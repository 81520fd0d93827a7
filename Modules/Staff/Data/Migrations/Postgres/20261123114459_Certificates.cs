using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Certificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "certificates",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_code = table.Column<string>(type: "text", nullable: false),
                    person_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    grade = table.Column<string>(type: "text", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificate_events",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    certificate_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_events_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "staff",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "certificate_types",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    certificate_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_types", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_types_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "staff",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suspensions",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    certificate_id = table.Column<long>(type: "bigint", nullable: false),
                    begins_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lifted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_suspensions_certificate_id",
                        column: x => x.certificate_id,
                        principalSchema: "staff",
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_certificate_events_certificate_id",
                schema: "staff",
                table: "certificate_events",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_types_certificate_id_code",
                schema: "staff",
                table: "certificate_types",
                columns: new[] { "certificate_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_change",
                schema: "staff",
                table: "certificates",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_expires_on",
                schema: "staff",
                table: "certificates",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_issuer_number",
                schema: "staff",
                table: "certificates",
                columns: new[] { "issuer", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_person_code",
                schema: "staff",
                table: "certificates",
                column: "person_code");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_public_id",
                schema: "staff",
                table: "certificates",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suspensions_certificate_id",
                schema: "staff",
                table: "suspensions",
                column: "certificate_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certificate_events",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "certificate_types",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "suspensions",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "certificates",
                schema: "staff");
        }
    }
}
