"""The JSON Schema (2020-12) of a ``tawsim/1`` line, which is shipped beside every export."""

from __future__ import annotations

from app import resources


def schema_text() -> str:
    """The schema as JSON text. ``ResourceMissing`` when the installation is damaged."""
    return resources.text("schema/tawsim-1.schema.json")
