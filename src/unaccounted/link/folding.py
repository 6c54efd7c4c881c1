"""Names and words folded, so that spellings of one thing meet: Latin letters, lower case, single spaces."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Letters and digits of a text in Latin, lower case, without marks; words parted by single spaces.

    Transliteration is anyascii's (ISC licence).
    """
    from anyascii import anyascii

    return " ".join(re.findall(r"[a-z0-9]+", anyascii(text).lower().replace("'", "").replace("`", "")))


def name_entity(kind: str, *content: str | None) -> str:
    """An entity's id: a hash of what it is, so that the same claims give the same id in any order."""
    joined = "\x1f".join([kind, *(part or "" for part in content)])
    return f"{kind[0]}{hashlib.blake2b(joined.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"
