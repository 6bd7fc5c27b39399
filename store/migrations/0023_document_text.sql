-- What the office wrote itself of the sections of the accountability document.

-- +goose Up

CREATE TABLE "document_text" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "section" TEXT,
  "how" TEXT,
  "why" TEXT,
  "text" TEXT,
  "bare" INTEGER,
  "seen" TEXT
) STRICT;
