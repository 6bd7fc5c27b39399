-- Backup plans, the log of copies, restores and removable media; and the plan that a
-- copy on the sheet of a treatment follows.

-- +goose Up

ALTER TABLE "treatment_backups" ADD COLUMN "plan" INTEGER REFERENCES "backup_plan" ("id") ON DELETE RESTRICT;
CREATE INDEX "treatment_backups__plan" ON "treatment_backups" ("plan");

CREATE TABLE "backup_plan" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "started" TEXT,
  "mode" TEXT,
  "interval" INTEGER,
  "copies" INTEGER,
  "retention" INTEGER,
  "kind" TEXT,
  "longest_months" INTEGER,
  "reuse" TEXT,
  "reuse_every" INTEGER,
  "room" INTEGER REFERENCES "room" ("id") ON DELETE RESTRICT,
  "where" TEXT,
  "keeper" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "substitute" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "successor" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "agreed" TEXT,
  "criteria" TEXT,
  "copy_how" TEXT,
  "check_how" TEXT,
  "restore_how" TEXT,
  "tests" INTEGER,
  "ended" TEXT,
  "end_reason" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "backup_plan__room" ON "backup_plan" ("room");
CREATE INDEX "backup_plan__keeper" ON "backup_plan" ("keeper");
CREATE INDEX "backup_plan__substitute" ON "backup_plan" ("substitute");
CREATE INDEX "backup_plan__successor" ON "backup_plan" ("successor");

CREATE TABLE "backup_plan_archives" (
  "parent_id" INTEGER NOT NULL REFERENCES "backup_plan" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "archive" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "backup_plan_archives__ref_id" ON "backup_plan_archives" ("ref_id");

CREATE TABLE "backup_plan_systems" (
  "parent_id" INTEGER NOT NULL REFERENCES "backup_plan" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "system" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "backup_plan_systems__ref_id" ON "backup_plan_systems" ("ref_id");

CREATE TABLE "backup_plan_software" (
  "parent_id" INTEGER NOT NULL REFERENCES "backup_plan" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "backup_plan_media" (
  "parent_id" INTEGER NOT NULL REFERENCES "backup_plan" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "medium" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "backup_plan_media__ref_id" ON "backup_plan_media" ("ref_id");

CREATE TABLE "backup_plan_protected" (
  "parent_id" INTEGER NOT NULL REFERENCES "backup_plan" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "backup_plan_access" (
  "parent_id" INTEGER NOT NULL REFERENCES "backup_plan" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "backup_plan_access__ref_id" ON "backup_plan_access" ("ref_id");

CREATE TABLE "backup_copy" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "plan" INTEGER REFERENCES "backup_plan" ("id") ON DELETE RESTRICT,
  "at" TEXT,
  "medium" INTEGER REFERENCES "medium" ("id") ON DELETE RESTRICT,
  "outcome" TEXT,
  "by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "verified" TEXT,
  "verified_how" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "backup_copy__plan" ON "backup_copy" ("plan");
CREATE INDEX "backup_copy__medium" ON "backup_copy" ("medium");
CREATE INDEX "backup_copy__by" ON "backup_copy" ("by");

CREATE TABLE "restore" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "purpose" TEXT,
  "what" TEXT,
  "plan" INTEGER REFERENCES "backup_plan" ("id") ON DELETE RESTRICT,
  "system" INTEGER REFERENCES "system" ("id") ON DELETE RESTRICT,
  "medium" INTEGER REFERENCES "medium" ("id") ON DELETE RESTRICT,
  "reason" TEXT,
  "decided_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "requested" TEXT,
  "back" TEXT,
  "outcome" TEXT,
  "restored" TEXT,
  "by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "note" TEXT
) STRICT;
CREATE INDEX "restore__plan" ON "restore" ("plan");
CREATE INDEX "restore__system" ON "restore" ("system");
CREATE INDEX "restore__medium" ON "restore" ("medium");
CREATE INDEX "restore__decided_by" ON "restore" ("decided_by");
CREATE INDEX "restore__by" ON "restore" ("by");

CREATE TABLE "medium" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "label" TEXT,
  "kind" TEXT,
  "content" TEXT,
  "encrypted" TEXT,
  "room" INTEGER REFERENCES "room" ("id") ON DELETE RESTRICT,
  "where" TEXT,
  "reused" TEXT,
  "reuse_how" TEXT,
  "destroyed" TEXT,
  "destroyed_how" TEXT,
  "destroyed_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "witness" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "lost" TEXT,
  "lost_note" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "medium__room" ON "medium" ("room");
CREATE INDEX "medium__destroyed_by" ON "medium" ("destroyed_by");
CREATE INDEX "medium__witness" ON "medium" ("witness");

CREATE TABLE "medium_classes" (
  "parent_id" INTEGER NOT NULL REFERENCES "medium" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
