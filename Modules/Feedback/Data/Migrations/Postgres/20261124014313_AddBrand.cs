using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AfterSales.Feedback.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddBrand : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "analyses",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    findings = table.Column<string>(type: "text", nullable: true),
                    actions = table.Column<string>(type: "text", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_analyses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    cost = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentions",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    stars = table.Column<int>(type: "integer", nullable: true),
                    product_model = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_day = table.Column<DateOnly>(type: "date", nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    entered_by = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    tone = table.Column<string>(type: "text", nullable: true),
                    tone_by = table.Column<string>(type: "text", nullable: true),
                    needs_reply = table.Column<bool>(type: "boolean", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: true),
                    replied_by = table.Column<string>(type: "text", nullable: true),
                    answering_due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answering_due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    answering_ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answering_is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    answering_limit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    answering_started = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answering_verdict = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "promises",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zh = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<double>(type: "double precision", nullable: false),
                    higher_is_better = table.Column<bool>(type: "boolean", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promises", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "testimonials",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    shown_as = table.Column<string>(type: "text", nullable: false),
                    mention_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    consent_how = table.Column<string>(type: "text", nullable: true),
                    consent_noted_by = table.Column<string>(type: "text", nullable: true),
                    shown_since = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_testimonials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "promise_months",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    promise_id = table.Column<long>(type: "bigint", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    n = table.Column<double>(type: "double precision", nullable: false),
                    kept = table.Column<bool>(type: "boolean", nullable: true),
                    is_final = table.Column<bool>(type: "boolean", nullable: false),
                    run = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_months", x => x.id);
                    table.ForeignKey(
                        name: "fk_promise_months_promise_id",
                        column: x => x.promise_id,
                        principalSchema: "feedback",
                        principalTable: "promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "promise_plan_steps",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    promise_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "text", nullable: true),
                    done_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_plan_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_promise_plan_steps_promise_id",
                        column: x => x.promise_id,
                        principalSchema: "feedback",
                        principalTable: "promises",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_analyses_change",
                schema: "feedback",
                table: "analyses",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_analyses_kind_month",
                schema: "feedback",
                table: "analyses",
                columns: new[] { "kind", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_code",
                schema: "feedback",
                table: "campaigns",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_public_id",
                schema: "feedback",
                table: "campaigns",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_change",
                schema: "feedback",
                table: "mentions",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_fingerprint",
                schema: "feedback",
                table: "mentions",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_public_id",
                schema: "feedback",
                table: "mentions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mentions_published_at",
                schema: "feedback",
                table: "mentions",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_promise_months_change",
                schema: "feedback",
                table: "promise_months",
                column: "change",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_promise_months_promise_id_month",
                schema: "feedback",
                table: "promise_months",
                columns: new[] { "promise_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_promise_plan_steps_promise_id",
                schema: "feedback",
                table: "promise_plan_steps",
                column: "promise_id");

            migrationBuilder.CreateIndex(
                name: "ix_promises_public_id",
                schema: "feedback",
                table: "promises",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_testimonials_public_id",
                schema: "feedback",
                table: "testimonials",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analyses",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "campaigns",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "mentions",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "promise_months",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "promise_plan_steps",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "testimonials",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "promises",
                schema: "feedback");
        }
    }
}
