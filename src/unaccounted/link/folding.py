"""Names and words folded, so that spellings of one thing meet: Latin letters, lower case, single spaces."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Letters and digits of a text in Latin, lower case, without marks; words parted by single spaces.

    Transliteration is anyascii's (ISC licence). A word of a script that it does not know is kept as it is, in lower case: two
    names that nobody can transliterate are still one name where their letters are the same.
    """
    from anyascii import anyascii

    return " ".join(
        word
        for printed in text.split()
        for word in re.findall(r"[a-z0-9]+", anyascii(printed).lower().replace("'", "").replace("`", "")) or _keep(printed)
    )


def _keep(word: str) -> list[str]:
    """The letters, marks and digits of a word, casefolded, as one word; none where it has none."""
    kept = "".join(sign for sign in word.casefold() if unicodedata.category(sign)[0] in "LMN")
    return [kept] if any(unicodedata.category(sign)[0] in "LN" for sign in kept) else []


def name_entity(kind: str, *content: str | None) -> str:
    """An entity's id: a hash of what it is, so that the same claims give the same id in any order."""
    joined = "\x1f".join([kind, *(part or "" for part in content)])
    return f"{kind[0]}{hashlib.blake2b(joined.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"
