-- Training and its yearly plans, outside interventions, analyses of risk, inspections.

-- +goose Up

CREATE TABLE "intervention" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "company" TEXT,
  "technician" TEXT,
  "accompanied" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "system" INTEGER REFERENCES "system" ("id") ON DELETE RESTRICT,
  "subject" TEXT,
  "where" TEXT,
  "called" TEXT,
  "on" TEXT,
  "done" TEXT,
  "data_seen" TEXT,
  "data_what" TEXT,
  "working" TEXT,
  "declared" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "intervention__supplier" ON "intervention" ("supplier");
CREATE INDEX "intervention__accompanied" ON "intervention" ("accompanied");
CREATE INDEX "intervention__system" ON "intervention" ("system");

CREATE TABLE "risk_analysis" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "kind" TEXT,
  "subject" TEXT,
  "on" TEXT,
  "by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "advisers" TEXT,
  "matrix" TEXT,
  "versions" TEXT,
  "evident" TEXT,
  "evident_to" TEXT,
  "evident_on" TEXT,
  "next" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "risk_analysis__by" ON "risk_analysis" ("by");

CREATE TABLE "risk_analysis_systems" (
  "parent_id" INTEGER NOT NULL REFERENCES "risk_analysis" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "system" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "risk_analysis_systems__ref_id" ON "risk_analysis_systems" ("ref_id");

CREATE TABLE "risk_analysis_sites" (
  "parent_id" INTEGER NOT NULL REFERENCES "risk_analysis" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "site" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "risk_analysis_sites__ref_id" ON "risk_analysis_sites" ("ref_id");

CREATE TABLE "risk_analysis_dangers" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "risk_analysis" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "matrix" TEXT,
  "danger" TEXT,
  "before_probability" INTEGER,
  "before_consequence" INTEGER,
  "taken" TEXT,
  "after_probability" INTEGER,
  "after_consequence" INTEGER,
  "to_take" TEXT,
  "by_whom" TEXT,
  "due" TEXT,
  "done" TEXT
) STRICT;
CREATE INDEX "risk_analysis_dangers__parent_id" ON "risk_analysis_dangers" ("parent_id", "pos");

CREATE TABLE "risk_analysis_dangers_risks" (
  "parent_id" INTEGER NOT NULL REFERENCES "risk_analysis_dangers" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "inspection" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "unit" INTEGER REFERENCES "unit" ("id") ON DELETE RESTRICT,
  "on" TEXT,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "present" TEXT,
  "from" TEXT,
  "to" TEXT,
  "months" INTEGER,
  "no_findings" INTEGER,
  "outcome" TEXT,
  "signed" TEXT,
  "edition" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "inspection__unit" ON "inspection" ("unit");
CREATE INDEX "inspection__person" ON "inspection" ("person");
CREATE INDEX "inspection__supplier" ON "inspection" ("supplier");

CREATE TABLE "inspection_checked" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "inspection" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "what" TEXT,
  "rule" TEXT,
  "kept" TEXT
) STRICT;
CREATE INDEX "inspection_checked__parent_id" ON "inspection_checked" ("parent_id", "pos");

CREATE TABLE "inspection_findings" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "inspection" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "what" TEXT,
  "how" TEXT,
  "by_whom" TEXT,
  "due" TEXT,
  "done" TEXT
) STRICT;
CREATE INDEX "inspection_findings__parent_id" ON "inspection_findings" ("parent_id", "pos");

CREATE TABLE "training" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "title" TEXT,
  "trigger" TEXT,
  "teacher" TEXT,
  "place" TEXT,
  "planned" TEXT,
  "held" TEXT,
  "minutes" INTEGER,
  "material" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "training_topics" (
  "parent_id" INTEGER NOT NULL REFERENCES "training" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "training_people" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "training" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "present" TEXT,
  "test" TEXT,
  "signed" INTEGER
) STRICT;
CREATE INDEX "training_people__parent_id" ON "training_people" ("parent_id", "pos");
CREATE INDEX "training_people__person" ON "training_people" ("person");

CREATE TABLE "training_plan" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "year" TEXT,
  "made" TEXT,
  "made_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "goals" TEXT
) STRICT;
CREATE INDEX "training_plan__made_by" ON "training_plan" ("made_by");

CREATE TABLE "training_plan_needs" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "training_plan" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "experience" TEXT,
  "knowledge" TEXT,
  "technology" TEXT,
  "trigger" TEXT,
  "need" TEXT,
  "course" INTEGER REFERENCES "training" ("id") ON DELETE RESTRICT,
  "due" TEXT
) STRICT;
CREATE INDEX "training_plan_needs__parent_id" ON "training_plan_needs" ("parent_id", "pos");
CREATE INDEX "training_plan_needs__person" ON "training_plan_needs" ("person");
CREATE INDEX "training_plan_needs__course" ON "training_plan_needs" ("course");
