-- When a treatment was last confirmed without changes.

-- +goose Up

ALTER TABLE "treatment" ADD COLUMN "reviewed" TEXT;
