using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PartsInstrumentsRecalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "instrument",
                schema: "service",
                table: "visit_values",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "instrument_overdue",
                schema: "service",
                table: "visit_values",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "back_at",
                schema: "service",
                table: "visit_parts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "back_taken_by",
                schema: "service",
                table: "visit_parts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "capacity",
                schema: "service",
                table: "models",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "exchanged_on",
                schema: "service",
                table: "appliances",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "installed_on",
                schema: "service",
                table: "appliances",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "produced_on",
                schema: "service",
                table: "appliances",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "replaces_serial",
                schema: "service",
                table: "appliances",
                type: "text",
                nullable: true);

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
                name: "ix_stock_moves_stock_id",
                schema: "service",
                table: "stock_moves",
                column: "stock_id");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_links",
                schema: "service");

            migrationBuilder.DropTable(
                name: "instruments",
                schema: "service");

            migrationBuilder.DropTable(
                name: "order_photos",
                schema: "service");

            migrationBuilder.DropTable(
                name: "part_requests",
                schema: "service");

            migrationBuilder.DropTable(
                name: "recall_jobs",
                schema: "service");

            migrationBuilder.DropTable(
                name: "stock_moves",
                schema: "service");

            migrationBuilder.DropTable(
                name: "recalls",
                schema: "service");

            migrationBuilder.DropTable(
                name: "van_stock",
                schema: "service");

            migrationBuilder.DropColumn(
                name: "instrument",
                schema: "service",
                table: "visit_values");

            migrationBuilder.DropColumn(
                name: "instrument_overdue",
                schema: "service",
                table: "visit_values");

            migrationBuilder.DropColumn(
                name: "back_at",
                schema: "service",
                table: "visit_parts");

            migrationBuilder.DropColumn(
                name: "back_taken_by",
                schema: "service",
                table: "visit_parts");

            migrationBuilder.DropColumn(
                name: "capacity",
                schema: "service",
                table: "models");

            migrationBuilder.DropColumn(
                name: "exchanged_on",
                schema: "service",
                table: "appliances");

            migrationBuilder.DropColumn(
                name: "installed_on",
                schema: "service",
                table: "appliances");

            migrationBuilder.DropColumn(
                name: "produced_on",
                schema: "service",
                table: "appliances");

            migrationBuilder.DropColumn(
                name: "replaces_serial",
                schema: "service",
                table: "appliances");
        }
    }
}
