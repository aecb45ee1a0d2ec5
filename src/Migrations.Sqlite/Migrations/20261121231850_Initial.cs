using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ExportPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_people",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    is_sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_imported_feeds",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_imported_feeds", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_pages",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 110, nullable: false),
                    card = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<string>(type: "TEXT", nullable: false),
                    stale_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_pages", x => new { x.kind, x.subject, x.culture });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_parts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    newest = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    live = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_parts", x => new { x.kind, x.subject, x.part });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_revisions",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_revisions", x => new { x.kind, x.subject, x.part, x.number });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_slugs",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 110, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    current = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_slugs", x => new { x.kind, x.culture, x.text });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_subjects",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    order = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    sector = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    first_published = table.Column<long>(type: "INTEGER", nullable: false),
                    published = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_subjects", x => new { x.kind, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inquiries_inquiries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    destination = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    desk = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    routing_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    release_finding = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    released_at = table.Column<long>(type: "INTEGER", nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_inquiries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inquiries_routing_rules",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    market = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    sector = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: true),
                    firm = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    load = table.Column<int>(type: "INTEGER", nullable: true),
                    desk = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_routing_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_changes",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_changes", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "kernel_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "kernel_ledger",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    actor = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_ledger", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "kernel_outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    queued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_end = table.Column<long>(type: "INTEGER", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    given_up_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "media_files",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_files", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "accounts_scopes",
                columns: table => new
                {
                    person_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_scopes", x => new { x.person_id, x.kind, x.id });
                    table.ForeignKey(
                        name: "FK_accounts_scopes_accounts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "accounts_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_tokens",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_accounts_tokens_accounts_people_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inquiries_attachments",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    inquiry_id = table.Column<long>(type: "INTEGER", nullable: true),
                    form = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_attachments", x => x.id);
                    table.ForeignKey(
                        name: "FK_inquiries_attachments_inquiries_inquiries_inquiry_id",
                        column: x => x.inquiry_id,
                        principalTable: "inquiries_inquiries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "inquiries_contacts",
                columns: table => new
                {
                    inquiry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    company = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    consented_at = table.Column<long>(type: "INTEGER", nullable: false),
                    keep_until = table.Column<long>(type: "INTEGER", nullable: false),
                    salt = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_contacts", x => x.inquiry_id);
                    table.ForeignKey(
                        name: "FK_inquiries_contacts_inquiries_inquiries_inquiry_id",
                        column: x => x.inquiry_id,
                        principalTable: "inquiries_inquiries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inquiries_links",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    inquiry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_links", x => x.hash);
                    table.ForeignKey(
                        name: "FK_inquiries_links_inquiries_inquiries_inquiry_id",
                        column: x => x.inquiry_id,
                        principalTable: "inquiries_inquiries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inquiries_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    inquiry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    writer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    firm = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    author = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_messages", x => x.id);
                    table.ForeignKey(
                        name: "FK_inquiries_messages_inquiries_inquiries_inquiry_id",
                        column: x => x.inquiry_id,
                        principalTable: "inquiries_inquiries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inquiries_parts",
                columns: table => new
                {
                    inquiry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    firm = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_parts", x => new { x.inquiry_id, x.firm });
                    table.ForeignKey(
                        name: "FK_inquiries_parts_inquiries_inquiries_inquiry_id",
                        column: x => x.inquiry_id,
                        principalTable: "inquiries_inquiries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inquiries_products",
                columns: table => new
                {
                    inquiry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    product = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    firm = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    name_culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_products", x => new { x.inquiry_id, x.product });
                    table.ForeignKey(
                        name: "FK_inquiries_products_inquiries_inquiries_inquiry_id",
                        column: x => x.inquiry_id,
                        principalTable: "inquiries_inquiries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inquiries_sendings",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    inquiry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sealed_token = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inquiries_sendings", x => x.key);
                    table.ForeignKey(
                        name: "FK_inquiries_sendings_inquiries_inquiries_inquiry_id",
                        column: x => x.inquiry_id,
                        principalTable: "inquiries_inquiries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "inquiries_routing_rules",
                columns: new[] { "id", "country", "culture", "desk", "firm", "load", "market", "order", "sector" },
                values: new object[] { 1, null, null, null, null, null, null, 1000, null });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_people_normalized_email",
                table: "accounts_people",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_people_normalized_user_name",
                table: "accounts_people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_scopes_kind_id",
                table: "accounts_scopes",
                columns: new[] { "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_pages_kind_culture_slug",
                table: "catalogue_pages",
                columns: new[] { "kind", "culture", "slug" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_pages_stale_at",
                table: "catalogue_pages",
                column: "stale_at");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_slugs_kind_subject",
                table: "catalogue_slugs",
                columns: new[] { "kind", "subject" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_subjects_kind_order",
                table: "catalogue_subjects",
                columns: new[] { "kind", "order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_subjects_kind_owner",
                table: "catalogue_subjects",
                columns: new[] { "kind", "owner" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_subjects_kind_sector",
                table: "catalogue_subjects",
                columns: new[] { "kind", "sector" });

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_attachments_expires_at",
                table: "inquiries_attachments",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_attachments_form_digest",
                table: "inquiries_attachments",
                columns: new[] { "form", "digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_attachments_inquiry_id",
                table: "inquiries_attachments",
                column: "inquiry_id");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_contacts_keep_until",
                table: "inquiries_contacts",
                column: "keep_until");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_inquiries_desk_state_due_at",
                table: "inquiries_inquiries",
                columns: new[] { "desk", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_inquiries_reference",
                table: "inquiries_inquiries",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_links_inquiry_id",
                table: "inquiries_links",
                column: "inquiry_id");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_messages_form",
                table: "inquiries_messages",
                column: "form",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_messages_inquiry_id",
                table: "inquiries_messages",
                column: "inquiry_id");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_parts_firm",
                table: "inquiries_parts",
                column: "firm");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_routing_rules_order",
                table: "inquiries_routing_rules",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_sendings_at",
                table: "inquiries_sendings",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_inquiries_sendings_inquiry_id",
                table: "inquiries_sendings",
                column: "inquiry_id");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_changes_at",
                table: "kernel_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_ledger_previous",
                table: "kernel_ledger",
                column: "previous",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_ledger_subject",
                table: "kernel_ledger",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_done_at_given_up_at_due_at",
                table: "kernel_outbox",
                columns: new[] { "done_at", "given_up_at", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_scopes");

            migrationBuilder.DropTable(
                name: "accounts_tokens");

            migrationBuilder.DropTable(
                name: "catalogue_imported_feeds");

            migrationBuilder.DropTable(
                name: "catalogue_pages");

            migrationBuilder.DropTable(
                name: "catalogue_parts");

            migrationBuilder.DropTable(
                name: "catalogue_revisions");

            migrationBuilder.DropTable(
                name: "catalogue_slugs");

            migrationBuilder.DropTable(
                name: "catalogue_subjects");

            migrationBuilder.DropTable(
                name: "inquiries_attachments");

            migrationBuilder.DropTable(
                name: "inquiries_contacts");

            migrationBuilder.DropTable(
                name: "inquiries_links");

            migrationBuilder.DropTable(
                name: "inquiries_messages");

            migrationBuilder.DropTable(
                name: "inquiries_parts");

            migrationBuilder.DropTable(
                name: "inquiries_products");

            migrationBuilder.DropTable(
                name: "inquiries_routing_rules");

            migrationBuilder.DropTable(
                name: "inquiries_sendings");

            migrationBuilder.DropTable(
                name: "kernel_changes");

            migrationBuilder.DropTable(
                name: "kernel_keys");

            migrationBuilder.DropTable(
                name: "kernel_ledger");

            migrationBuilder.DropTable(
                name: "kernel_outbox");

            migrationBuilder.DropTable(
                name: "media_files");

            migrationBuilder.DropTable(
                name: "accounts_people");

            migrationBuilder.DropTable(
                name: "inquiries_inquiries");
        }
    }
}
