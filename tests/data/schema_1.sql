PRAGMA application_id = 1415009101;
PRAGMA user_version = 1;

CREATE TRIGGER article_text_stays BEFORE UPDATE OF text, sha256 ON article
BEGIN SELECT raise(ABORT, 'the text of an article never changes'); END;

CREATE TRIGGER journal_is_not_rewritten
BEFORE UPDATE OF seq, id, op, target, title, layer, author, at, codebook, articles, changes ON journal
BEGIN SELECT raise(ABORT, 'the journal is never rewritten'); END;

CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is never shortened'); END;

CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (rank),
    layer TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    fragments TEXT NOT NULL, -- [[start, end], ...]
    exact TEXT NOT NULL, -- the text at the fragments
    attributes TEXT NOT NULL, -- a JSON object
    origin TEXT NOT NULL,
    confidence REAL,
    state TEXT NOT NULL CHECK (state IN ('suggested', 'accepted', 'rejected')),
    codebook INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    changed_at TEXT,
    changed_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
    rank INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    ref TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, -- what lists show
    sha256 TEXT NOT NULL,
    title TEXT,
    lang TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('rtl', 'ltr')),
    source TEXT,
    url TEXT,
    published TEXT,
    extra TEXT NOT NULL, -- a JSON object
    zones TEXT NOT NULL, -- [[name, start, end], ...]
    text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE article_words USING fts5 (
    ref, title, text,
    content = '', columnsize = 0, prefix = '1 2', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE codebook (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    source TEXT NOT NULL -- the TOML text
) STRICT;

CREATE TABLE entry (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL, -- a JSON array
    kb_id TEXT,
    note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    op TEXT NOT NULL CHECK (op IN ('do', 'undo', 'redo', 'import')),
    target INTEGER REFERENCES journal (seq), -- the edit that was taken back or done again
    title TEXT NOT NULL,
    layer TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    codebook INTEGER NOT NULL,
    stack INTEGER NOT NULL CHECK (stack IN (0, 1, 2)), -- 1 can be undone, 2 can be redone
    articles TEXT NOT NULL, -- their ids, a JSON array
    changes TEXT NOT NULL -- [{"before": record or null, "after": record or null}, ...]
) STRICT;

CREATE TABLE journal_article (
    article INTEGER NOT NULL REFERENCES article (rank),
    seq INTEGER NOT NULL REFERENCES journal (seq),
    PRIMARY KEY (article, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
    id TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (rank),
    layer TEXT NOT NULL,
    role TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
    annotation TEXT REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
    entry TEXT REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    literal TEXT,
    CHECK ((annotation IS NOT NULL) + (entry IS NOT NULL) + (literal IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (
    article INTEGER NOT NULL REFERENCES article (rank),
    layer TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('new', 'in_progress', 'done')),
    annotators TEXT NOT NULL, -- a JSON array
    PRIMARY KEY (article, layer)
) STRICT, WITHOUT ROWID;

CREATE INDEX annotation_place ON annotation (layer, article, state, kind);

CREATE UNIQUE INDEX article_queue ON article (rank, id, ref, name);

CREATE INDEX article_sha256 ON article (sha256);

CREATE INDEX journal_stack ON journal (layer, stack);

CREATE INDEX link_annotation ON link (annotation) WHERE annotation IS NOT NULL;

CREATE INDEX link_entry ON link (entry) WHERE entry IS NOT NULL;

CREATE INDEX link_place ON link (layer, article);

CREATE INDEX link_source ON link (source);

CREATE INDEX progress_queue ON progress (layer, status, article);
