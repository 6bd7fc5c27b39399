-- What the office chose of the house rules, and what it changed: one row at most.

-- +goose Up

CREATE TABLE "house_rule" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "profile" TEXT,
  "since" TEXT,
  "by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT
) STRICT;
CREATE INDEX "house_rule__by" ON "house_rule" ("by");

CREATE TABLE "house_rule_changes" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "house_rule" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "rule" TEXT,
  "used" TEXT,
  "characters" INTEGER,
  "letters" INTEGER,
  "digits" INTEGER,
  "months" INTEGER,
  "special_months" INTEGER,
  "days" INTEGER,
  "day" TEXT,
  "since" TEXT,
  "by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "why" TEXT
) STRICT;
CREATE INDEX "house_rule_changes__parent_id" ON "house_rule_changes" ("parent_id", "pos");
CREATE INDEX "house_rule_changes__by" ON "house_rule_changes" ("by");
