-- Books of the ledger in SQLite. Amounts are bigint smallest parts, days are text YYYY-MM-DD, texts are compared byte by byte.
-- The tables are those of PostgreSQL; the triggers differ.

-- One row a book: writers queue up at it. It exists from the first transaction on, with the number 0.
CREATE TABLE ledger_head (
  book   varchar(64) PRIMARY KEY,
  seq    bigint NOT NULL CHECK (seq >= 0),
  head   varchar(160),
  closed varchar(10),
  held   varchar(10)
);

CREATE TABLE ledger_entry (
  book      varchar(64) NOT NULL REFERENCES ledger_head (book),
  seq       bigint NOT NULL CHECK (seq > 0),
  recorded  bigint NOT NULL,
  entry_key varchar(64) NOT NULL,
  kind      varchar(64) NOT NULL,
  day       varchar(10) NOT NULL,
  reverses  varchar(64),
  body      blob NOT NULL,
  hash      blob NOT NULL,
  PRIMARY KEY (book, seq),
  UNIQUE (book, entry_key),
  UNIQUE (book, reverses),
  FOREIGN KEY (book, reverses) REFERENCES ledger_entry (book, entry_key)
);

-- The legs again, in columns, for the queries of the embedder. The body is what counts.
CREATE TABLE ledger_leg (
  book        varchar(64) NOT NULL,
  seq         bigint NOT NULL,
  line        integer NOT NULL,
  account     varchar(64) NOT NULL,
  minor       bigint NOT NULL,
  unit        varchar(96) NOT NULL,
  fund        varchar(64) NOT NULL,
  purpose     varchar(64) NOT NULL,
  use_class   varchar(64) NOT NULL,
  budget_line varchar(64) NOT NULL,
  station     varchar(64) NOT NULL,
  party       varchar(64) NOT NULL,
  lot         varchar(64) NOT NULL,
  contract    varchar(64) NOT NULL,
  commitment  varchar(64) NOT NULL,
  other_book  varchar(64) NOT NULL,
  PRIMARY KEY (book, seq, line),
  FOREIGN KEY (book, seq) REFERENCES ledger_entry (book, seq)
);

CREATE TABLE ledger_lot (
  book   varchar(64) NOT NULL REFERENCES ledger_head (book),
  id     varchar(64) NOT NULL,
  unit   varchar(96) NOT NULL,
  batch  varchar(64) NOT NULL,
  place  varchar(200) NOT NULL,
  expiry varchar(10),
  PRIMARY KEY (book, id)
);

-- A second lock on what is never negative, whatever the rules of a fund. INSERT … ON CONFLICT DO UPDATE would not do here: the
-- CHECK judges the row proposed before the conflict is looked for, and would refuse every issue of goods.
CREATE TABLE ledger_balance (
  book    varchar(64) NOT NULL REFERENCES ledger_head (book),
  account varchar(64) NOT NULL,
  fund    varchar(64) NOT NULL,
  unit    varchar(96) NOT NULL,
  station varchar(64) NOT NULL,
  sub     varchar(64) NOT NULL,
  minor   bigint NOT NULL,
  PRIMARY KEY (book, account, fund, unit, station, sub),
  CHECK (account NOT IN ('stock', 'committed', 'time_bank') OR minor >= 0)
);

-- What each day changed.
CREATE TABLE ledger_day (
  book    varchar(64) NOT NULL REFERENCES ledger_head (book),
  account varchar(64) NOT NULL,
  fund    varchar(64) NOT NULL,
  unit    varchar(96) NOT NULL,
  station varchar(64) NOT NULL,
  sub     varchar(64) NOT NULL,
  day     varchar(10) NOT NULL,
  minor   bigint NOT NULL,
  PRIMARY KEY (book, account, fund, unit, station, sub, day)
);

CREATE TRIGGER ledger_entry_rewritten BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_entry_removed BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_leg_rewritten BEFORE UPDATE ON ledger_leg BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_leg_removed BEFORE DELETE ON ledger_leg BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_lot_rewritten BEFORE UPDATE ON ledger_lot BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_lot_removed BEFORE DELETE ON ledger_lot BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_head_removed BEFORE DELETE ON ledger_head BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_balance_removed BEFORE DELETE ON ledger_balance BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_day_removed BEFORE DELETE ON ledger_day BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_head_forward BEFORE UPDATE ON ledger_head WHEN NEW.seq <> OLD.seq + 1 OR NEW.book <> OLD.book BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
