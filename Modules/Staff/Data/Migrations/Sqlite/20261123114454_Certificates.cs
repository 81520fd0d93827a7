using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Staff.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Certificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff_certificates",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_code = table.Column<string>(type: "TEXT", nullable: false),
                    person_name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revoked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_certificates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_certificate_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    certificate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_certificate_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_certificate_events_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "staff_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_certificate_types",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    certificate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_certificate_types", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_certificate_types_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "staff_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_suspensions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    certificate_id = table.Column<long>(type: "INTEGER", nullable: false),
                    begins_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lifted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_suspensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_suspensions_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "staff_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificate_events_certificate_id",
                table: "staff_certificate_events",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificate_types_certificate_id_code",
                table: "staff_certificate_types",
                columns: new[] { "certificate_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_change",
                table: "staff_certificates",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_expires_on",
                table: "staff_certificates",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_issuer_number",
                table: "staff_certificates",
                columns: new[] { "issuer", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_person_code",
                table: "staff_certificates",
                column: "person_code");

            migrationBuilder.CreateIndex(
                name: "ix_staff_certificates_public_id",
                table: "staff_certificates",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_suspensions_certificate_id",
                table: "staff_suspensions",
                column: "certificate_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff_certificate_events");

            migrationBuilder.DropTable(
                name: "staff_certificate_types");

            migrationBuilder.DropTable(
                name: "staff_suspensions");

            migrationBuilder.DropTable(
                name: "staff_certificates");
        }
    }
}
