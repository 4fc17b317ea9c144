/** "DLN1": says that an SQLite file is a Dateline archive (PRAGMA application_id). */
export const APPLICATION_ID = 0x444c4e31;

/** Columns that mentions and events share, so that one filter serves both. */
const FACTS = `
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL, mode TEXT, acled_event TEXT, acled_sub_event TEXT,
  country TEXT, admin1 TEXT, place TEXT, latitude REAL, longitude REAL, radius_km REAL,
  earliest TEXT, latest TEXT,
  killed_low INTEGER, killed INTEGER, killed_high INTEGER, injured INTEGER, abducted INTEGER, detained INTEGER, displaced INTEGER,
  certainty TEXT NOT NULL, reality TEXT NOT NULL, polarity TEXT NOT NULL, voice TEXT NOT NULL,
  publisher TEXT, published TEXT, confidence REAL NOT NULL,
  reports INTEGER NOT NULL, independent INTEGER NOT NULL`;

/** Tables and indices that hang on a table of facts: whole records apart, so that scans read slim rows; names; words. */
function around(table: "mentions" | "events", one: "mention" | "event"): string {
  return `
CREATE TABLE ${one}_records (key INTEGER PRIMARY KEY REFERENCES ${table} ON DELETE CASCADE, record TEXT NOT NULL);
CREATE TABLE ${one}_names (
  owner INTEGER NOT NULL REFERENCES ${table} ON DELETE CASCADE,
  role TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, kind TEXT, country TEXT, known TEXT);
CREATE INDEX ${one}_names_owner ON ${one}_names (owner);
CREATE INDEX ${one}_names_name ON ${one}_names (role, name, owner);
CREATE INDEX ${one}_names_known ON ${one}_names (known, owner) WHERE known IS NOT NULL;
CREATE VIRTUAL TABLE ${one}_words USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE INDEX ${table}_time ON ${table} (coalesce(earliest, ''), key);
CREATE INDEX ${table}_published ON ${table} (coalesce(published, ''), key);
CREATE INDEX ${table}_killed ON ${table} (coalesce(killed, -1), key);
CREATE INDEX ${table}_confidence ON ${table} (confidence, key);
CREATE INDEX ${table}_reports ON ${table} (independent, key);
CREATE INDEX ${table}_type ON ${table} (type, mode);
CREATE INDEX ${table}_country ON ${table} (country, place, admin1);
CREATE INDEX ${table}_point ON ${table} (latitude, longitude) WHERE latitude IS NOT NULL;
CREATE INDEX ${table}_publisher ON ${table} (publisher);
CREATE INDEX ${table}_acled ON ${table} (acled_event);
CREATE INDEX ${table}_factuality ON ${table} (certainty, reality, polarity, voice);
`;
}

/**
 * What each schema version adds to the one before it; the first makes version 1. A migration that has been released is never edited:
 * a change is a further entry.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE documents (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT, current INTEGER REFERENCES versions, added_at TEXT NOT NULL);
CREATE INDEX documents_url ON documents (url) WHERE url IS NOT NULL;
CREATE TABLE versions (
  key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, number INTEGER NOT NULL,
  content_hash TEXT NOT NULL, bytes_hash TEXT, original BLOB, media_type TEXT,
  source TEXT NOT NULL, text TEXT NOT NULL, title TEXT, publisher TEXT, published TEXT, language TEXT NOT NULL,
  warnings TEXT NOT NULL, added_at TEXT NOT NULL,
  UNIQUE (document, number), UNIQUE (document, content_hash));
CREATE INDEX versions_content ON versions (content_hash);
CREATE INDEX versions_publisher ON versions (publisher);
CREATE VIRTUAL TABLE document_words USING fts5 (title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE runs (
  id INTEGER PRIMARY KEY, started_at TEXT NOT NULL, ended_at TEXT, coder TEXT NOT NULL, command TEXT NOT NULL,
  added INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0);
CREATE TABLE failures (
  run INTEGER NOT NULL REFERENCES runs, name TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX failures_run ON failures (run);

CREATE TABLE codings (
  key INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES versions, coder TEXT NOT NULL, run INTEGER REFERENCES runs,
  coded BLOB NOT NULL, coded_at TEXT NOT NULL, UNIQUE (version, coder));
CREATE TABLE mentions (
  key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, coding INTEGER NOT NULL REFERENCES codings, ${FACTS});
CREATE INDEX mentions_document ON mentions (document);
${around("mentions", "mention")}

CREATE TABLE events (key INTEGER PRIMARY KEY, changed_at TEXT NOT NULL, ${FACTS});
${around("events", "event")}
CREATE TABLE event_mentions (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, mention TEXT NOT NULL, PRIMARY KEY (event, mention)) WITHOUT ROWID;
CREATE INDEX event_mentions_mention ON event_mentions (mention);
CREATE TABLE forwarding (
  from_id TEXT NOT NULL, to_id TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (from_id, to_id));

CREATE TABLE decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL, why TEXT, field TEXT, value TEXT,
  evidence TEXT, undoes INTEGER REFERENCES decisions);
CREATE TABLE decision_subjects (
  decision INTEGER NOT NULL REFERENCES decisions, ordinal INTEGER NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (decision, ordinal))
  WITHOUT ROWID;
CREATE INDEX decision_subjects_subject ON decision_subjects (subject, decision);
CREATE TABLE standing_decisions (decision INTEGER PRIMARY KEY REFERENCES decisions);
CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_are_not_removed BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
`,
  // Keys that are never given twice, so that whoever remembers rows knows which are new and which are gone.
  `
CREATE TABLE last_keys (of TEXT PRIMARY KEY, key INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO last_keys SELECT 'mentions', coalesce(max(key), 0) FROM mentions;
INSERT INTO last_keys SELECT 'events', coalesce(max(key), 0) FROM events;
`,
  `
CREATE TABLE mention_headings (
  heading INTEGER NOT NULL, place REAL NOT NULL, mention TEXT NOT NULL, PRIMARY KEY (heading, place, mention)) WITHOUT ROWID;
CREATE TABLE unmerged (key INTEGER PRIMARY KEY AUTOINCREMENT, mention TEXT NOT NULL UNIQUE);
CREATE TABLE staged_events (key INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE merge_state (one INTEGER PRIMARY KEY CHECK (one = 1), rule TEXT NOT NULL, decision INTEGER NOT NULL);
`,
];
