-- Archives, systems, measures of the office, crisis team; suppliers whole.

-- +goose Up

CREATE TABLE "archive" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "room" INTEGER REFERENCES "room" ("id") ON DELETE RESTRICT,
  "system" INTEGER REFERENCES "system" ("id") ON DELETE RESTRICT,
  "charge" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "disseminated" TEXT,
  "instructions" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "archive__room" ON "archive" ("room");
CREATE INDEX "archive__system" ON "archive" ("system");
CREATE INDEX "archive__charge" ON "archive" ("charge");

CREATE TABLE "archive_classes" (
  "parent_id" INTEGER NOT NULL REFERENCES "archive" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "archive_treatments" (
  "parent_id" INTEGER NOT NULL REFERENCES "archive" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "archive_treatments__ref_id" ON "archive_treatments" ("ref_id");

CREATE TABLE "archive_admitted" (
  "parent_id" INTEGER NOT NULL REFERENCES "archive" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "archive_admitted__ref_id" ON "archive_admitted" ("ref_id");

CREATE TABLE "system" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "serial" TEXT,
  "room" INTEGER REFERENCES "room" ("id") ON DELETE RESTRICT,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "operating_system" TEXT,
  "peripherals" TEXT,
  "public" TEXT,
  "links" TEXT,
  "antivirus" TEXT,
  "antivirus_on" TEXT,
  "patched_on" TEXT,
  "password" INTEGER,
  "defence" TEXT,
  "defence_every" INTEGER,
  "broken_on" TEXT,
  "working_on" TEXT,
  "decided_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "decided_on" TEXT,
  "disposed" TEXT,
  "wiped" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "system__room" ON "system" ("room");
CREATE INDEX "system__supplier" ON "system" ("supplier");
CREATE INDEX "system__decided_by" ON "system" ("decided_by");

CREATE TABLE "system_software" (
  "parent_id" INTEGER NOT NULL REFERENCES "system" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "system_users" (
  "parent_id" INTEGER NOT NULL REFERENCES "system" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "system_users__ref_id" ON "system_users" ("ref_id");

ALTER TABLE "supplier" ADD COLUMN "safeguard" TEXT;
ALTER TABLE "supplier" ADD COLUMN "responsible" TEXT;
ALTER TABLE "supplier" ADD COLUMN "contract_end" TEXT;
ALTER TABLE "supplier" ADD COLUMN "object" TEXT;
ALTER TABLE "supplier" ADD COLUMN "nature" TEXT;
ALTER TABLE "supplier" ADD COLUMN "purpose" TEXT;
ALTER TABLE "supplier" ADD COLUMN "places" TEXT;
ALTER TABLE "supplier" ADD COLUMN "experience" TEXT;
ALTER TABLE "supplier" ADD COLUMN "ability" TEXT;
ALTER TABLE "supplier" ADD COLUMN "reliable" TEXT;
ALTER TABLE "supplier" ADD COLUMN "measures" TEXT;
ALTER TABLE "supplier" ADD COLUMN "measures_on" TEXT;
ALTER TABLE "supplier" ADD COLUMN "no_less" INTEGER;
ALTER TABLE "supplier" ADD COLUMN "knows" TEXT;
ALTER TABLE "supplier" ADD COLUMN "keeps" TEXT;
ALTER TABLE "supplier" ADD COLUMN "follows" TEXT;
ALTER TABLE "supplier" ADD COLUMN "reports" TEXT;
ALTER TABLE "supplier" ADD COLUMN "accepts" TEXT;
ALTER TABLE "supplier" ADD COLUMN "report" TEXT;
ALTER TABLE "supplier" ADD COLUMN "audit" TEXT;
ALTER TABLE "supplier" ADD COLUMN "policy" TEXT;
ALTER TABLE "supplier" ADD COLUMN "ended" TEXT;
CREATE TABLE "supplier_data_types" (
  "parent_id" INTEGER NOT NULL REFERENCES "supplier" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "supplier_subjects" (
  "parent_id" INTEGER NOT NULL REFERENCES "supplier" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "supplier_alerts" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "supplier" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "date" TEXT,
  "text" TEXT
) STRICT;
CREATE INDEX "supplier_alerts__parent_id" ON "supplier_alerts" ("parent_id", "pos");

CREATE TABLE "supplier_sub_processors" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "supplier" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "name" TEXT,
  "country" TEXT,
  "service" TEXT
) STRICT;
CREATE INDEX "supplier_sub_processors__parent_id" ON "supplier_sub_processors" ("parent_id", "pos");

CREATE TABLE "office_measure" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "measure" TEXT,
  "state" TEXT,
  "reason" TEXT,
  "adopted" TEXT,
  "due" TEXT,
  "adopted_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "note" TEXT
) STRICT;
CREATE INDEX "office_measure__adopted_by" ON "office_measure" ("adopted_by");

CREATE TABLE "office_measure_dangers" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "office_measure" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "danger" TEXT
) STRICT;
CREATE INDEX "office_measure_dangers__parent_id" ON "office_measure_dangers" ("parent_id", "pos");

CREATE TABLE "office_measure_dangers_risks" (
  "parent_id" INTEGER NOT NULL REFERENCES "office_measure_dangers" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "crisis_member" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "function" TEXT,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "outsider" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "substitute" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "from" TEXT,
  "to" TEXT
) STRICT;
CREATE INDEX "crisis_member__person" ON "crisis_member" ("person");
CREATE INDEX "crisis_member__substitute" ON "crisis_member" ("substitute");

ALTER TABLE "catalog_entry" ADD COLUMN "online" INTEGER;
ALTER TABLE "treatment_storages" ADD COLUMN "system" INTEGER REFERENCES "system" ("id") ON DELETE RESTRICT;
CREATE INDEX "treatment_storages__system" ON "treatment_storages" ("system");
ALTER TABLE "treatment_backups" ADD COLUMN "system" INTEGER REFERENCES "system" ("id") ON DELETE RESTRICT;
CREATE INDEX "treatment_backups__system" ON "treatment_backups" ("system");
