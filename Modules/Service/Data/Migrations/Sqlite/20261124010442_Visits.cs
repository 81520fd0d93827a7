using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace AfterSales.Service.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Visits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "accepted_at",
                table: "service_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "current_visit",
                table: "service_orders",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "moved_by_company",
                table: "service_orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "promised_end",
                table: "service_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "promised_start",
                table: "service_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql("UPDATE service_orders SET promised_start = window_start, promised_end = window_end WHERE window_end IS NOT NULL");

            migrationBuilder.CreateTable(
                name: "service_check_lists",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    model_id = table.Column<long>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    from_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_check_lists", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_check_lists_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_model_parts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    model_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    barcode = table.Column<string>(type: "TEXT", nullable: true),
                    due_back = table.Column<bool>(type: "INTEGER", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_model_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_model_parts_model_id",
                        column: x => x.model_id,
                        principalTable: "service_models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_sent_entries",
                columns: table => new
                {
                    client_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_sent_entries", x => x.client_id);
                });

            migrationBuilder.CreateTable(
                name: "service_work_codes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: true),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<decimal>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_work_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_check_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    check_list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    lower = table.Column<decimal>(type: "TEXT", nullable: true),
                    upper = table.Column<decimal>(type: "TEXT", nullable: true),
                    required = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_check_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_check_items_check_list_id",
                        column: x => x.check_list_id,
                        principalTable: "service_check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visits",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order_id = table.Column<long>(type: "INTEGER", nullable: false),
                    trip = table.Column<int>(type: "INTEGER", nullable: false),
                    technician_id = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_version = table.Column<int>(type: "INTEGER", nullable: false),
                    window_start = table.Column<DateTime>(type: "TEXT", nullable: true),
                    window_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    moved_by_company = table.Column<bool>(type: "INTEGER", nullable: false),
                    early_consent = table.Column<bool>(type: "INTEGER", nullable: false),
                    on_time = table.Column<bool>(type: "INTEGER", nullable: true),
                    certified = table.Column<bool>(type: "INTEGER", nullable: true),
                    certificate_number = table.Column<string>(type: "TEXT", nullable: true),
                    departed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    check_list_id = table.Column<long>(type: "INTEGER", nullable: true),
                    fault_code = table.Column<string>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    misuse = table.Column<bool>(type: "INTEGER", nullable: false),
                    misuse_evidence = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    next_step = table.Column<string>(type: "TEXT", nullable: true),
                    check_passed = table.Column<bool>(type: "INTEGER", nullable: true),
                    released_by = table.Column<string>(type: "TEXT", nullable: true),
                    release_reason = table.Column<string>(type: "TEXT", nullable: true),
                    signed_by = table.Column<string>(type: "TEXT", nullable: true),
                    signed_as = table.Column<string>(type: "TEXT", nullable: true),
                    signature_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    refused_to_sign = table.Column<string>(type: "TEXT", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    hazard = table.Column<string>(type: "TEXT", nullable: true),
                    hazard_signed_by = table.Column<string>(type: "TEXT", nullable: true),
                    hazard_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by_office = table.Column<bool>(type: "INTEGER", nullable: false),
                    others_version = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visits_check_list_id",
                        column: x => x.check_list_id,
                        principalTable: "service_check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_visits_order_id",
                        column: x => x.order_id,
                        principalTable: "service_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_visits_technician_id",
                        column: x => x.technician_id,
                        principalTable: "service_technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_parts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    faulty_serial = table.Column<string>(type: "TEXT", nullable: true),
                    new_serial = table.Column<string>(type: "TEXT", nullable: true),
                    old_part_due_back = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_parts_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_photos",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shot = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    missing = table.Column<string>(type: "TEXT", nullable: true),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_photos_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_stamps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    late = table.Column<bool>(type: "INTEGER", nullable: false),
                    by_doer = table.Column<bool>(type: "INTEGER", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_stamps", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_stamps_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_values",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", nullable: false),
                    passes = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_values", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_values_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_visit_work",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    visit_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    hours = table.Column<decimal>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_visit_work", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_visit_work_visit_id",
                        column: x => x.visit_id,
                        principalTable: "service_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "service_work_codes",
                columns: new[] { "id", "code", "from_day", "hours", "name_en", "name_zh", "type", "until_day", "version" },
                values: new object[,]
                {
                    { -19L, "SO-PANEL", new DateOnly(2000, 1, 1), 2.5m, "Replace the collector", "更换集热板", "solar", null, 0 },
                    { -18L, "SO-PUMP", new DateOnly(2000, 1, 1), 1.0m, "Replace the circulation pump", "更换循环泵", "solar", null, 0 },
                    { -17L, "HP-GAS", new DateOnly(2000, 1, 1), 1.5m, "Recharge the refrigerant", "补充制冷剂", "heat_pump", null, 0 },
                    { -16L, "HP-COMP", new DateOnly(2000, 1, 1), 3.0m, "Replace the compressor", "更换压缩机", "heat_pump", null, 0 },
                    { -15L, "EI-RCD", new DateOnly(2000, 1, 1), 0.5m, "Replace the earth-leakage breaker", "更换漏电保护器", "electric_instantaneous", null, 0 },
                    { -14L, "EI-ELEM", new DateOnly(2000, 1, 1), 1.0m, "Replace the heater block", "更换加热体", "electric_instantaneous", null, 0 },
                    { -13L, "ES-TANK", new DateOnly(2000, 1, 1), 2.0m, "Replace the tank", "更换内胆", "electric_storage", null, 0 },
                    { -12L, "ES-ANODE", new DateOnly(2000, 1, 1), 0.75m, "Replace the anode", "更换镁棒", "electric_storage", null, 0 },
                    { -11L, "ES-ELEM", new DateOnly(2000, 1, 1), 1.0m, "Replace the heating element", "更换加热管", "electric_storage", null, 0 },
                    { -10L, "GS-IGN", new DateOnly(2000, 1, 1), 0.75m, "Replace the ignition electrode", "更换点火针", "gas_storage", null, 0 },
                    { -9L, "GS-BURN", new DateOnly(2000, 1, 1), 1.5m, "Replace the burner", "更换燃烧器", "gas_storage", null, 0 },
                    { -8L, "GI-FLUE", new DateOnly(2000, 1, 1), 1.0m, "Clear the flue", "清理烟道", "gas_instantaneous", null, 0 },
                    { -7L, "GI-FLOW", new DateOnly(2000, 1, 1), 0.5m, "Replace the flow sensor", "更换水流传感器", "gas_instantaneous", null, 0 },
                    { -6L, "GI-FAN", new DateOnly(2000, 1, 1), 1.0m, "Replace the fan", "更换风机", "gas_instantaneous", null, 0 },
                    { -5L, "GI-IGN", new DateOnly(2000, 1, 1), 0.5m, "Replace the ignition electrode", "更换点火针", "gas_instantaneous", null, 0 },
                    { -4L, "VALVE", new DateOnly(2000, 1, 1), 0.5m, "Replace the safety valve", "更换安全阀", null, null, 0 },
                    { -3L, "TEACH", new DateOnly(2000, 1, 1), 0.25m, "Explain the use", "使用指导", null, null, 0 },
                    { -2L, "CLEAN", new DateOnly(2000, 1, 1), 1.0m, "Clean and inspect", "清洗保养", null, null, 0 },
                    { -1L, "DIAG", new DateOnly(2000, 1, 1), 0.5m, "Diagnosis on site", "上门检测", null, null, 0 }
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_check_items_check_list_id_code",
                table: "service_check_items",
                columns: new[] { "check_list_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_check_lists_model_id_edition",
                table: "service_check_lists",
                columns: new[] { "model_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_model_parts_barcode",
                table: "service_model_parts",
                column: "barcode");

            migrationBuilder.CreateIndex(
                name: "ix_service_model_parts_model_id_number",
                table: "service_model_parts",
                columns: new[] { "model_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_parts_visit_id",
                table: "service_visit_parts",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_photos_public_id",
                table: "service_visit_photos",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_photos_visit_id",
                table: "service_visit_photos",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_stamps_change",
                table: "service_visit_stamps",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_stamps_visit_id_kind",
                table: "service_visit_stamps",
                columns: new[] { "visit_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_values_visit_id",
                table: "service_visit_values",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visit_work_visit_id_code",
                table: "service_visit_work",
                columns: new[] { "visit_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_change",
                table: "service_visits",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_check_list_id",
                table: "service_visits",
                column: "check_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_order_id_trip",
                table: "service_visits",
                columns: new[] { "order_id", "trip" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_public_id",
                table: "service_visits",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_visits_technician_id_finished_at",
                table: "service_visits",
                columns: new[] { "technician_id", "finished_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_work_codes_code_from_day",
                table: "service_work_codes",
                columns: new[] { "code", "from_day" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "service_check_items");

            migrationBuilder.DropTable(
                name: "service_model_parts");

            migrationBuilder.DropTable(
                name: "service_sent_entries");

            migrationBuilder.DropTable(
                name: "service_visit_parts");

            migrationBuilder.DropTable(
                name: "service_visit_photos");

            migrationBuilder.DropTable(
                name: "service_visit_stamps");

            migrationBuilder.DropTable(
                name: "service_visit_values");

            migrationBuilder.DropTable(
                name: "service_visit_work");

            migrationBuilder.DropTable(
                name: "service_work_codes");

            migrationBuilder.DropTable(
                name: "service_visits");

            migrationBuilder.DropTable(
                name: "service_check_lists");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "service_orders");

            migrationBuilder.DropColumn(
                name: "current_visit",
                table: "service_orders");

            migrationBuilder.DropColumn(
                name: "moved_by_company",
                table: "service_orders");

            migrationBuilder.DropColumn(
                name: "promised_end",
                table: "service_orders");

            migrationBuilder.DropColumn(
                name: "promised_start",
                table: "service_orders");
        }
    }
}
