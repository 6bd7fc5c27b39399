-- Leaves to copy and hand over, deliveries, loans of paper, entries after hours,
-- erasures at the end of retention, checks of administrators.

-- +goose Up

CREATE TABLE "room_entry" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "room" INTEGER REFERENCES "room" ("id") ON DELETE RESTRICT,
  "site" INTEGER REFERENCES "site" ("id") ON DELETE RESTRICT,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "outsider" TEXT,
  "shown" TEXT,
  "let_in_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "why" TEXT,
  "in" TEXT,
  "out" TEXT,
  "noted_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "room_entry__room" ON "room_entry" ("room");
CREATE INDEX "room_entry__site" ON "room_entry" ("site");
CREATE INDEX "room_entry__person" ON "room_entry" ("person");
CREATE INDEX "room_entry__let_in_by" ON "room_entry" ("let_in_by");
CREATE INDEX "room_entry__noted_by" ON "room_entry" ("noted_by");

CREATE TABLE "erasure" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "treatment" INTEGER REFERENCES "treatment" ("id") ON DELETE RESTRICT,
  "period" TEXT,
  "count" TEXT,
  "outcome" TEXT,
  "reason" TEXT,
  "until" TEXT,
  "how" TEXT,
  "on" TEXT,
  "by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "minutes" TEXT
) STRICT;
CREATE INDEX "erasure__treatment" ON "erasure" ("treatment");
CREATE INDEX "erasure__by" ON "erasure" ("by");

CREATE TABLE "erasure_data_types" (
  "parent_id" INTEGER NOT NULL REFERENCES "erasure" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "sysadmin_check" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "on" TEXT,
  "from" TEXT,
  "to" TEXT,
  "looked" TEXT,
  "logs_since" TEXT,
  "logs_safe" TEXT,
  "outcome" TEXT,
  "findings" TEXT,
  "by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "sysadmin_check__person" ON "sysadmin_check" ("person");
CREATE INDEX "sysadmin_check__by" ON "sysadmin_check" ("by");

CREATE TABLE "copy_leave" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "on" TEXT,
  "what" TEXT,
  "data" TEXT,
  "archive" INTEGER REFERENCES "archive" ("id") ON DELETE RESTRICT,
  "asked_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "to" TEXT,
  "why" TEXT,
  "authorised_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "until" TEXT,
  "done" TEXT
) STRICT;
CREATE INDEX "copy_leave__archive" ON "copy_leave" ("archive");
CREATE INDEX "copy_leave__asked_by" ON "copy_leave" ("asked_by");
CREATE INDEX "copy_leave__authorised_by" ON "copy_leave" ("authorised_by");

CREATE TABLE "copy_leave_classes" (
  "parent_id" INTEGER NOT NULL REFERENCES "copy_leave" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "document_loan" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "archive" INTEGER REFERENCES "archive" ("id") ON DELETE RESTRICT,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "documents" TEXT,
  "why" TEXT,
  "taken" TEXT,
  "returned" TEXT,
  "complete" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "document_loan__archive" ON "document_loan" ("archive");
CREATE INDEX "document_loan__person" ON "document_loan" ("person");

CREATE TABLE "delivery" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "document" TEXT,
  "edition" TEXT,
  "copy_number" TEXT,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "on" TEXT,
  "how" TEXT,
  "signed" TEXT
) STRICT;
CREATE INDEX "delivery__person" ON "delivery" ("person");
CREATE INDEX "delivery__supplier" ON "delivery" ("supplier");
