"""Patterns of ``regex``, compiled when they are first used: the package and they take 30 ms, and no window waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import regex

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


def pattern(source: str, *flags: str) -> regex.Pattern[str]:
    """What ``regex.compile`` makes of ``source`` with the flags of those names, once it is used."""
    return cast("regex.Pattern[str]", _Waiting(source, flags))


class _Waiting:
    """Stands in for a pattern. With the first call its methods become its own, so that later ones cost nothing more."""

    def __init__(self, source: str, flags: tuple[str, ...]) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        import regex  # noqa: PLC0415 - see above

        made = regex.compile(self._source, sum(int(getattr(regex, flag)) for flag in self._flags))
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)
