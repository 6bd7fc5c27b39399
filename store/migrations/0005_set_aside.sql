-- +goose Up

CREATE TABLE "treatment_set_aside" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "danger" TEXT,
  "why" TEXT
) STRICT;
CREATE INDEX "treatment_set_aside__parent_id" ON "treatment_set_aside" ("parent_id", "pos");
