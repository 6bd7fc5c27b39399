-- The feast of the local patron, which the home page marks among the deadlines.

-- +goose Up

ALTER TABLE "office" ADD COLUMN "patron" TEXT;
