using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PartsInstrumentsRecalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "instrument",
                table: "service_visit_values",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "instrument_overdue",
                table: "service_visit_values",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "back_at",
                table: "service_visit_parts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "back_taken_by",
                table: "service_visit_parts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "capacity",
                table: "service_models",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "exchanged_on",
                table: "service_appliances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "installed_on",
                table: "service_appliances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "produced_on",
                table: "service_appliances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "replaces_serial",
                table: "service_appliances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "service_calendar_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_calendar_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_calendar_links_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_instruments",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    serial = table.Column<string>(type: "TEXT", nullable: true),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: true),
                    calibrated_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    certificate = table.Column<string>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_instruments", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_instruments_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_order_photos",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_order_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_order_photos_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_part_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    supplier = table.Column<string>(type: "TEXT", nullable: true),
                    supplier_number = table.Column<string>(type: "TEXT", nullable: true),
                    ordered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ordered_by = table.Column<string>(type: "TEXT", nullable: true),
                    expected_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    arrived_by = table.Column<string>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_part_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_part_requests_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_recalls",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    instruction = table.Column<string>(type: "TEXT", nullable: false),
                    model_id = table.Column<long>(type: "INTEGER", nullable: false),
                    serial_from = table.Column<string>(type: "TEXT", nullable: false),
                    serial_to = table.Column<string>(type: "TEXT", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_recalls", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_recalls_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_van_stock",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    minimum = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_van_stock", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_van_stock_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_recall_jobs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    recall_id = table.Column<long>(type: "INTEGER", nullable: false),
                    appliance_id = table.Column<long>(type: "INTEGER", nullable: false),
                    order = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_recall_jobs", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_recall_jobs_appliance_id",
                        column: x => x.appliance_id,
                        principalTable: "service_appliances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_recall_jobs_recall_id",
                        column: x => x.recall_id,
                        principalTable: "service_recalls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_stock_moves",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    stock_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    change = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_stock_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_stock_moves_stock_id",
                        column: x => x.stock_id,
                        principalTable: "service_van_stock",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_calendar_links_technician_id",
                table: "service_calendar_links",
                column: "technician_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_calendar_links_token_hash",
                table: "service_calendar_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_instruments_code",
                table: "service_instruments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_instruments_public_id",
                table: "service_instruments",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_instruments_technician_id",
                table: "service_instruments",
                column: "technician_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_order_photos_order_id",
                table: "service_order_photos",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_order_photos_public_id",
                table: "service_order_photos",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_part_requests_order_id",
                table: "service_part_requests",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_part_requests_public_id",
                table: "service_part_requests",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_part_requests_state_asked_at",
                table: "service_part_requests",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_recall_jobs_appliance_id",
                table: "service_recall_jobs",
                column: "appliance_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_recall_jobs_recall_id_appliance_id",
                table: "service_recall_jobs",
                columns: new[] { "recall_id", "appliance_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_recalls_code",
                table: "service_recalls",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_recalls_model_id",
                table: "service_recalls",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_recalls_public_id",
                table: "service_recalls",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_stock_moves_stock_id",
                table: "service_stock_moves",
                column: "stock_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_van_stock_public_id",
                table: "service_van_stock",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_van_stock_technician_id_part",
                table: "service_van_stock",
                columns: new[] { "technician_id", "part" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_calendar_links");

            migrationBuilder.DropTable(
                name: "service_instruments");

            migrationBuilder.DropTable(
                name: "service_order_photos");

            migrationBuilder.DropTable(
                name: "service_part_requests");

            migrationBuilder.DropTable(
                name: "service_recall_jobs");

            migrationBuilder.DropTable(
                name: "service_stock_moves");

            migrationBuilder.DropTable(
                name: "service_recalls");

            migrationBuilder.DropTable(
                name: "service_van_stock");

            migrationBuilder.DropColumn(
                name: "instrument",
                table: "service_visit_values");

            migrationBuilder.DropColumn(
                name: "instrument_overdue",
                table: "service_visit_values");

            migrationBuilder.DropColumn(
                name: "back_at",
                table: "service_visit_parts");

            migrationBuilder.DropColumn(
                name: "back_taken_by",
                table: "service_visit_parts");

            migrationBuilder.DropColumn(
                name: "capacity",
                table: "service_models");

            migrationBuilder.DropColumn(
                name: "exchanged_on",
                table: "service_appliances");

            migrationBuilder.DropColumn(
                name: "installed_on",
                table: "service_appliances");

            migrationBuilder.DropColumn(
                name: "produced_on",
                table: "service_appliances");

            migrationBuilder.DropColumn(
                name: "replaces_serial",
                table: "service_appliances");
        }
    }
}
