-- What is given to one owner for ever, as a user-ID to its person: the digest of
-- the value, as it is compared.

-- +goose Up

CREATE TABLE "given" (
  "register" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  PRIMARY KEY ("register", "field", "digest")
) STRICT;
