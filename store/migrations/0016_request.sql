-- Requests of data subjects (artt. 12–22 GDPR).

-- +goose Up

CREATE TABLE "request" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "number" TEXT,
  "received" TEXT,
  "means" TEXT,
  "noted_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "words" TEXT,
  "subject" TEXT,
  "subject_contacts" TEXT,
  "asker" TEXT,
  "applicant" TEXT,
  "applicant_contacts" TEXT,
  "applicant_paper" TEXT,
  "helper" TEXT,
  "identity" TEXT,
  "identity_on" TEXT,
  "proof_asked" TEXT,
  "proof_came" TEXT,
  "proof_why" TEXT,
  "extent" TEXT,
  "data" TEXT,
  "wanted" TEXT,
  "extended" TEXT,
  "extended_why" TEXT,
  "stopped" TEXT,
  "outcome" TEXT,
  "done" TEXT,
  "ground" TEXT,
  "limit" TEXT,
  "ground_why" TEXT,
  "remedies" TEXT,
  "charge" INTEGER,
  "charge_why" TEXT,
  "answered" TEXT,
  "answered_by" TEXT,
  "no_recipients" INTEGER,
  "recipients_why" TEXT,
  "remarks" TEXT,
  "annulled" TEXT,
  "annulled_why" TEXT
) STRICT;
CREATE INDEX "request__noted_by" ON "request" ("noted_by");

CREATE TABLE "request_rights" (
  "parent_id" INTEGER NOT NULL REFERENCES "request" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "request_treatments" (
  "parent_id" INTEGER NOT NULL REFERENCES "request" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "request_treatments__ref_id" ON "request_treatments" ("ref_id");

CREATE TABLE "request_recipients" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "request" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "other" TEXT,
  "what" TEXT,
  "told" TEXT,
  "how" TEXT
) STRICT;
CREATE INDEX "request_recipients__parent_id" ON "request_recipients" ("parent_id", "pos");
CREATE INDEX "request_recipients__supplier" ON "request_recipients" ("supplier");
