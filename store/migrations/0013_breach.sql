-- Personal data breaches, from the report to the last corrective action (spec 2);
-- and the numbers that were given, to whom, for ever.

-- +goose Up

CREATE TABLE "numbered" (
  "register" TEXT NOT NULL,
  "year" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "owner" TEXT NOT NULL,
  PRIMARY KEY ("register", "year", "number")
) STRICT;
CREATE INDEX "numbered__owner" ON "numbered" ("register", "owner");

CREATE TABLE "breach" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "updated" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "number" TEXT,
  "date" TEXT,
  "name" TEXT,
  "reporter" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "reporter_outside" TEXT,
  "channel" TEXT,
  "report" TEXT,
  "event_when" TEXT,
  "event" TEXT,
  "event_end" TEXT,
  "discovered" TEXT,
  "discovered_by" TEXT,
  "superior" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "superior_told" TEXT,
  "supplier" INTEGER REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  "supplier_aware" TEXT,
  "aware" TEXT,
  "aware_why" TEXT,
  "aware_saved" TEXT,
  "done_at_once" TEXT,
  "decision" TEXT,
  "team_date" TEXT,
  "subjects_known" TEXT,
  "subjects" INTEGER,
  "subjects_share" TEXT,
  "records_known" TEXT,
  "records" INTEGER,
  "personal_data" TEXT,
  "extent" TEXT,
  "period" TEXT,
  "data_form" TEXT,
  "consequences" TEXT,
  "is_breach" TEXT,
  "electronic" TEXT,
  "risk_date" TEXT,
  "item_1" TEXT,
  "item_2" TEXT,
  "item_3" TEXT,
  "item_4" TEXT,
  "item_5" TEXT,
  "item_6" TEXT,
  "item_7" TEXT,
  "item_8" TEXT,
  "item_9" TEXT,
  "item_10" TEXT,
  "item_11" TEXT,
  "item_12" TEXT,
  "item_13" TEXT,
  "item_14" TEXT,
  "item_15" TEXT,
  "item_16" TEXT,
  "item_17" TEXT,
  "item_18" TEXT,
  "enisa_context" TEXT,
  "enisa_context_value" TEXT,
  "enisa_identification" TEXT,
  "enisa_secrecy" TEXT,
  "enisa_integrity" TEXT,
  "enisa_availability" TEXT,
  "enisa_malice" TEXT,
  "notify" TEXT,
  "notify_why" TEXT,
  "notify_decided" TEXT,
  "notifier" INTEGER REFERENCES "person" ("id") ON DELETE RESTRICT,
  "communicate" TEXT,
  "communicate_exception" TEXT,
  "communicate_why" TEXT,
  "communicate_planned" TEXT,
  "drop_date" TEXT,
  "drop_why" TEXT,
  "drop_told" TEXT,
  "drop_corrective" TEXT,
  "corrective" TEXT,
  "stop_date" TEXT,
  "stop_why" TEXT,
  "stop_told" TEXT,
  "cause" TEXT,
  "cause_note" TEXT,
  "measures_before" TEXT,
  "severity" TEXT,
  "severity_why" TEXT,
  "cross_border" TEXT,
  "cross_states" TEXT,
  "outside_eea" TEXT,
  "other_authorities" TEXT,
  "other_bodies" TEXT,
  "police" TEXT,
  "police_when" TEXT,
  "closed" TEXT,
  "closing_remark" TEXT,
  "annulled" TEXT,
  "annulled_why" TEXT
) STRICT;
CREATE INDEX "breach__reporter" ON "breach" ("reporter");
CREATE INDEX "breach__superior" ON "breach" ("superior");
CREATE INDEX "breach__supplier" ON "breach" ("supplier");
CREATE INDEX "breach__notifier" ON "breach" ("notifier");

CREATE TABLE "breach_natures" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "breach_report_present" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "crisis_member" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_report_present__ref_id" ON "breach_report_present" ("ref_id");

CREATE TABLE "breach_subject_categories" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "breach_data_types" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "breach_treatments" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "treatment" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_treatments__ref_id" ON "breach_treatments" ("ref_id");

CREATE TABLE "breach_archives" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "archive" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_archives__ref_id" ON "breach_archives" ("ref_id");

CREATE TABLE "breach_systems" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "system" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_systems__ref_id" ON "breach_systems" ("ref_id");

CREATE TABLE "breach_suppliers" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "supplier" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_suppliers__ref_id" ON "breach_suppliers" ("ref_id");

CREATE TABLE "breach_people" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "person" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_people__ref_id" ON "breach_people" ("ref_id");

CREATE TABLE "breach_team_present" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "crisis_member" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_team_present__ref_id" ON "breach_team_present" ("ref_id");

CREATE TABLE "breach_risk_present" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "crisis_member" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_risk_present__ref_id" ON "breach_risk_present" ("ref_id");

CREATE TABLE "breach_drop_present" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "crisis_member" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_drop_present__ref_id" ON "breach_drop_present" ("ref_id");

CREATE TABLE "breach_stop_present" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "ref_id" INTEGER NOT NULL REFERENCES "crisis_member" ("id") ON DELETE RESTRICT,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;
CREATE INDEX "breach_stop_present__ref_id" ON "breach_stop_present" ("ref_id");

CREATE TABLE "breach_effects" (
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  PRIMARY KEY ("parent_id", "pos")
) STRICT;

CREATE TABLE "breach_aware_changes" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "was" TEXT,
  "reason" TEXT
) STRICT;
CREATE INDEX "breach_aware_changes__parent_id" ON "breach_aware_changes" ("parent_id", "pos");

CREATE TABLE "breach_containment" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "action" TEXT,
  "by" TEXT,
  "due" TEXT,
  "done" TEXT
) STRICT;
CREATE INDEX "breach_containment__parent_id" ON "breach_containment" ("parent_id", "pos");

CREATE TABLE "breach_notifications" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "phase" TEXT,
  "authority" TEXT,
  "document" TEXT,
  "how" TEXT,
  "sent" TEXT,
  "case_number" TEXT,
  "protocol" TEXT,
  "delay" TEXT,
  "form_version" TEXT
) STRICT;
CREATE INDEX "breach_notifications__parent_id" ON "breach_notifications" ("parent_id", "pos");

CREATE TABLE "breach_notifications_answers" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "breach_notifications" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "key" TEXT,
  "text" TEXT
) STRICT;
CREATE INDEX "breach_notifications_answers__parent_id" ON "breach_notifications_answers" ("parent_id", "pos");

CREATE TABLE "breach_communications" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "document" TEXT,
  "sent" TEXT,
  "means" TEXT,
  "not_direct" TEXT,
  "people" INTEGER,
  "text" TEXT
) STRICT;
CREATE INDEX "breach_communications__parent_id" ON "breach_communications" ("parent_id", "pos");

CREATE TABLE "breach_actions" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "date" TEXT,
  "action" TEXT,
  "responsible" TEXT,
  "due" TEXT,
  "done" TEXT,
  "told" TEXT,
  "outcome" TEXT,
  "if_negative" TEXT
) STRICT;
CREATE INDEX "breach_actions__parent_id" ON "breach_actions" ("parent_id", "pos");

CREATE TABLE "breach_correctives" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "date" TEXT,
  "action" TEXT,
  "responsible" TEXT,
  "due" TEXT,
  "done" TEXT,
  "told" TEXT,
  "outcome" TEXT,
  "if_negative" TEXT,
  "risk_update" TEXT,
  "document_update" TEXT
) STRICT;
CREATE INDEX "breach_correctives__parent_id" ON "breach_correctives" ("parent_id", "pos");

CREATE TABLE "breach_reopenings" (
  "id" INTEGER PRIMARY KEY,
  "parent_id" INTEGER NOT NULL REFERENCES "breach" ("id") ON DELETE CASCADE,
  "pos" INTEGER NOT NULL,
  "closed" TEXT,
  "date" TEXT,
  "who" TEXT,
  "reason" TEXT
) STRICT;
CREATE INDEX "breach_reopenings__parent_id" ON "breach_reopenings" ("parent_id", "pos");
