"""How a project file is made and brought up to date. Imported only for that: sqlite-utils takes 80 ms to import.

One function for each step, dated, and never edited after its release: the files it made are out in the world.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from textwrap import dedent

from sqlite_utils import Database, Migrations

from app.store.creation import side_files
from app.store.errors import named
from app.store.private import touch_private
from app.store.schema import APPLICATION_ID, FIRST_TABLES, NAME_OF_COPY, VERSION
from app.store.schema2 import MARK_TABLES, QUEUE_TABLES, REPRINT_TABLES
from app.store.shelving import teach

STEPS = Migrations("tawsim")


@STEPS(name="2026-11 first tables")
def first_tables(db: Database) -> None:
    for statement in FIRST_TABLES:
        db.execute(dedent(statement).strip())
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@STEPS(name="2026-11 corpus")
def corpus_tables(db: Database) -> None:
    teach(db.conn)
    for statement in (*MARK_TABLES, *QUEUE_TABLES, *REPRINT_TABLES):
        db.execute(dedent(statement).strip())


def bring_up_to_date(connection: sqlite3.Connection, steps: Migrations = STEPS, version: int = VERSION) -> None:
    """Apply the steps that are missing and set ``user_version``, all of it or, when anything fails, nothing.

    The connection must not enforce foreign keys yet, since a step may build a table anew; they are checked at the end.
    """
    connection.execute("BEGIN IMMEDIATE")  # a second process that came to do the same now waits, and finds it done
    try:
        db = Database(connection, recursive_triggers=False, execute_plugins=False)
        with db.atomic():
            steps.apply(db)
            connection.execute(f"PRAGMA user_version = {version}")
            if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
                raise sqlite3.IntegrityError(f"a row of {broken[0]} points to nothing")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def keep_copy(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the whole project, at ``version``, beside itself before it is migrated; the copy's place.

    An earlier copy is never replaced, and a copy that fails leaves nothing.
    """
    copy = _free_name(path.with_name(NAME_OF_COPY.format(name=path.name, version=version)))
    unfinished = path.with_name(f".tawsim-{os.urandom(8).hex()}.new")
    try:
        touch_private(unfinished)
        with contextlib.closing(sqlite3.connect(unfinished)) as target:
            connection.backup(target)
        unfinished.rename(copy)
    except (sqlite3.Error, OSError) as error:
        raise named(error, copy) from error
    finally:
        for each in (unfinished, *side_files(unfinished)):
            with contextlib.suppress(OSError):
                each.unlink(missing_ok=True)
    return copy


def _free_name(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
