"""A fresh project with one article, for every test that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.article import Article
from app.store import Store
from tests.store import making


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "أخبار 100%? #1.tawsim"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, making.codebook()) as made:
        yield made


@pytest.fixture
def article(store: Store) -> Article:
    made = making.article()
    store.add_article(made)
    return made
