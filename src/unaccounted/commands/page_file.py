"""The account as one self-contained page in a file, which appears whole or not at all.

In: evidence and a path. Out: the file. What may be in the page is decided in `show`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from unaccounted.base.errors import UsageError

if TYPE_CHECKING:
    from unaccounted.show import Evidence


def write_page_file(evidence: Evidence, path: Path, internal: bool = False) -> Path:
    """Write the page.

    Args:
        evidence: the account and all it rests on.
        path: the file, replaced where it exists.
        internal: leave named people in it; every page is stamped so.

    Raises:
        UsageError: it cannot be written there.
    """
    from unaccounted.show import write_page

    page = write_page(evidence, internal)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        unfinished.write_text(page, encoding="utf-8", errors="replace")
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UsageError(
            f"the page cannot be written: {error.strerror}", str(path), "Name a file that you may write, in a folder that exists"
        ) from error
    return path
