"""The tables that version 2 of a project file adds or makes anew, part by part. A later version adds a step of its own.

What is counted here follows the edits in their own transaction (``tallies.py``), so that no list ever counts marks.
Days are ``YYYY-MM-DD``.
"""

from __future__ import annotations

MARK_TABLES = (
    # As it was, but for the check of the state: SQLite builds a list of three words anew for every row that it checks
    # against it, and that took a third of the time in which a mark is written.
    """
    CREATE TABLE annotation_2 (
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
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO annotation_2 SELECT * FROM annotation",
    "DROP TABLE annotation",
    "ALTER TABLE annotation_2 RENAME TO annotation",
    "CREATE INDEX annotation_place ON annotation (layer, article, state, kind)",
)

QUEUE_TABLES = (
    # Progress with two more states.
    """
    CREATE TABLE progress_2 (
        article INTEGER NOT NULL REFERENCES article (rank),
        layer TEXT NOT NULL,
        status TEXT NOT NULL CHECK (
            status = 'new' OR status = 'in_progress' OR status = 'done' OR status = 'flagged' OR status = 'excluded'
        ),
        annotators TEXT NOT NULL, -- a JSON array
        PRIMARY KEY (article, layer)
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO progress_2 SELECT article, layer, status, annotators FROM progress",
    "DROP TABLE progress",
    "ALTER TABLE progress_2 RENAME TO progress",
    "CREATE INDEX progress_queue ON progress (layer, status, article)",
    # What is written on an article's card: only those that have one.
    """
    CREATE TABLE card (
        article INTEGER PRIMARY KEY REFERENCES article (rank),
        assignees TEXT NOT NULL, -- a JSON array
        priority INTEGER NOT NULL CHECK (priority BETWEEN -1 AND 2),
        tags TEXT NOT NULL, -- a JSON array
        note TEXT NOT NULL,
        binned INTEGER NOT NULL CHECK (binned IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE card_word (
        kind TEXT NOT NULL CHECK (kind IN ('assignee', 'tag')),
        word TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article (rank),
        PRIMARY KEY (kind, word, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX card_word_article ON card_word (article)",
    # One narrow row an article: what the queue filters and sorts by, without a step over a text.
    """
    CREATE TABLE shelf (
        article INTEGER PRIMARY KEY REFERENCES article (rank),
        binned INTEGER NOT NULL DEFAULT 0,
        priority INTEGER NOT NULL DEFAULT 0,
        length INTEGER NOT NULL, -- in code points
        day TEXT, -- of publishing, where its source gives one that can be read
        source TEXT,
        title TEXT NOT NULL -- folded, its beginning
    ) STRICT
    """,
    """
    INSERT INTO shelf (article, length, day, source, title)
    SELECT rank, tawsim_length(text), tawsim_day(published), source, tawsim_title(name) FROM article
    """,
    "CREATE INDEX shelf_order ON shelf (binned, article)",
    "CREATE INDEX shelf_title ON shelf (binned, title, article)",
    "CREATE INDEX shelf_day ON shelf (binned, day, article)",
    "CREATE INDEX shelf_length ON shelf (binned, length, article)",
    "CREATE INDEX shelf_priority ON shelf (binned, priority DESC, article)",
    "CREATE INDEX shelf_source ON shelf (source, day, article)",
    """
    CREATE TRIGGER card_made AFTER INSERT ON card BEGIN
        UPDATE shelf SET binned = new.binned, priority = new.priority WHERE article = new.article;
        INSERT INTO card_word SELECT 'assignee', value, new.article FROM json_each(new.assignees);
        INSERT INTO card_word SELECT 'tag', value, new.article FROM json_each(new.tags);
    END
    """,
    """
    CREATE TRIGGER card_changed AFTER UPDATE ON card BEGIN
        UPDATE shelf SET binned = new.binned, priority = new.priority WHERE article = new.article;
        DELETE FROM card_word WHERE article = old.article;
        INSERT INTO card_word SELECT 'assignee', value, new.article FROM json_each(new.assignees);
        INSERT INTO card_word SELECT 'tag', value, new.article FROM json_each(new.tags);
    END
    """,
    """
    CREATE TRIGGER card_gone AFTER DELETE ON card BEGIN
        UPDATE shelf SET binned = 0, priority = 0 WHERE article = old.article;
        DELETE FROM card_word WHERE article = old.article;
    END
    """,
    # What a layer has made of an article, counted.
    """
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
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO tally (layer, article, marks, open, sureness, changed)
    SELECT layer, article, sum(state = 'accepted'), sum(state = 'suggested'),
        sum(CASE state WHEN 'suggested' THEN CAST(round(coalesce(confidence, 0.5) * 10000) AS INTEGER) ELSE 0 END),
        max(coalesce(changed_at, made_at))
    FROM annotation INDEXED BY annotation_place GROUP BY layer, article
    """,
    "UPDATE tally SET doubt = 10001 - sureness / open WHERE open > 0",
    "CREATE INDEX tally_marks ON tally (layer, marks, article)",
    "CREATE INDEX tally_changed ON tally (layer, changed, article)",
    "CREATE INDEX tally_doubt ON tally (layer, doubt DESC, open DESC, article)",
    "CREATE INDEX tally_findings ON tally (layer, article) WHERE findings > 0",
    """
    CREATE TABLE label_article (
        layer TEXT NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article (rank),
        marks INTEGER NOT NULL, -- accepted ones
        PRIMARY KEY (layer, kind, label, article)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO label_article
    SELECT layer, kind, label, article, count(*) FROM annotation WHERE state = 'accepted' GROUP BY 1, 2, 3, 4
    """,
    """
    CREATE TABLE label_tally (
        layer TEXT NOT NULL,
        author TEXT NOT NULL, -- who made the mark
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        marks INTEGER NOT NULL, -- accepted ones
        PRIMARY KEY (layer, author, kind, label)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO label_tally
    SELECT layer, made_by, kind, label, count(*) FROM annotation WHERE state = 'accepted' GROUP BY 1, 2, 3, 4
    """,
    # Marks that came to be accepted and articles that came to be done, less what was taken back, on the author's days.
    """
    CREATE TABLE pace (
        day TEXT NOT NULL,
        layer TEXT NOT NULL,
        author TEXT NOT NULL,
        marks INTEGER NOT NULL,
        articles INTEGER NOT NULL,
        PRIMARY KEY (day, layer, author)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO pace
    SELECT substr(coalesce(changed_at, made_at), 1, 10), layer, coalesce(changed_by, made_by), count(*), 0
    FROM annotation WHERE state = 'accepted' AND origin NOT LIKE 'import:%' GROUP BY 1, 2, 3
    """,
    # How long an article had somebody's hands on it.
    """
    CREATE TABLE activity (
        day TEXT NOT NULL,
        layer TEXT NOT NULL,
        author TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article (rank),
        seconds REAL NOT NULL,
        PRIMARY KEY (day, layer, author, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX activity_article ON activity (article)",
)

REPRINT_TABLES = (
    # Which articles have a sign: a number that stands for one shingle. Only the first so many of each, so that a phrase
    # that stands everywhere costs no more than a rare one.
    """
    CREATE TABLE reprint_sign (
        sign INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES article (rank),
        PRIMARY KEY (sign, article)
    ) STRICT, WITHOUT ROWID
    """,
    # Only articles that have a reprint. A cluster is called by the row number of one of its articles.
    """
    CREATE TABLE reprint (
        article INTEGER PRIMARY KEY REFERENCES article (rank),
        cluster INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX reprint_cluster ON reprint (cluster, article)",
)
