-- What each person may do with each archive: one record a person.

-- +goose Up

CREATE TABLE "permission" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "reviewed" TEXT
) STRICT;
CREATE UNIQUE INDEX "permission__person" ON "permission" ("person");

CREATE TABLE "permission_grants" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "permission" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "archive" INTEGER REFERENCES "archive" ("id") ON DELETE RESTRICT,
  "insert" INTEGER,
  "view" INTEGER,
  "change" INTEGER,
  "delete" INTEGER
) STRICT;
CREATE INDEX "permission_grants__parent_id" ON "permission_grants" ("parent_id", "pos");
CREATE INDEX "permission_grants__archive" ON "permission_grants" ("archive");
