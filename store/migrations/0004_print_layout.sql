-- What stands where on the pages of a printed paper, so that it can be shown
-- again as it was; NULL for those kept before, which have their PDF alone.

-- +goose Up

ALTER TABLE "print" ADD COLUMN "layout" TEXT REFERENCES "blob" ("sha256") ON DELETE RESTRICT;
CREATE INDEX "print__layout" ON "print" ("layout");
