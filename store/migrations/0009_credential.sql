-- Credentials, extraordinary accesses and attempts at access; and what is given to
-- one owner for ever, as a user-ID to its person: the digest of the value, as it
-- is compared.

-- +goose Up

CREATE TABLE "given" (
  "register" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  PRIMARY KEY ("register", "field", "digest")
) STRICT;

CREATE TABLE "credential" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "person" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "system" INTEGER REFERENCES "system" ("id") ON DELETE RESTRICT,
  "kind" TEXT,
  "user_id" TEXT,
  "profile" TEXT,
  "special" TEXT,
  "requested_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "requested" TEXT,
  "issued" TEXT,
  "provisional" TEXT,
  "device_serial" TEXT,
  "device_given" TEXT,
  "tested" TEXT,
  "opened" TEXT,
  "rules_signed" TEXT,
  "first_change" TEXT,
  "last_change" TEXT,
  "last_use" TEXT,
  "lost" TEXT,
  "reissued" TEXT,
  "disabled" TEXT,
  "why" TEXT,
  "device_returned" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "credential__person" ON "credential" ("person");
CREATE INDEX "credential__system" ON "credential" ("system");
CREATE INDEX "credential__requested_by" ON "credential" ("requested_by");

CREATE TABLE "credential_treatments" (
  "parent_id" INTEGER NOT NULL REFERENCES "credential" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "credential_treatments__ref_id" ON "credential_treatments" ("ref_id");

CREATE TABLE "extra_access" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "absent" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "system" INTEGER REFERENCES "system" ("id") ON DELETE RESTRICT,
  "reason" TEXT,
  "agreed_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "agreed" TEXT,
  "reset" TEXT,
  "reset_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "given" TEXT,
  "given_to" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "until" TEXT,
  "told" TEXT,
  "changed" TEXT
) STRICT;
CREATE INDEX "extra_access__absent" ON "extra_access" ("absent");
CREATE INDEX "extra_access__system" ON "extra_access" ("system");
CREATE INDEX "extra_access__agreed_by" ON "extra_access" ("agreed_by");
CREATE INDEX "extra_access__reset_by" ON "extra_access" ("reset_by");
CREATE INDEX "extra_access__given_to" ON "extra_access" ("given_to");

CREATE TABLE "access_attempt" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "on" TEXT,
  "time" TEXT,
  "system" INTEGER REFERENCES "system" ("id") ON DELETE RESTRICT,
  "user_id" TEXT,
  "what" TEXT,
  "seen_by" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "told" TEXT,
  "breach" TEXT
) STRICT;
CREATE INDEX "access_attempt__system" ON "access_attempt" ("system");
CREATE INDEX "access_attempt__seen_by" ON "access_attempt" ("seen_by");
