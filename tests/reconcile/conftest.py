"""Flat claims by hand."""

from __future__ import annotations

from typing import Any


def row(number: int, fate: str, best: float | None = None, **fields: Any) -> dict[str, Any]:
    """One flat claim of the crew, at one date, by a source and an origin of its own."""
    return {
        "id": f"c{number}",
        "cohort": "the crew",
        "fate": fate,
        "best": best,
        "bound": "about",
        "as_of": "2014-05-09",
        "published": "2014-05-10",
        "source": f"source {number}",
        "grade": "B2",
        "origin": f"o{number}",
        **fields,
    }


CREW = [row(1, "set out", 1200), row(2, "set out", 1180), row(3, "killed", 300), row(4, "detained", 410), row(5, "returned", 250)]
