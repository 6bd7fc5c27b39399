-- The impact assessments of treatments (art. 35 GDPR) and the clients of the
-- processor's register (art. 30(2)).

-- +goose Up

CREATE TABLE "dpia" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "treatment" INTEGER REFERENCES "treatment" ("id") ON DELETE RESTRICT,
  "screened" TEXT,
  "screened_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "no_criteria" INTEGER,
  "no_types" INTEGER,
  "high" TEXT,
  "decision" TEXT,
  "why_not" TEXT,
  "description" TEXT,
  "necessity" TEXT,
  "matrix" TEXT,
  "risks" TEXT,
  "initial_probability" INTEGER,
  "initial_consequence" INTEGER,
  "measures" TEXT,
  "residual_probability" INTEGER,
  "residual_consequence" INTEGER,
  "dpo_opinion" TEXT,
  "no_dpo" INTEGER,
  "dpo_date" TEXT,
  "views" TEXT,
  "views_not" TEXT,
  "outcome" TEXT,
  "outcome_note" TEXT,
  "assessed" TEXT,
  "next" TEXT,
  "consulted" TEXT,
  "consult_protocol" TEXT,
  "replied" TEXT,
  "reply" TEXT
) STRICT;
CREATE INDEX "dpia__treatment" ON "dpia" ("treatment");
CREATE INDEX "dpia__screened_by" ON "dpia" ("screened_by");

CREATE TABLE "dpia_criteria" (
  "parent_id" INTEGER NOT NULL REFERENCES "dpia" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "dpia_types" (
  "parent_id" INTEGER NOT NULL REFERENCES "dpia" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "client" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "name" TEXT,
  "contacts" TEXT,
  "address" TEXT,
  "vat" TEXT,
  "representative" TEXT,
  "dpo" TEXT,
  "dpo_contacts" TEXT,
  "contract" TEXT,
  "contract_end" TEXT,
  "processing" TEXT,
  "transfer" TEXT,
  "measures_text" TEXT,
  "sub_rule" TEXT,
  "note" TEXT,
  "ended" TEXT
) STRICT;

CREATE TABLE "client_data_types" (
  "parent_id" INTEGER NOT NULL REFERENCES "client" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "client_subjects" (
  "parent_id" INTEGER NOT NULL REFERENCES "client" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "client_measures" (
  "parent_id" INTEGER NOT NULL REFERENCES "client" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "client_transfers" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "client" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "country" TEXT,
  "recipient" TEXT,
  "safeguard" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "client_transfers__parent_id" ON "client_transfers" ("parent_id", "pos");

CREATE TABLE "client_sub_processors" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "client" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "name" TEXT,
  "country" TEXT,
  "service" TEXT
) STRICT;
CREATE INDEX "client_sub_processors__parent_id" ON "client_sub_processors" ("parent_id", "pos");
