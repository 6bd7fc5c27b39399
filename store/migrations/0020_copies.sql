-- The program's own copies of this file: where they go and how they went, and the
-- keys that they are sealed to. They belong to this office on this PC, so they are
-- no register and no export holds them; each change of them stands in the trail.

-- +goose Up

CREATE TABLE copy_setting (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  tag TEXT NOT NULL,
  every INTEGER NOT NULL,
  at_close INTEGER NOT NULL,
  days INTEGER NOT NULL,
  weeks INTEGER NOT NULL,
  months INTEGER NOT NULL,
  plan TEXT NOT NULL
) STRICT;
-- tag: by which the copies of this office are known in a folder, without its name.
INSERT INTO copy_setting (one, tag, every, at_close, days, weeks, months, plan)
VALUES (1, lower(hex(randomblob(4))), 1, 1, 7, 4, 12, '');

CREATE TABLE copy_destination (
  pos INTEGER PRIMARY KEY,
  folder TEXT NOT NULL UNIQUE,
  tried TEXT NOT NULL,
  outcome TEXT NOT NULL,
  said TEXT NOT NULL,
  made TEXT NOT NULL,
  file TEXT NOT NULL,
  head TEXT NOT NULL
) STRICT;

-- The public half, and the private one under the passphrase (package vault).
CREATE TABLE office_key (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  public TEXT NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;

-- The last revision of each paper that a file had which a restore replaced: those
-- that were printed since the copy lie signed in a binder, and theirs is not to be
-- given again.
CREATE TABLE print_given (
  kind TEXT NOT NULL,
  register TEXT NOT NULL,
  subject TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (kind, register, subject)
) STRICT;
