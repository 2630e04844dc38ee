-- Books of the ledger in PostgreSQL. Amounts are bigint smallest parts, days are text YYYY-MM-DD, texts are compared byte by byte.
-- Peculiar to PostgreSQL are bytea, COLLATE "C" and the triggers.

-- One row a book: writers queue up at it. It exists from the first transaction on, with the number 0.
CREATE TABLE ledger_head (
  book   varchar(64) COLLATE "C" PRIMARY KEY,
  seq    bigint NOT NULL CHECK (seq >= 0),
  head   varchar(160),
  closed varchar(10),
  held   varchar(10)
);

CREATE TABLE ledger_entry (
  book      varchar(64) COLLATE "C" NOT NULL REFERENCES ledger_head (book),
  seq       bigint NOT NULL CHECK (seq > 0),
  recorded  bigint NOT NULL,
  entry_key varchar(64) COLLATE "C" NOT NULL,
  kind      varchar(64) NOT NULL,
  day       varchar(10) NOT NULL,
  reverses  varchar(64) COLLATE "C",
  body      bytea NOT NULL,
  hash      bytea NOT NULL,
  PRIMARY KEY (book, seq),
  UNIQUE (book, entry_key),
  UNIQUE (book, reverses),
  FOREIGN KEY (book, reverses) REFERENCES ledger_entry (book, entry_key)
);

-- The legs again, in columns, for the queries of the embedder. The body is what counts.
CREATE TABLE ledger_leg (
  book        varchar(64) COLLATE "C" NOT NULL,
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
  book   varchar(64) COLLATE "C" NOT NULL REFERENCES ledger_head (book),
  id     varchar(64) COLLATE "C" NOT NULL,
  unit   varchar(96) NOT NULL,
  batch  varchar(64) NOT NULL,
  place  varchar(200) NOT NULL,
  expiry varchar(10),
  PRIMARY KEY (book, id)
);

-- A second lock on what is never negative, whatever the rules of a fund. INSERT … ON CONFLICT DO UPDATE would not do here: the
-- CHECK judges the row proposed before the conflict is looked for, and would refuse every issue of goods.
CREATE TABLE ledger_balance (
  book    varchar(64) COLLATE "C" NOT NULL REFERENCES ledger_head (book),
  account varchar(64) COLLATE "C" NOT NULL,
  fund    varchar(64) COLLATE "C" NOT NULL,
  unit    varchar(96) COLLATE "C" NOT NULL,
  station varchar(64) COLLATE "C" NOT NULL,
  sub     varchar(64) COLLATE "C" NOT NULL,
  minor   bigint NOT NULL,
  PRIMARY KEY (book, account, fund, unit, station, sub),
  CHECK (account NOT IN ('stock', 'committed', 'time_bank') OR minor >= 0)
);

-- What each day changed.
CREATE TABLE ledger_day (
  book    varchar(64) COLLATE "C" NOT NULL REFERENCES ledger_head (book),
  account varchar(64) COLLATE "C" NOT NULL,
  fund    varchar(64) COLLATE "C" NOT NULL,
  unit    varchar(96) COLLATE "C" NOT NULL,
  station varchar(64) COLLATE "C" NOT NULL,
  sub     varchar(64) COLLATE "C" NOT NULL,
  day     varchar(10) COLLATE "C" NOT NULL,
  minor   bigint NOT NULL,
  PRIMARY KEY (book, account, fund, unit, station, sub, day)
);

CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_leg FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_lot FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ledger_head FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ledger_balance FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ledger_day FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER forward BEFORE UPDATE ON ledger_head FOR EACH ROW
  WHEN (NEW.seq <> OLD.seq + 1 OR NEW.book <> OLD.book) EXECUTE FUNCTION ledger_append_only();
