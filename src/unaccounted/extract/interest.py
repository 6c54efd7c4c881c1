"""The cheap gate before reading: may this sentence hold a claim at all?

A sentence without a fate word, a naming pattern or people said to be there costs one scan. It is blind to case, and
must never say no to a sentence of which a claim would be made: a test reads a corpus with and without it.
"""

from __future__ import annotations

import re
from functools import cache

from unaccounted.extract.lexicons import load_lexicon, read_list


@cache
def _pattern(language: str) -> re.Pattern[str]:
    lexicon = load_lexicon(language)
    firsts = {words[0] for words in lexicon.fates.phrases()} | set(lexicon.group_prefixes)
    extra = read_list(language, "naming")["signs"]
    alternatives = "|".join(
        re.escape(word).replace("'", "['’]") for word in sorted(firsts | set(extra), key=lambda word: (-len(word), word))
    )
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def may_hold_claim(sentence: str, language: str) -> bool:
    """Whether a sentence has a word of which a claim can be made."""
    return _pattern(language).search(sentence) is not None
