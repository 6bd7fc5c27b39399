-- The registers: one table each, child tables for lists, link tables for
-- catalogue entries and references to many. Columns are the fields of the forms.

-- +goose Up

CREATE TABLE "office" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "legal_form" TEXT,
  "body" TEXT,
  "tax_code" TEXT,
  "vat" TEXT,
  "sector" TEXT,
  "employees" INTEGER,
  "address" TEXT,
  "postcode" TEXT,
  "city" TEXT,
  "province" TEXT,
  "phone" TEXT,
  "fax" TEXT,
  "email" TEXT,
  "pec" TEXT,
  "breach_email" TEXT,
  "web" TEXT,
  "certifications" TEXT,
  "representative" TEXT,
  "representative_role" TEXT,
  "eu_representative" TEXT,
  "has_dpo" TEXT,
  "dpo" TEXT,
  "dpo_contacts" TEXT,
  "dpo_designated" TEXT,
  "dpo_notified" TEXT,
  "dpo_protocol" TEXT,
  "dpo_why_none" TEXT,
  "matrix" TEXT,
  "originals" TEXT,
  "print_tax_codes" INTEGER
) STRICT;

CREATE TABLE "office_joint_controllers" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "office" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "name" TEXT,
  "contacts" TEXT
) STRICT;
CREATE INDEX "office_joint_controllers__parent_id" ON "office_joint_controllers" ("parent_id", "pos");

CREATE TABLE "site" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "address" TEXT,
  "postcode" TEXT,
  "city" TEXT,
  "province" TEXT,
  "hours" TEXT,
  "protection" TEXT,
  "admitted_note" TEXT,
  "keeper" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "substitute" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "shut_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "site__keeper" ON "site" ("keeper");
CREATE INDEX "site__substitute" ON "site" ("substitute");
CREATE INDEX "site__shut_by" ON "site" ("shut_by");

CREATE TABLE "site_ways_in" (
  "parent_id" INTEGER NOT NULL REFERENCES "site" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "site_admitted" (
  "parent_id" INTEGER NOT NULL REFERENCES "site" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "site_admitted__ref_id" ON "site_admitted" ("ref_id");

CREATE TABLE "room" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "site" INTEGER REFERENCES "site" ("id") ON DELETE RESTRICT,
  "floor" TEXT,
  "use" TEXT,
  "hours" TEXT,
  "protection" TEXT,
  "admitted_note" TEXT,
  "keeper" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "substitute" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "shut_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "room__site" ON "room" ("site");
CREATE INDEX "room__keeper" ON "room" ("keeper");
CREATE INDEX "room__substitute" ON "room" ("substitute");
CREATE INDEX "room__shut_by" ON "room" ("shut_by");

CREATE TABLE "room_ways_in" (
  "parent_id" INTEGER NOT NULL REFERENCES "room" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "room_admitted" (
  "parent_id" INTEGER NOT NULL REFERENCES "room" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "room_admitted__ref_id" ON "room_admitted" ("ref_id");

CREATE TABLE "unit" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "site" INTEGER REFERENCES "site" ("id") ON DELETE RESTRICT,
  "head" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "note" TEXT
) STRICT;
CREATE INDEX "unit__site" ON "unit" ("site");
CREATE INDEX "unit__head" ON "unit" ("head");

CREATE TABLE "unit_treatments" (
  "parent_id" INTEGER NOT NULL REFERENCES "unit" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "unit_treatments__ref_id" ON "unit_treatments" ("ref_id");

CREATE TABLE "supplier" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "service" TEXT,
  "role" TEXT,
  "country" TEXT,
  "vat" TEXT,
  "contract" TEXT,
  "address" TEXT,
  "contacts" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "catalog_entry" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "catalogue" TEXT,
  "label" TEXT,
  "slug" TEXT,
  "class" TEXT,
  "marketing" INTEGER,
  "profiling" INTEGER,
  "nature" TEXT,
  "minors" INTEGER,
  "vulnerable" INTEGER,
  "outside" INTEGER,
  "tool_kind" TEXT,
  "negative" INTEGER,
  "producer" TEXT,
  "country" TEXT,
  "note" TEXT,
  "withdrawn" INTEGER
) STRICT;

CREATE TABLE "catalog_entry_dangers" (
  "parent_id" INTEGER NOT NULL REFERENCES "catalog_entry" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "title" TEXT,
  "paper_date" TEXT,
  "no_partners" INTEGER,
  "others_inside" TEXT,
  "description" TEXT,
  "special" TEXT,
  "bases9_text" TEXT,
  "basis10" TEXT,
  "disseminated" TEXT,
  "notice" TEXT,
  "notice_edition" TEXT,
  "notice_date" TEXT,
  "notice_how" TEXT,
  "notice_exemption" TEXT,
  "profiling" TEXT,
  "minors_consent" TEXT,
  "consent_proof" TEXT,
  "frequency" TEXT,
  "retention_text" TEXT,
  "transfer" TEXT,
  "mode" TEXT,
  "matrix" TEXT,
  "probability" INTEGER,
  "consequence" INTEGER,
  "before_probability" INTEGER,
  "before_consequence" INTEGER,
  "risk_note" TEXT,
  "further" TEXT,
  "further_by" TEXT,
  "archived" TEXT,
  "archive_reason" TEXT
) STRICT;

CREATE TABLE "treatment_sites" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "site" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "treatment_sites__ref_id" ON "treatment_sites" ("ref_id");

CREATE TABLE "treatment_people" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "treatment_people__ref_id" ON "treatment_people" ("ref_id");

CREATE TABLE "treatment_partners" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "treatment_partners__ref_id" ON "treatment_partners" ("ref_id");

CREATE TABLE "treatment_sources" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_bases" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_bases9" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_data_types" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_subjects" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_recipients" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_tools" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_purposes" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "purpose" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "treatment_purposes__parent_id" ON "treatment_purposes" ("parent_id", "pos");

CREATE TABLE "treatment_purposes_bases" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment_purposes" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_retention" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "term" INTEGER,
  "unit" TEXT,
  "from" TEXT,
  "event" TEXT,
  "source" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "treatment_retention__parent_id" ON "treatment_retention" ("parent_id", "pos");

CREATE TABLE "treatment_retention_data_types" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment_retention" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_transfers" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "country" TEXT,
  "recipient" TEXT,
  "safeguard" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "treatment_transfers__parent_id" ON "treatment_transfers" ("parent_id", "pos");

CREATE TABLE "treatment_storages" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "name" TEXT,
  "where" TEXT,
  "site" INTEGER REFERENCES "site" ("id") ON DELETE RESTRICT,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "note" TEXT
) STRICT;
CREATE INDEX "treatment_storages__parent_id" ON "treatment_storages" ("parent_id", "pos");
CREATE INDEX "treatment_storages__site" ON "treatment_storages" ("site");
CREATE INDEX "treatment_storages__supplier" ON "treatment_storages" ("supplier");

CREATE TABLE "treatment_storages_access" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment_storages" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "treatment_storages_access__ref_id" ON "treatment_storages_access" ("ref_id");

CREATE TABLE "treatment_storages_software" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment_storages" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_backups" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "name" TEXT,
  "where" TEXT,
  "site" INTEGER REFERENCES "site" ("id") ON DELETE RESTRICT,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "frequency" INTEGER,
  "history" INTEGER,
  "note" TEXT
) STRICT;
CREATE INDEX "treatment_backups__parent_id" ON "treatment_backups" ("parent_id", "pos");
CREATE INDEX "treatment_backups__site" ON "treatment_backups" ("site");
CREATE INDEX "treatment_backups__supplier" ON "treatment_backups" ("supplier");

CREATE TABLE "treatment_backups_access" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment_backups" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "treatment_backups_access__ref_id" ON "treatment_backups_access" ("ref_id");

CREATE TABLE "treatment_backups_software" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment_backups" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "treatment_measures" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "measure" TEXT,
  "state" TEXT,
  "reason" TEXT,
  "adopted" TEXT,
  "due" TEXT,
  "adopted_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "note" TEXT
) STRICT;
CREATE INDEX "treatment_measures__parent_id" ON "treatment_measures" ("parent_id", "pos");
CREATE INDEX "treatment_measures__adopted_by" ON "treatment_measures" ("adopted_by");

CREATE TABLE "treatment_measures_dangers" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "treatment_measures" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "danger" TEXT
) STRICT;
CREATE INDEX "treatment_measures_dangers__parent_id" ON "treatment_measures_dangers" ("parent_id", "pos");

CREATE TABLE "treatment_measures_dangers_risks" (
  "parent_id" INTEGER NOT NULL REFERENCES "treatment_measures_dangers" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "person" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "surname" TEXT,
  "name" TEXT,
  "tax_code" TEXT,
  "kind" TEXT,
  "birth" TEXT,
  "birth_place" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "address" TEXT,
  "unit" INTEGER REFERENCES "unit" ("id") ON DELETE RESTRICT,
  "superior" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "start" TEXT,
  "end" TEXT,
  "end_reason" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "person__unit" ON "person" ("unit");
CREATE INDEX "person__superior" ON "person" ("superior");

CREATE TABLE "person_duties" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "duty" TEXT,
  "from" TEXT,
  "to" TEXT
) STRICT;
CREATE INDEX "person_duties__parent_id" ON "person_duties" ("parent_id", "pos");
