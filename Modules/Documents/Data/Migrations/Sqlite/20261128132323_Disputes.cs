using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Documents.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Disputes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "announced",
                table: "documents_agreement_versions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "complex_days",
                table: "documents_agreement_versions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "contract",
                table: "documents_agreement_versions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "covers",
                table: "documents_agreement_versions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer_ids",
                table: "documents_agreement_versions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "customer_lines",
                table: "documents_agreement_versions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "prices_of",
                table: "documents_agreement_versions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "product_types",
                table: "documents_agreement_versions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "documents_disputes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    other_party = table.Column<string>(type: "TEXT", nullable: false),
                    claimed = table.Column<long>(type: "INTEGER", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    stage_since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    outcome_text = table.Column<string>(type: "TEXT", nullable: true),
                    outcome_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome_paper_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_disputes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents_grounds",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    zh = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: true),
                    below = table.Column<bool>(type: "INTEGER", nullable: false),
                    limit = table.Column<double>(type: "REAL", nullable: true),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_grounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_grounds_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_terminations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    agreement_id = table.Column<long>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    ground = table.Column<string>(type: "TEXT", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    notice_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    objected = table.Column<bool>(type: "INTEGER", nullable: false),
                    settled = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_terminations", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_terminations_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "documents_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "documents_dispute_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dispute_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_dispute_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_dispute_events_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "documents_disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_dispute_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dispute_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_dispute_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_dispute_links_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "documents_disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_dispute_positions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dispute_id = table.Column<long>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    on_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_dispute_positions", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_dispute_positions_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "documents_disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_dispute_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    dispute_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    first_due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dropped_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_dispute_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_dispute_steps_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "documents_disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_ground_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ground_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    n = table.Column<double>(type: "REAL", nullable: false),
                    is_broken = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_met = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_ground_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_ground_months_ground_id",
                        column: x => x.ground_id,
                        principalTable: "documents_grounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_termination_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    termination_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    args = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_termination_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_termination_events_termination_id",
                        column: x => x.termination_id,
                        principalTable: "documents_terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_termination_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    termination_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_termination_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_termination_items_termination_id",
                        column: x => x.termination_id,
                        principalTable: "documents_terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "documents_termination_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    termination_id = table.Column<long>(type: "INTEGER", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    paper_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents_termination_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_termination_steps_termination_id",
                        column: x => x.termination_id,
                        principalTable: "documents_terminations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_events_dispute_id",
                table: "documents_dispute_events",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_links_dispute_id",
                table: "documents_dispute_links",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_links_kind_key",
                table: "documents_dispute_links",
                columns: new[] { "kind", "key" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_positions_dispute_id",
                table: "documents_dispute_positions",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_steps_change",
                table: "documents_dispute_steps",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_steps_dispute_id",
                table: "documents_dispute_steps",
                column: "dispute_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_dispute_steps_due_on",
                table: "documents_dispute_steps",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_documents_disputes_code",
                table: "documents_disputes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_disputes_public_id",
                table: "documents_disputes",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_ground_months_change",
                table: "documents_ground_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_ground_months_ground_id_month",
                table: "documents_ground_months",
                columns: new[] { "ground_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_grounds_agreement_id",
                table: "documents_grounds",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_grounds_public_id",
                table: "documents_grounds",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_termination_events_termination_id",
                table: "documents_termination_events",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_termination_items_change",
                table: "documents_termination_items",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_termination_items_termination_id",
                table: "documents_termination_items",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_termination_steps_termination_id",
                table: "documents_termination_steps",
                column: "termination_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_terminations_agreement_id",
                table: "documents_terminations",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_terminations_code",
                table: "documents_terminations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_terminations_public_id",
                table: "documents_terminations",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents_dispute_events");

            migrationBuilder.DropTable(
                name: "documents_dispute_links");

            migrationBuilder.DropTable(
                name: "documents_dispute_positions");

            migrationBuilder.DropTable(
                name: "documents_dispute_steps");

            migrationBuilder.DropTable(
                name: "documents_ground_months");

            migrationBuilder.DropTable(
                name: "documents_termination_events");

            migrationBuilder.DropTable(
                name: "documents_termination_items");

            migrationBuilder.DropTable(
                name: "documents_termination_steps");

            migrationBuilder.DropTable(
                name: "documents_disputes");

            migrationBuilder.DropTable(
                name: "documents_grounds");

            migrationBuilder.DropTable(
                name: "documents_terminations");

            migrationBuilder.DropColumn(
                name: "announced",
                table: "documents_agreement_versions");

            migrationBuilder.DropColumn(
                name: "complex_days",
                table: "documents_agreement_versions");

            migrationBuilder.DropColumn(
                name: "contract",
                table: "documents_agreement_versions");

            migrationBuilder.DropColumn(
                name: "covers",
                table: "documents_agreement_versions");

            migrationBuilder.DropColumn(
                name: "customer_ids",
                table: "documents_agreement_versions");

            migrationBuilder.DropColumn(
                name: "customer_lines",
                table: "documents_agreement_versions");

            migrationBuilder.DropColumn(
                name: "prices_of",
                table: "documents_agreement_versions");

            migrationBuilder.DropColumn(
                name: "product_types",
                table: "documents_agreement_versions");
        }
    }
}
