using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AfterSales.Host.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddTrust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "host",
                table: "host_job_runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "host_api_tokens",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    hint = table.Column<string>(type: "TEXT", nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_api_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_content_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    directive = table.Column<string>(type: "TEXT", nullable: false),
                    blocked = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<string>(type: "TEXT", nullable: false),
                    first_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_content_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_data_protection_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_erasures",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false),
                    people = table.Column<string>(type: "TEXT", nullable: false),
                    phones = table.Column<string>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    scrubbed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_erasures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_idempotency_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    caller = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    once_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    tag = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_idempotency_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_passkeys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    credential_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sign_count = table.Column<long>(type: "INTEGER", nullable: false),
                    transports = table.Column<string>(type: "TEXT", nullable: false),
                    is_user_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backed_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    attestation_object = table.Column<byte[]>(type: "BLOB", nullable: false),
                    client_data_json = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_passkeys", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_passkeys_account_id",
                        column: x => x.account_id,
                        principalTable: "host_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_permission_grants",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    permission = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_permission_grants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_person_looks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    account_name = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_person_looks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_second_factors",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    last_step = table.Column<long>(type: "INTEGER", nullable: false),
                    recovery_salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recovery_hashes = table.Column<string>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_second_factors", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_second_factors_account_id",
                        column: x => x.account_id,
                        principalTable: "host_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_sessions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    is_remembered = table.Column<bool>(type: "INTEGER", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sees_as_role = table.Column<string>(type: "TEXT", nullable: true),
                    sees_as_account_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_sessions_account_id",
                        column: x => x.account_id,
                        principalTable: "host_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_webhooks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    events = table.Column<string>(type: "TEXT", nullable: false),
                    sealed_secret = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_webhooks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    webhook_id = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    queued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    last_tried_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_webhook_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_webhook_deliveries_webhook_id",
                        column: x => x.webhook_id,
                        principalTable: "host_webhooks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_host_api_tokens_hash",
                table: "host_api_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_api_tokens_public_id",
                table: "host_api_tokens",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_content_reports_directive_blocked_page",
                table: "host_content_reports",
                columns: new[] { "directive", "blocked", "page" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_data_protection_keys_name",
                table: "host_data_protection_keys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_erasures_public_id",
                table: "host_erasures",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_idempotency_keys_caller_key",
                table: "host_idempotency_keys",
                columns: new[] { "caller", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_idempotency_keys_started_at",
                table: "host_idempotency_keys",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_host_passkeys_account_id",
                table: "host_passkeys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_passkeys_credential_id",
                table: "host_passkeys",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_permission_grants_permission_role",
                table: "host_permission_grants",
                columns: new[] { "permission", "role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_person_looks_account_id_id",
                table: "host_person_looks",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_host_person_looks_day",
                table: "host_person_looks",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_host_person_looks_person_id_account_id_day_why",
                table: "host_person_looks",
                columns: new[] { "person_id", "account_id", "day", "why" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_second_factors_account_id",
                table: "host_second_factors",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_sessions_account_id_ended_at",
                table: "host_sessions",
                columns: new[] { "account_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_host_sessions_key",
                table: "host_sessions",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_webhook_deliveries_public_id",
                table: "host_webhook_deliveries",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_webhook_deliveries_state_next_at",
                table: "host_webhook_deliveries",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "ix_host_webhook_deliveries_webhook_id_id",
                table: "host_webhook_deliveries",
                columns: new[] { "webhook_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_host_webhooks_public_id",
                table: "host_webhooks",
                column: "public_id",
                unique: true);

            // the audit log is append-only: a statement that would change or remove a line fails, whoever sends it
            migrationBuilder.Sql("CREATE TRIGGER host_audit_entries_no_update BEFORE UPDATE ON host_audit_entries BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER host_audit_entries_no_delete BEFORE DELETE ON host_audit_entries BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER host_audit_entries_no_update; DROP TRIGGER host_audit_entries_no_delete;");

            migrationBuilder.DropTable(
                name: "host_api_tokens");

            migrationBuilder.DropTable(
                name: "host_content_reports");

            migrationBuilder.DropTable(
                name: "host_data_protection_keys");

            migrationBuilder.DropTable(
                name: "host_erasures");

            migrationBuilder.DropTable(
                name: "host_idempotency_keys");

            migrationBuilder.DropTable(
                name: "host_passkeys");

            migrationBuilder.DropTable(
                name: "host_permission_grants");

            migrationBuilder.DropTable(
                name: "host_person_looks");

            migrationBuilder.DropTable(
                name: "host_second_factors");

            migrationBuilder.DropTable(
                name: "host_sessions");

            migrationBuilder.DropTable(
                name: "host_webhook_deliveries");

            migrationBuilder.DropTable(
                name: "host_webhooks");

            migrationBuilder.DropColumn(
                name: "host",
                table: "host_job_runs");
        }
    }
}
