"""Small turns of a wheel or of two fingers, added up until they make a step. No Qt."""

from __future__ import annotations


class Turning:
    """Adds up what comes in parts of ``whole``; turning back begins anew."""

    def __init__(self, whole: float) -> None:
        self._whole = whole
        self._turned = 0.0

    def steps(self, turn: float) -> int:
        """How many whole steps, forward or back, this turn completes."""
        if turn * self._turned < 0:
            self._turned = 0.0
        self._turned += turn
        steps = int(self._turned / self._whole + (1e-9 if turn > 0 else -1e-9))
        self._turned -= steps * self._whole
        return steps

    def rest(self) -> None:
        """Forget what did not become a step."""
        self._turned = 0.0
