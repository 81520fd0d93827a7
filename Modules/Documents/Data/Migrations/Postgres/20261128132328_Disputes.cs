using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Disputes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "announced",
                schema: "documents",
                table: "agreement_versions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "complex_days",
                schema: "documents",
                table: "agreement_versions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "contract",
                schema: "documents",
                table: "agreement_versions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "covers",
                schema: "documents",
                table: "agreement_versions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer_ids",
                schema: "documents",
                table: "agreement_versions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer_lines",
                schema: "documents",
                table: "agreement_versions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "prices_of",
                schema: "documents",
                table: "agreement_versions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "product_types",
                schema: "documents",
                table: "agreement_versions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "disputes",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    other_party = table.Column<string>(type: "text", nullable: false),
                    claimed = table.Column<long>(type: "bigint", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    stage_since = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    outcome_text = table.Column<string>(type: "text", nullable: true),
                    outcome_amount = table.Column<long>(type: "bigint", nullable: true),
                    outcome_paper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "grounds",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    zh = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: true),
                    below = table.Column<bool>(type: "boolean", nullable: false),
                    limit = table.Column<double>(type: "double precision", nullable: true),
                    months = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_grounds_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terminations",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true),
                    agreement_id = table.Column<long>(type: "bigint", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: true),
                    objected = table.Column<bool>(type: "boolean", nullable: false),
                    settled = table.Column<long>(type: "bigint", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terminations", x => x.id);
                    table.ForeignKey(
                        name: "fk_terminations_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "documents",
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispute_events",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_events_dispute_id",
                        column: x => x.dispute_id,
                        principalSchema: "documents",
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_links",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_links_dispute_id",
                        column: x => x.dispute_id,
                        principalSchema: "documents",
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_positions",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_positions", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_positions_dispute_id",
                        column: x => x.dispute_id,
                        principalSchema: "documents",
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dispute_steps",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    dispute_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    first_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispute_steps_dispute_id",
                        column: x => x.dispute_id,
                        principalSchema: "documents",
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ground_months",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ground_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    n = table.Column<double>(type: "double precision", nullable: false),
                    is_broken = table.Column<bool>(type: "boolean", nullable: false),
                    is_met = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ground_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_ground_months_ground_id",
                        column: x => x.ground_id,
                        principalSchema: "documents",
                        principalTable: "grounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "termination_events",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    termination_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    args = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_termination_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_termination_events_termination_id",
                        column: x => x.termination_id,
                        principalSchema: "documents",
                        principalTable: "terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "termination_items",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    termination_id = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_termination_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_termination_items_termination_id",
                        column: x => x.termination_id,
                        principalSchema: "documents",
                        principalTable: "terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "termination_steps",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    termination_id = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    paper_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_termination_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_termination_steps_termination_id",
                        column: x => x.termination_id,
                        principalSchema: "documents",
                        principalTable: "terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dispute_events_dispute_id",
                schema: "documents",
                table: "dispute_events",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_links_dispute_id",
                schema: "documents",
                table: "dispute_links",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_links_kind_key",
                schema: "documents",
                table: "dispute_links",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_dispute_positions_dispute_id",
                schema: "documents",
                table: "dispute_positions",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_steps_change",
                schema: "documents",
                table: "dispute_steps",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dispute_steps_dispute_id",
                schema: "documents",
                table: "dispute_steps",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_steps_due_on",
                schema: "documents",
                table: "dispute_steps",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_code",
                schema: "documents",
                table: "disputes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disputes_public_id",
                schema: "documents",
                table: "disputes",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ground_months_change",
                schema: "documents",
                table: "ground_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ground_months_ground_id_month",
                schema: "documents",
                table: "ground_months",
                columns: new[] { "ground_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grounds_agreement_id",
                schema: "documents",
                table: "grounds",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_grounds_public_id",
                schema: "documents",
                table: "grounds",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_termination_events_termination_id",
                schema: "documents",
                table: "termination_events",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_termination_items_change",
                schema: "documents",
                table: "termination_items",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_termination_items_termination_id",
                schema: "documents",
                table: "termination_items",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_termination_steps_termination_id",
                schema: "documents",
                table: "termination_steps",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_terminations_agreement_id",
                schema: "documents",
                table: "terminations",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_terminations_code",
                schema: "documents",
                table: "terminations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_terminations_public_id",
                schema: "documents",
                table: "terminations",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dispute_events",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "dispute_links",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "dispute_positions",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "dispute_steps",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "ground_months",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "termination_events",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "termination_items",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "termination_steps",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "disputes",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "grounds",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "terminations",
                schema: "documents");

            migrationBuilder.DropColumn(
                name: "announced",
                schema: "documents",
                table: "agreement_versions");

            migrationBuilder.DropColumn(
                name: "complex_days",
                schema: "documents",
                table: "agreement_versions");

            migrationBuilder.DropColumn(
                name: "contract",
                schema: "documents",
                table: "agreement_versions");

            migrationBuilder.DropColumn(
                name: "covers",
                schema: "documents",
                table: "agreement_versions");

            migrationBuilder.DropColumn(
                name: "customer_ids",
                schema: "documents",
                table: "agreement_versions");

            migrationBuilder.DropColumn(
                name: "customer_lines",
                schema: "documents",
                table: "agreement_versions");

            migrationBuilder.DropColumn(
                name: "prices_of",
                schema: "documents",
                table: "agreement_versions");

            migrationBuilder.DropColumn(
                name: "product_types",
                schema: "documents",
                table: "agreement_versions");
        }
    }
}
