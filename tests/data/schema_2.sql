PRAGMA application_id = 1415009101;
PRAGMA user_version = 2;

CREATE TRIGGER article_text_stays BEFORE UPDATE OF text, sha256 ON article
BEGIN SELECT raise(ABORT, 'the text of an article never changes'); END;

CREATE TRIGGER card_changed AFTER UPDATE ON card BEGIN
    UPDATE shelf SET binned = new.binned, priority = new.priority WHERE article = new.article;
    DELETE FROM card_word WHERE article = old.article;
    INSERT INTO card_word SELECT 'assignee', value, new.article FROM json_each(new.assignees);
    INSERT INTO card_word SELECT 'tag', value, new.article FROM json_each(new.tags);
END;

CREATE TRIGGER card_gone AFTER DELETE ON card BEGIN
    UPDATE shelf SET binned = 0, priority = 0 WHERE article = old.article;
    DELETE FROM card_word WHERE article = old.article;
END;

CREATE TRIGGER card_made AFTER INSERT ON card BEGIN
    UPDATE shelf SET binned = new.binned, priority = new.priority WHERE article = new.article;
    INSERT INTO card_word SELECT 'assignee', value, new.article FROM json_each(new.assignees);
    INSERT INTO card_word SELECT 'tag', value, new.article FROM json_each(new.tags);
END;

CREATE TRIGGER journal_is_not_rewritten
BEFORE UPDATE OF seq, id, op, target, title, layer, author, at, codebook, articles, changes ON journal
BEGIN SELECT raise(ABORT, 'the journal is never rewritten'); END;

CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is never shortened'); END;

CREATE TABLE activity (
    day TEXT NOT NULL,
    layer TEXT NOT NULL,
    author TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (rank),
    seconds REAL NOT NULL,
    PRIMARY KEY (day, layer, author, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE "annotation" (
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
    state TEXT NOT NULL CHECK (state = 'accepted' OR state = 'suggested' OR state = 'rejected'),
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

CREATE TABLE card (
    article INTEGER PRIMARY KEY REFERENCES article (rank),
    assignees TEXT NOT NULL, -- a JSON array
    priority INTEGER NOT NULL CHECK (priority BETWEEN -1 AND 2),
    tags TEXT NOT NULL, -- a JSON array
    note TEXT NOT NULL,
    binned INTEGER NOT NULL CHECK (binned IN (0, 1))
) STRICT;

CREATE TABLE card_word (
    kind TEXT NOT NULL CHECK (kind IN ('assignee', 'tag')),
    word TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (rank),
    PRIMARY KEY (kind, word, article)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE label_article (
    layer TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (rank),
    marks INTEGER NOT NULL, -- accepted ones
    PRIMARY KEY (layer, kind, label, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE label_tally (
    layer TEXT NOT NULL,
    author TEXT NOT NULL, -- who made the mark
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    marks INTEGER NOT NULL, -- accepted ones
    PRIMARY KEY (layer, author, kind, label)
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

CREATE TABLE pace (
    day TEXT NOT NULL,
    layer TEXT NOT NULL,
    author TEXT NOT NULL,
    marks INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (day, layer, author)
) STRICT, WITHOUT ROWID;

CREATE TABLE "progress" (
    article INTEGER NOT NULL REFERENCES article (rank),
    layer TEXT NOT NULL,
    status TEXT NOT NULL CHECK (
        status = 'new' OR status = 'in_progress' OR status = 'done' OR status = 'flagged' OR status = 'excluded'
    ),
    annotators TEXT NOT NULL, -- a JSON array
    PRIMARY KEY (article, layer)
) STRICT, WITHOUT ROWID;

CREATE TABLE reprint (
    article INTEGER PRIMARY KEY REFERENCES article (rank),
    cluster INTEGER NOT NULL
) STRICT;

CREATE TABLE reprint_sign (
    sign INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (rank),
    PRIMARY KEY (sign, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE shelf (
    article INTEGER PRIMARY KEY REFERENCES article (rank),
    binned INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL DEFAULT 0,
    length INTEGER NOT NULL, -- in code points
    day TEXT, -- of publishing, where its source gives one that can be read
    source TEXT,
    title TEXT NOT NULL -- folded, its beginning
) STRICT;

CREATE TABLE tally (
    layer TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (rank),
    marks INTEGER NOT NULL, -- accepted ones
    open INTEGER NOT NULL, -- suggestions that nobody has decided
    sureness INTEGER NOT NULL, -- of those together: confidence in ten-thousandths, 5000 where there is none
    doubt INTEGER, -- 10001 less their sureness on average; NULL when there are none
    findings INTEGER, -- when it was last checked; NULL since it was changed
    changed TEXT NOT NULL,
    PRIMARY KEY (layer, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX activity_article ON activity (article);

CREATE INDEX annotation_place ON annotation (layer, article, state, kind);

CREATE UNIQUE INDEX article_queue ON article (rank, id, ref, name);

CREATE INDEX article_sha256 ON article (sha256);

CREATE INDEX card_word_article ON card_word (article);

CREATE INDEX journal_stack ON journal (layer, stack);

CREATE INDEX link_annotation ON link (annotation) WHERE annotation IS NOT NULL;

CREATE INDEX link_entry ON link (entry) WHERE entry IS NOT NULL;

CREATE INDEX link_place ON link (layer, article);

CREATE INDEX link_source ON link (source);

CREATE INDEX progress_queue ON progress (layer, status, article);

CREATE INDEX reprint_cluster ON reprint (cluster, article);

CREATE INDEX shelf_day ON shelf (binned, day, article);

CREATE INDEX shelf_length ON shelf (binned, length, article);

CREATE INDEX shelf_order ON shelf (binned, article);

CREATE INDEX shelf_priority ON shelf (binned, priority DESC, article);

CREATE INDEX shelf_source ON shelf (source, day, article);

CREATE INDEX shelf_title ON shelf (binned, title, article);

CREATE INDEX tally_changed ON tally (layer, changed, article);

CREATE INDEX tally_doubt ON tally (layer, doubt DESC, open DESC, article);

CREATE INDEX tally_findings ON tally (layer, article) WHERE findings > 0;

CREATE INDEX tally_marks ON tally (layer, marks, article);
