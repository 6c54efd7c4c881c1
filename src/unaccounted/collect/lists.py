"""The lists beside this file: languages, months, first bytes of formats, names of metadata.

In: a list's name. Out: its rows as dicts. A line that begins with "#" says where the list comes from.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def read_list(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `<name>.csv`, in order."""
    text = (files("unaccounted.collect") / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
