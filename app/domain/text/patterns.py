"""Patterns of ``regex``, compiled when they are first used: the package and they take 30 ms, and no window waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


def pattern(source: str, *flags: str) -> regex.Pattern[str]:
    """What ``regex.compile`` makes of ``source`` with the flags of those names, once it is used."""
    made = _Waiting(source, flags)
    _waiting.append(made)
    return cast("regex.Pattern[str]", made)


def compile_waiting() -> Iterator[None]:
    """Compile the patterns that nobody has used yet, one at a step: for a moment in which nobody waits."""
    while _waiting:
        _waiting.pop().be_compiled()
        yield


class _Waiting:
    """Stands in for a pattern. With the first call its methods become its own, so that later ones cost nothing more."""

    def __init__(self, source: str, flags: tuple[str, ...]) -> None:
        self._source, self._flags = source, flags

    def be_compiled(self) -> Any:
        import regex  # noqa: PLC0415 - see above

        made = regex.compile(self._source, sum(int(getattr(regex, flag)) for flag in self._flags))
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self.be_compiled(), name)


_waiting: list[_Waiting] = []
