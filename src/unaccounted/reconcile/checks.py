"""Whether the values of one row make a claim: closed words, dates, grades, numbers in order, shares within 1.

In: the values of a row by column, empty ones left out. Out: the values as the records write them, and a sentence for each
fault with its remedy. The spreadsheet's reader and the Python call ask the same of a row.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from unaccounted.base.dates import read_iso
from unaccounted.base.errors import UsageError
from unaccounted.base.ranges import read_vague
from unaccounted.base.vocabulary import BOUNDS, FACTUALITIES, FATES, MEASURES, SOURCE_LETTERS, SOURCE_ROLES, STATEMENT_DIGITS, UNITS

NUMBERS = ("low", "best", "high")
NEEDED = {"cohort": "name the people counted", "fate": "say what became of them"}
"""The columns that may not be empty, each with the remedy."""
Fault = Callable[[str, str], None]
"""Takes a column and what is wrong with it."""
_CLOSED: dict[str, Mapping[str, object]] = {
    "fate": FATES,
    "measure": MEASURES,
    "bound": BOUNDS,
    "unit": UNITS,
    "factuality": FACTUALITIES,
    "source_role": SOURCE_ROLES,
}
_NEAR = 0.8
"""How alike (difflib) a word must be to be suggested: a slip of the fingers, never another fate that sounds like it."""


def read_number(text: object) -> float:
    """A number, also written with thousands separators or as a percentage ("1,200", "1 200", "8%").

    Raises:
        ValueError: it is not one, or is below zero; the message says which, with the remedy.
    """
    if isinstance(text, (bool, bytes)):
        raise ValueError(f"'{text!r}' is not a number; write digits")
    if isinstance(text, (int, float)):
        number = float(text)
    else:
        plain = str(text).strip().replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("_", "")
        share = plain.endswith("%")
        plain = plain.removesuffix("%").replace("\u2212", "-")
        groups = plain.split(",")
        if len(groups) > 1 and all(len(group) == 3 and group.isdigit() for group in groups[1:]) and 1 <= len(groups[0].lstrip("-")) <= 3:
            plain = "".join(groups)
        try:
            number = float(plain) / (100 if share else 1)
        except ValueError:
            raise ValueError(f"'{text}' is not a number; write digits, or put the word into the column words") from None
    if not math.isfinite(number):
        raise ValueError(f"'{text}' is not a number; write digits, or put the word into the column words")
    if number < 0:
        raise ValueError(f"'{text}' is below zero; a count of people cannot be negative")
    return number


def check_words(values: dict[str, Any], fault: Fault) -> None:
    """Closed words, dates, grade and covered fates; words that are known are written as the records write them.

    Args:
        values: of one row; changed in place.
        fault: is told of each fault.
    """
    for name, known in _CLOSED.items():
        word = values.get(name)
        if word is None:
            continue
        plain = next((each for each in known if each.lower() == word.lower()), None)
        if plain is None:
            close = get_close_matches(word.lower(), [each.lower() for each in known], n=1, cutoff=_NEAR)
            meant = next((each for each in known if close and each.lower() == close[0]), None)
            hint = f"do you mean '{meant}'?" if meant else f"use one of: {', '.join(known)}"
            fault(name, f"'{word}' is not known; {hint}")
        else:
            values[name] = plain
    for name in ("as_of", "published"):
        if name in values:
            try:
                read_iso(values[name])
            except UsageError:
                fault(name, f"'{values[name]}' is not a date; write 2019-07-01, 2019-07 or 2019")
    grade = values.get("grade")
    if grade is not None and not (len(grade) == 2 and grade[0].upper() in SOURCE_LETTERS and grade[1] in STATEMENT_DIGITS):
        fault("grade", f"'{grade}' is not an Admiralty code; write a letter A to F and a digit 1 to 6, such as B3")
    for fate in (values.get("covers") or "").split(";"):
        if fate.strip() and fate.strip() not in FATES:
            fault("covers", f"'{fate.strip()}' is not a fate; use one of: {', '.join(FATES)}")


def check_numbers(values: Mapping[str, Any], fault: Fault) -> None:
    """Numbers that rise from low to high, and shares that do not exceed 1."""
    given = [(name, values[name]) for name in NUMBERS if name in values]
    for (name, number), (after, larger) in pairwise(given):
        if number > larger:
            fault(name, f"{number:g} is above {after}, {larger:g}; low, best and high must not fall")
    if values.get("unit") == "share":
        for name, number in given:
            if number > 1:
                fault(name, f"{number:g} is no share; write 10% as 0.1 or 10%")


def check_any_number(values: Mapping[str, Any], fault: Fault) -> None:
    """A number, or a vague word that is known, in the unit that the row has."""
    words, unit = values.get("words"), values.get("unit") or "people"
    if any(name in values for name in NUMBERS) or (words and read_vague(words, unit)):
        return
    if words and read_vague(words, "share" if unit == "people" else "people"):
        meant = "people" if unit == "share" else "share, and in base the line that it is a share of"
        fault("unit", f"'{words}' is {'no share' if unit == 'share' else 'a share'}; write {meant}")
    elif words:
        fault("words", f"'{words}' is not a vague word that the program knows; give low, best or high, or a word such as dozens")
    else:
        fault("best", "no number is given; give low, best or high, or a word such as dozens in the column words")
