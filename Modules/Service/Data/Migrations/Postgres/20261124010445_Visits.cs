using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace AfterSales.Service.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Visits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "accepted_at",
                schema: "service",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "current_visit",
                schema: "service",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "moved_by_company",
                schema: "service",
                table: "orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "promised_end",
                schema: "service",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "promised_start",
                schema: "service",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.Sql("UPDATE service.orders SET promised_start = window_start, promised_end = window_end WHERE window_end IS NOT NULL");

            migrationBuilder.CreateTable(
                name: "check_lists",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    model_id = table.Column<long>(type: "bigint", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    from_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_lists", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_lists_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "model_parts",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    model_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    barcode = table.Column<string>(type: "text", nullable: true),
                    due_back = table.Column<bool>(type: "boolean", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_model_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_model_parts_model_id",
                        column: x => x.model_id,
                        principalSchema: "service",
                        principalTable: "models",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sent_entries",
                schema: "service",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sent_entries", x => x.client_id);
                });

            migrationBuilder.CreateTable(
                name: "work_codes",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: true),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<decimal>(type: "numeric", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "check_items",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    check_list_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    lower = table.Column<decimal>(type: "numeric", nullable: true),
                    upper = table.Column<decimal>(type: "numeric", nullable: true),
                    required = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_items_check_list_id",
                        column: x => x.check_list_id,
                        principalSchema: "service",
                        principalTable: "check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<long>(type: "bigint", nullable: false),
                    trip = table.Column<int>(type: "integer", nullable: false),
                    technician_id = table.Column<long>(type: "bigint", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    window_start = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    window_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    moved_by_company = table.Column<bool>(type: "boolean", nullable: false),
                    early_consent = table.Column<bool>(type: "boolean", nullable: false),
                    on_time = table.Column<bool>(type: "boolean", nullable: true),
                    certified = table.Column<bool>(type: "boolean", nullable: true),
                    certificate_number = table.Column<string>(type: "text", nullable: true),
                    departed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    check_list_id = table.Column<long>(type: "bigint", nullable: true),
                    fault_code = table.Column<string>(type: "text", nullable: true),
                    cause = table.Column<string>(type: "text", nullable: true),
                    misuse = table.Column<bool>(type: "boolean", nullable: false),
                    misuse_evidence = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    report = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    next_step = table.Column<string>(type: "text", nullable: true),
                    check_passed = table.Column<bool>(type: "boolean", nullable: true),
                    released_by = table.Column<string>(type: "text", nullable: true),
                    release_reason = table.Column<string>(type: "text", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true),
                    signed_as = table.Column<string>(type: "text", nullable: true),
                    signature_sha256 = table.Column<string>(type: "text", nullable: true),
                    refused_to_sign = table.Column<string>(type: "text", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    hazard = table.Column<string>(type: "text", nullable: true),
                    hazard_signed_by = table.Column<string>(type: "text", nullable: true),
                    hazard_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_by_office = table.Column<bool>(type: "boolean", nullable: false),
                    others_version = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_visits_check_list_id",
                        column: x => x.check_list_id,
                        principalSchema: "service",
                        principalTable: "check_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_order_id",
                        column: x => x.order_id,
                        principalSchema: "service",
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_technician_id",
                        column: x => x.technician_id,
                        principalSchema: "service",
                        principalTable: "technicians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visit_parts",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    faulty_serial = table.Column<string>(type: "text", nullable: true),
                    new_serial = table.Column<string>(type: "text", nullable: true),
                    old_part_due_back = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_parts_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_photos",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shot = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: true),
                    missing = table.Column<string>(type: "text", nullable: true),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_photos_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_stamps",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    late = table.Column<bool>(type: "boolean", nullable: false),
                    by_doer = table.Column<bool>(type: "boolean", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_stamps", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_stamps_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_values",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    passes = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_values", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_values_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit_work",
                schema: "service",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name_zh = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_work", x => x.id);
                    table.ForeignKey(
                        name: "fk_visit_work_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "service",
                        principalTable: "visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "service",
                table: "work_codes",
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
                name: "ix_check_items_check_list_id_code",
                schema: "service",
                table: "check_items",
                columns: new[] { "check_list_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_lists_model_id_edition",
                schema: "service",
                table: "check_lists",
                columns: new[] { "model_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_model_parts_barcode",
                schema: "service",
                table: "model_parts",
                column: "barcode");

            migrationBuilder.CreateIndex(
                name: "ix_model_parts_model_id_number",
                schema: "service",
                table: "model_parts",
                columns: new[] { "model_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_parts_visit_id",
                schema: "service",
                table: "visit_parts",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_photos_public_id",
                schema: "service",
                table: "visit_photos",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_photos_visit_id",
                schema: "service",
                table: "visit_photos",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_stamps_change",
                schema: "service",
                table: "visit_stamps",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_stamps_visit_id_kind",
                schema: "service",
                table: "visit_stamps",
                columns: new[] { "visit_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_values_visit_id",
                schema: "service",
                table: "visit_values",
                column: "visit_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_work_visit_id_code",
                schema: "service",
                table: "visit_work",
                columns: new[] { "visit_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_change",
                schema: "service",
                table: "visits",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_check_list_id",
                schema: "service",
                table: "visits",
                column: "check_list_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_order_id_trip",
                schema: "service",
                table: "visits",
                columns: new[] { "order_id", "trip" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_public_id",
                schema: "service",
                table: "visits",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_technician_id_finished_at",
                schema: "service",
                table: "visits",
                columns: new[] { "technician_id", "finished_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_codes_code_from_day",
                schema: "service",
                table: "work_codes",
                columns: new[] { "code", "from_day" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "check_items",
                schema: "service");

            migrationBuilder.DropTable(
                name: "model_parts",
                schema: "service");

            migrationBuilder.DropTable(
                name: "sent_entries",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_parts",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_photos",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_stamps",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_values",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visit_work",
                schema: "service");

            migrationBuilder.DropTable(
                name: "work_codes",
                schema: "service");

            migrationBuilder.DropTable(
                name: "visits",
                schema: "service");

            migrationBuilder.DropTable(
                name: "check_lists",
                schema: "service");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                schema: "service",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "current_visit",
                schema: "service",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "moved_by_company",
                schema: "service",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "promised_end",
                schema: "service",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "promised_start",
                schema: "service",
                table: "orders");
        }
    }
}
