"""The search index: where the folded words of every article stand. FTS5 holds the words, the articles hold the text.

Adding an article does not index it, since that takes several times as long as storing it. ``index_some`` does, in short
transactions that a worker can repeat; every search first indexes what is still missing, so none is ever incomplete.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.article import Article
from app.domain.errors import N_
from app.store.errors import ReadOnlyProject
from app.store.file import ProjectFile

_DONE_UNTIL = "search.rank"
_AT_ONCE = 500

_INDEX = "INSERT INTO article_words (rowid, ref, title, text) VALUES (?, ?, ?, ?)"
_PUT_DONE = "INSERT INTO note (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_FOUND = """
    SELECT id FROM article INDEXED BY article_queue WHERE rank IN
        (SELECT rowid FROM article_words WHERE article_words MATCH ? AND rowid NOT IN
            (SELECT article FROM shelf WHERE binned = 1) ORDER BY rowid LIMIT ? OFFSET ?)
    ORDER BY rank
"""

_NOT_READY = N_(
    "{path} cannot be searched yet: {count} of its articles are not in the search index, and it is open only for "
    "reading. Open it once where it can be written."
)


def index_some(file: ProjectFile, limit: int = _AT_ONCE) -> int:
    """Index at most ``limit`` articles that are not yet indexed, in one short transaction; how many are left."""
    from app.domain.text.folding import fold_key  # noqa: PLC0415 - only here and in a search is any text folded

    until = _until(file)
    texts = file.rows("SELECT rank, text FROM article WHERE rank > ? ORDER BY rank LIMIT ?", (until, limit))
    if not texts:
        return 0
    folded = {rank: fold_key(text) for rank, text in texts}  # before the transaction: nobody waits for it
    with file.writing():
        if _until(file) == until:  # else another window was here meanwhile
            found = file.rows(
                "SELECT rank, ref, title FROM article WHERE rank BETWEEN ? AND ? ORDER BY rank",
                (until + 1, texts[-1][0]),
            )
            file.run_many(
                _INDEX, ((rank, fold_key(ref), fold_key(title or ""), folded[rank]) for rank, ref, title in found)
            )
            file.run(_PUT_DONE, (_DONE_UNTIL, str(found[-1][0])))
    return not_indexed(file)


def retitle(file: ProjectFile, article: Article, title: str | None) -> None:
    """Find an article by another title from now on, inside a transaction. The index holds no text, so what it holds of
    the article must be said once more to be taken out."""
    from app.domain.text.folding import fold_key  # noqa: PLC0415 - as above

    rank = int(file.value("SELECT rank FROM article WHERE id = ?", (article.id,)))
    if rank > _until(file):
        return
    ref, text = fold_key(article.ref), fold_key(article.text)
    gone = "INSERT INTO article_words (article_words, rowid, ref, title, text) VALUES ('delete', ?, ?, ?, ?)"
    file.run(gone, (rank, ref, fold_key(article.title or ""), text))
    file.run(_INDEX, (rank, ref, fold_key(title or ""), text))


def not_indexed(file: ProjectFile) -> int:
    """How many articles no search would find yet."""
    count: int = file.value("SELECT count(*) FROM article INDEXED BY article_queue WHERE rank > ?", (_until(file),))
    return count


def make_ready(file: ProjectFile) -> None:
    """Index whatever is missing. ``ReadOnlyProject`` when something is and the project cannot be written."""
    count = not_indexed(file)
    if count and file.readonly:
        raise ReadOnlyProject(_NOT_READY, path=file.path, count=count)
    while count:
        count = index_some(file)


def match_of(query: str) -> str | None:
    """The FTS5 expression that finds articles with words beginning with each word of ``query``.

    None when the query holds no letter or digit, and so can find nothing.
    """
    from app.domain.text.folding import fold_key  # noqa: PLC0415 - as above

    words = [word for word in fold_key(query).replace("\0", " ").split() if any(map(str.isalnum, word))]
    return " ".join('"' + word.replace('"', '""') + '" *' for word in words) or None


def match_of_phrases(phrases: Iterable[str]) -> str | None:
    """The FTS5 expression that finds articles with any of the phrases: whole words, side by side, in their order.

    None when no phrase holds a letter or digit.
    """
    from app.domain.text.folding import fold_key  # noqa: PLC0415 - as above

    folded = (fold_key(phrase).replace("\0", " ") for phrase in phrases)
    quoted = ['"' + phrase.replace('"', " ") + '"' for phrase in folded if any(map(str.isalnum, phrase))]
    return " OR ".join(quoted) or None


def search(file: ProjectFile, query: str, limit: int, offset: int) -> list[str]:
    """Ids of the articles whose title or text has words beginning with each word of ``query``, by import."""
    match = match_of(query)
    if match is None:
        return []
    make_ready(file)
    rows = file.rows(_FOUND, ("{title text} : (" + match + ")", limit, offset))
    return [row[0] for row in rows]


def search_phrases(file: ProjectFile, phrases: Iterable[str], limit: int, offset: int) -> list[str]:
    """Ids of the articles in whose text one of the phrases stands, by import."""
    match = match_of_phrases(phrases)
    if match is None:
        return []
    make_ready(file)
    return [row[0] for row in file.rows(_FOUND, ("text : (" + match + ")", limit, offset))]


def count_phrases(file: ProjectFile, phrases: Iterable[str]) -> int:
    """In how many articles' texts one of the phrases stands."""
    match = match_of_phrases(phrases)
    if match is None:
        return 0
    make_ready(file)
    return int(
        file.value(
            "SELECT count(*) FROM article_words WHERE article_words MATCH ? AND rowid NOT IN "
            "(SELECT article FROM shelf WHERE binned = 1)",
            ("text : (" + match + ")",),
        )
    )


def _until(file: ProjectFile) -> int:
    return int(file.value("SELECT value FROM note WHERE key = ?", (_DONE_UNTIL,)) or 0)
