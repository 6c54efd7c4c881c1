"""The numbers that stand in a short text, in digits or words: a check on the corpus that shares nothing with the reader it measures."""

from __future__ import annotations

import re

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES = {word: value for value, word in enumerate(_ONES.split())} | {word: 10 * (at + 2) for at, word in enumerate(_TENS.split())}
SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000}
NONE = {"no", "none", "nobody", "nil", "neither", "nor", "not"}
_TOKEN = re.compile(r"\d+(?:[,.'’ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?%?|[a-z]+", re.IGNORECASE)


def _digits(token: str) -> list[float]:
    grouped = [float(re.sub(r"\D", "", token))] if re.fullmatch(r"\d+(?:[,.'’ \u00a0\u2009\u202f]\d{3})+", token) else []
    plain = [float(token.replace(",", "."))] if re.fullmatch(r"\d+(?:[.,]\d+)?", token) else []
    return grouped + plain


def numbers_in(text: str) -> set[float]:
    """Every number that a run of digits and number words in the text can mean, percentages as fractions of 1 too."""
    tokens = _TOKEN.findall(text.casefold().replace("-", " "))
    found: set[float] = set()
    for at, token in enumerate(tokens):
        if token in NONE:
            found.add(0.0)
        bare = token.rstrip("%")
        for value in _digits(bare) or (
            [float(VALUES[token])] if token in VALUES else [1.0] if token in ("a", "hundred", "thousand") else []
        ):
            found.add(value)
            found.add(value / 100)
            found |= _continued(value, tokens[at if token in SCALES else at + 1 :])
    return found


def _continued(first: float, rest: list[str]) -> set[float]:
    """The numbers that `first` makes with the words after it: "two", "hundred", "and", "six"."""
    found: set[float] = set()
    whole, part = 0.0, first
    for token in rest:
        if token == "and":
            continue
        if token in SCALES:
            if SCALES[token] >= 1000:
                whole, part = whole + part * SCALES[token], 0.0
            else:
                part *= SCALES[token]
        elif token in VALUES:
            part += VALUES[token]
        elif not token.isdigit():
            break
        else:
            part += float(token)
        found.add(whole + part)
    return found
