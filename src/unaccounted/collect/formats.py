"""Which reader a file is for: by its extension, and by its first words where these contradict it.

In: a name and the first bytes. Out: a reader's name, or the reason why there is none. New formats are added here.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from unaccounted.base.errors import ReadingError

_BY_EXTENSION = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".log": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_EXTENSION = re.compile(r"\.(?=[^.]*[a-z])[a-z0-9_~+-]{1,12}")
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[a-z!/?]", re.IGNORECASE)

HTML_LIMIT = 50_000_000
"""Bytes: a page takes several times its size in memory while it is read."""


def extension_of(name: str) -> str:
    """The extension in lower case, with its dot; "" where what follows the last dot is none ("J. Smith", "vol.2")."""
    suffix = PurePath(name).suffix.lower()
    return suffix if _EXTENSION.fullmatch(suffix) else ""


def why_no_reader(name: str) -> tuple[str, str] | None:
    """The reason and the remedy where no reader takes files of this name; None where one does."""
    extension = extension_of(name)
    if extension in _BY_EXTENSION:
        return None
    return f"no reader for {extension} files yet", "Save it as text or HTML"


def choose_format(name: str, content: bytes) -> str:
    """The name of the reader: text, markdown, html or jsonl.

    Raises:
        ReadingError: there is none, or the content is more than it takes.
    """
    none = why_no_reader(name)
    if none is not None:
        raise ReadingError(none[0], remedy=none[1])
    chosen = _BY_EXTENSION[extension_of(name)]
    # UTF-16 has zeros between the letters; a byte order mark stands before them.
    start = content[:8192].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if chosen in ("text", "markdown") and _PAGE.match(start):
        chosen = "html"
    elif chosen == "html" and not _TAG.search(content.replace(b"\0", b"")):
        chosen = "text"
    if chosen == "html" and len(content) > HTML_LIMIT:
        raise ReadingError(f"too large for a page: more than {HTML_LIMIT:,} bytes", remedy="Save what it shows as text")
    return chosen
