"""The tables of a project file, as version 1 made them. A later version adds a step to ``steps.py``, never a word here.

Positions are code points. Times are RFC 3339 in UTC. ``rank`` is the order of import: the row number of an article, of
its row in the search index, and what every other table calls the article by.
"""

from __future__ import annotations

APPLICATION_ID = int.from_bytes(b"TWSM")
VERSION = 2

NAME_OF_COPY = "{name}.backup-v{version}"

FIRST_TABLES = (
    """
    CREATE TABLE codebook (
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        source TEXT NOT NULL -- the TOML text
    ) STRICT
    """,
    """
    CREATE TABLE note (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # The text stands last, and the lists read article_queue, so that neither ever steps over the texts.
    """
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
    ) STRICT
    """,
    "CREATE UNIQUE INDEX article_queue ON article (rank, id, ref, name)",
    "CREATE INDEX article_sha256 ON article (sha256)",
    """
    CREATE TRIGGER article_text_stays BEFORE UPDATE OF text, sha256 ON article
    BEGIN SELECT raise(ABORT, 'the text of an article never changes'); END
    """,
    """
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
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX annotation_place ON annotation (layer, article, state, kind)",
    """
    CREATE TABLE entry (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        name TEXT NOT NULL,
        aliases TEXT NOT NULL, -- a JSON array
        kb_id TEXT,
        note TEXT
    ) STRICT, WITHOUT ROWID
    """,
    # Ends are looked at when a transaction ends, so that the changes of an edit may come in any order.
    """
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
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX link_place ON link (layer, article)",
    "CREATE INDEX link_source ON link (source)",
    "CREATE INDEX link_annotation ON link (annotation) WHERE annotation IS NOT NULL",
    "CREATE INDEX link_entry ON link (entry) WHERE entry IS NOT NULL",
    """
    CREATE TABLE progress (
        article INTEGER NOT NULL REFERENCES article (rank),
        layer TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('new', 'in_progress', 'done')),
        annotators TEXT NOT NULL, -- a JSON array
        PRIMARY KEY (article, layer)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX progress_queue ON progress (layer, status, article)",
    """
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
    ) STRICT
    """,
    "CREATE INDEX journal_stack ON journal (layer, stack)",
    """
    CREATE TABLE journal_article (
        article INTEGER NOT NULL REFERENCES article (rank),
        seq INTEGER NOT NULL REFERENCES journal (seq),
        PRIMARY KEY (article, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER journal_stays BEFORE DELETE ON journal
    BEGIN SELECT raise(ABORT, 'the journal is never shortened'); END
    """,
    """
    CREATE TRIGGER journal_is_not_rewritten
    BEFORE UPDATE OF seq, id, op, target, title, layer, author, at, codebook, articles, changes ON journal
    BEGIN SELECT raise(ABORT, 'the journal is never rewritten'); END
    """,
    # Holds no text, only where the folded words stand. The prefix index answers the first one or two letters typed.
    """
    CREATE VIRTUAL TABLE article_words USING fts5 (
        ref, title, text,
        content = '', columnsize = 0, prefix = '1 2', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
)
