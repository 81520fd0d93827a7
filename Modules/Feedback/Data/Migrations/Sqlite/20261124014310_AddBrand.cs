using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddBrand : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "feedback_analyses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    findings = table.Column<string>(type: "TEXT", nullable: true),
                    actions = table.Column<string>(type: "TEXT", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signed_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_analyses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_campaigns",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cost = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_mentions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: true),
                    product_model = table.Column<string>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    entered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    tone = table.Column<string>(type: "TEXT", nullable: true),
                    tone_by = table.Column<string>(type: "TEXT", nullable: true),
                    needs_reply = table.Column<bool>(type: "INTEGER", nullable: false),
                    reply = table.Column<string>(type: "TEXT", nullable: true),
                    replied_by = table.Column<string>(type: "TEXT", nullable: true),
                    answering_due = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answering_due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answering_ended = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answering_is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    answering_limit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    answering_started = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answering_verdict = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_mentions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_promises",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    zh = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<double>(type: "REAL", nullable: false),
                    higher_is_better = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_promises", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_testimonials",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    shown_as = table.Column<string>(type: "TEXT", nullable: false),
                    mention_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    consent_how = table.Column<string>(type: "TEXT", nullable: true),
                    consent_noted_by = table.Column<string>(type: "TEXT", nullable: true),
                    shown_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_testimonials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_promise_months",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    promise_id = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    n = table.Column<double>(type: "REAL", nullable: false),
                    kept = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_final = table.Column<bool>(type: "INTEGER", nullable: false),
                    run = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_promise_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_promise_months_promise_id",
                        column: x => x.promise_id,
                        principalTable: "feedback_promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback_promise_plan_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    promise_id = table.Column<long>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_promise_plan_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_feedback_promise_plan_steps_promise_id",
                        column: x => x.promise_id,
                        principalTable: "feedback_promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_analyses_change",
                table: "feedback_analyses",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_analyses_kind_month",
                table: "feedback_analyses",
                columns: new[] { "kind", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_campaigns_code",
                table: "feedback_campaigns",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_campaigns_public_id",
                table: "feedback_campaigns",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mentions_change",
                table: "feedback_mentions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mentions_fingerprint",
                table: "feedback_mentions",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mentions_public_id",
                table: "feedback_mentions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_mentions_published_at",
                table: "feedback_mentions",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_promise_months_change",
                table: "feedback_promise_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_promise_months_promise_id_month",
                table: "feedback_promise_months",
                columns: new[] { "promise_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_promise_plan_steps_promise_id",
                table: "feedback_promise_plan_steps",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_promises_public_id",
                table: "feedback_promises",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_testimonials_public_id",
                table: "feedback_testimonials",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feedback_analyses");

            migrationBuilder.DropTable(
                name: "feedback_campaigns");

            migrationBuilder.DropTable(
                name: "feedback_mentions");

            migrationBuilder.DropTable(
                name: "feedback_promise_months");

            migrationBuilder.DropTable(
                name: "feedback_promise_plan_steps");

            migrationBuilder.DropTable(
                name: "feedback_testimonials");

            migrationBuilder.DropTable(
                name: "feedback_promises");
        }
    }
}
