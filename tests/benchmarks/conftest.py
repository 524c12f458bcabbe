"""Benchmarks run once, as tests, with all others; measured they are by ``pytest tests/benchmarks --benchmark-enable``.

Each measures the program beside the bare limit in one run on one machine: what counts are the ratios. Nothing here
fails because of a clock; what is asserted is that the measured work was really done.
"""

from __future__ import annotations

import pytest

from tests.benchmarks.timing import Table

_table = Table()


@pytest.fixture(scope="session")
def table() -> Table:
    return _table


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether it is measured; else one quick run shows that the benchmark still works."""
    return bool(pytestconfig.getoption("benchmark_enable"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("benchmark_enable") and _table.lines:
        terminalreporter.section("against the bare limit, in this run")
        for line in _table.lines:
            terminalreporter.write_line(line)
