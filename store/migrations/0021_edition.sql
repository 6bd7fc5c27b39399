-- What was typed of a final edition of the document, for its table of revisions;
-- empty for other papers.

-- +goose Up

ALTER TABLE "print" ADD COLUMN "description" TEXT NOT NULL DEFAULT '';
