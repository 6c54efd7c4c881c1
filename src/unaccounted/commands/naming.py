"""What reports are called together: the name of a project that nobody named.

In: the paths given. Out: a name, and a folder. It makes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path


def name_reports(paths: Sequence[Path]) -> str:
    """The one path's name, or that of the folder in which they all are."""
    resolved = [path.resolve() for path in paths]
    one = resolved[0] if len(resolved) == 1 else Path(os.path.commonpath(resolved))
    return (one.name if one.is_dir() else one.stem) or "reports"


def name_project(paths: Sequence[Path]) -> Path:
    """The project's folder where nobody said: in the folder where one stands, by the reports' name."""
    return Path(f"{name_reports(paths)}.unaccounted")
