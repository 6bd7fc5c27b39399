-- Who left the office or changed duty, and what ended with it.

-- +goose Up

CREATE TABLE "leaving" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "kind" TEXT,
  "on" TEXT,
  "new_duty" TEXT,
  "why" TEXT,
  "told_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "told" TEXT,
  "cut" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "leaving__person" ON "leaving" ("person");
CREATE INDEX "leaving__told_by" ON "leaving" ("told_by");

CREATE TABLE "leaving_appointments" (
  "parent_id" INTEGER NOT NULL REFERENCES "leaving" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "appointment" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "leaving_appointments__ref_id" ON "leaving_appointments" ("ref_id");

CREATE TABLE "leaving_credentials" (
  "parent_id" INTEGER NOT NULL REFERENCES "leaving" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "credential" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "leaving_credentials__ref_id" ON "leaving_credentials" ("ref_id");

CREATE TABLE "leaving_permissions" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "leaving" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "archive" TEXT,
  "letters" TEXT
) STRICT;
CREATE INDEX "leaving_permissions__parent_id" ON "leaving_permissions" ("parent_id", "pos");

CREATE TABLE "leaving_things" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "leaving" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "what" TEXT,
  "returned" TEXT
) STRICT;
CREATE INDEX "leaving_things__parent_id" ON "leaving_things" ("parent_id", "pos");
