-- What every office file holds beside its registers.

-- +goose Up

-- The trail: one row a change, chained by hash (package store, audit.go).
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  host_user TEXT NOT NULL,
  action TEXT NOT NULL,
  register TEXT NOT NULL,
  uid TEXT NOT NULL,
  digest TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit__record ON audit (register, uid, seq);

-- The record after the change; NULL where it was lawfully erased.
CREATE TABLE audit_payload (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq) ON DELETE RESTRICT,
  body TEXT
) STRICT;

-- The attachments that a version names: their bytes are kept as long as it is.
CREATE TABLE audit_file (
  seq INTEGER NOT NULL REFERENCES audit (seq) ON DELETE RESTRICT,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (seq, sha256)
) STRICT;
CREATE INDEX audit_file__sha256 ON audit_file (sha256);

-- The last row of the trail, so that taking rows off its end shows too.
CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, '');

-- +goose StatementBegin
CREATE TRIGGER audit_append BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN
  SELECT RAISE(ABORT, 'audit rows are numbered without gaps');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_payload_append BEFORE INSERT ON audit_payload
WHEN EXISTS (SELECT 1 FROM audit_payload WHERE seq = NEW.seq)
BEGIN
  SELECT RAISE(ABORT, 'audit payloads are append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_payload_erase_only BEFORE UPDATE ON audit_payload
WHEN NEW.body IS NOT NULL OR NEW.seq <> OLD.seq
BEGIN
  SELECT RAISE(ABORT, 'audit payloads are erased or left alone');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_payload_no_delete BEFORE DELETE ON audit_payload
BEGIN
  SELECT RAISE(ABORT, 'audit payloads are append-only');
END;
-- +goose StatementEnd

-- What lists show of each record, and the words it is found by. Made anew from
-- the records at any time.
CREATE TABLE record_index (
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL,
  uid TEXT NOT NULL,
  title TEXT NOT NULL,
  second TEXT NOT NULL,
  sort BLOB NOT NULL,
  ended INTEGER NOT NULL,
  complete INTEGER NOT NULL,
  updated TEXT NOT NULL,
  UNIQUE (register, uid)
) STRICT;
-- All that a list shows, in its order: a list is read from here alone.
CREATE INDEX record_index__list ON record_index (register, sort, uid, title, second, ended, complete, updated);

CREATE VIRTUAL TABLE record_search USING fts5 (
  title, words, content='', contentless_delete=1,
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);

-- Editors left open: what was typed and not saved yet.
CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  uid TEXT NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Bytes of attachments and of printed papers.
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
  register TEXT NOT NULL,
  record TEXT NOT NULL,
  path TEXT NOT NULL,
  pos INTEGER NOT NULL,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blob (sha256) ON DELETE RESTRICT,
  size INTEGER NOT NULL,
  PRIMARY KEY (register, record, path, pos)
) STRICT;
CREATE INDEX attachment__sha256 ON attachment (sha256);

-- Papers as they were printed.
CREATE TABLE print (
  uid TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  register TEXT NOT NULL,
  subject TEXT NOT NULL,
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  state TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES blob (sha256) ON DELETE RESTRICT,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX print__paper ON print (kind, register, subject, revision);
CREATE INDEX print__sha256 ON print (sha256);
