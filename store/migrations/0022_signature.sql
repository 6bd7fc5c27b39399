-- Who has to sign a printed paper, and the forms in which it came back signed:
-- a scan, a PDF with signatures in it, a signature around one.

-- +goose Up

CREATE TABLE "print_signed" (
  "uid" TEXT PRIMARY KEY,
  "print" TEXT NOT NULL REFERENCES "print" ("uid") ON DELETE RESTRICT,
  "how" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "mime" TEXT NOT NULL,
  "sha256" TEXT NOT NULL REFERENCES "blob" ("sha256") ON DELETE RESTRICT,
  "day" TEXT NOT NULL,
  "signer" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "who" TEXT NOT NULL
) STRICT;
CREATE INDEX "print_signed__print" ON "print_signed" ("print");
CREATE INDEX "print_signed__sha256" ON "print_signed" ("sha256");

CREATE TABLE "print_signer" (
  "print" TEXT NOT NULL REFERENCES "print" ("uid") ON DELETE RESTRICT,
  "pos" INTEGER NOT NULL,
  "role" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "signed" TEXT REFERENCES "print_signed" ("uid") ON DELETE RESTRICT,
  PRIMARY KEY ("print", "pos")
) STRICT;
CREATE INDEX "print_signer__signed" ON "print_signer" ("signed");
