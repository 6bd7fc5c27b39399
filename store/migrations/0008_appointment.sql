-- The appointments: roles given by a letter, with their scope, signature and end.

-- +goose Up

CREATE TABLE "appointment" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "role" TEXT,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "substitute" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "tools" TEXT,
  "scope_note" TEXT,
  "experience" TEXT,
  "ability" TEXT,
  "reliable" TEXT,
  "appointer" TEXT,
  "delegation" INTEGER REFERENCES "appointment" ("id") ON DELETE RESTRICT,
  "appointed" TEXT,
  "rules" TEXT,
  "rules_on" TEXT,
  "signed" TEXT,
  "signed_facts" TEXT,
  "copy_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "copy_where" TEXT,
  "ended" TEXT,
  "end_reason" TEXT,
  "end_note" TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "appointment__person" ON "appointment" ("person");
CREATE INDEX "appointment__supplier" ON "appointment" ("supplier");
CREATE INDEX "appointment__substitute" ON "appointment" ("substitute");
CREATE INDEX "appointment__delegation" ON "appointment" ("delegation");
CREATE INDEX "appointment__copy_by" ON "appointment" ("copy_by");

CREATE TABLE "appointment_treatments" (
  "parent_id" INTEGER NOT NULL REFERENCES "appointment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "appointment_treatments__ref_id" ON "appointment_treatments" ("ref_id");

CREATE TABLE "appointment_archives" (
  "parent_id" INTEGER NOT NULL REFERENCES "appointment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "archive" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "appointment_archives__ref_id" ON "appointment_archives" ("ref_id");

CREATE TABLE "appointment_systems" (
  "parent_id" INTEGER NOT NULL REFERENCES "appointment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "system" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "appointment_systems__ref_id" ON "appointment_systems" ("ref_id");

CREATE TABLE "appointment_rooms" (
  "parent_id" INTEGER NOT NULL REFERENCES "appointment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "room" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "appointment_rooms__ref_id" ON "appointment_rooms" ("ref_id");

CREATE TABLE "appointment_sites" (
  "parent_id" INTEGER NOT NULL REFERENCES "appointment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "site" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "appointment_sites__ref_id" ON "appointment_sites" ("ref_id");
