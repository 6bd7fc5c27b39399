-- What the contract with a supplier says of sub-processors, and who of its people
-- administers the systems.

-- +goose Up

ALTER TABLE "supplier" ADD COLUMN "sub_rule" TEXT;

CREATE TABLE "supplier_administrators" (
  "parent_id" INTEGER NOT NULL REFERENCES "supplier" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "supplier_administrators__ref_id" ON "supplier_administrators" ("ref_id");
