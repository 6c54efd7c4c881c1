"""Which claim serves which expected claim, and in which fields the two agree.

The rule: the same kind, quotes that overlap by more than half of the shorter in words, and, of counts, an equal number. Counts of one
number and fate whose quotes share the place of the number itself may overlap by less. Each claim serves one expected claim, so that
most are served and, among these, most fields agree. Where a report has several quotes alike, fields decide.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from tests.corpus.printed_numbers import numbers_in

Told = dict[str, Any]
"""An expected claim, or a claim as plain dicts."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "and",
        "for",
        "to",
        "at",
        "on",
        "by",
        "from",
        "with",
        "who",
        "whom",
        "that",
        "which",
        "those",
        "these",
        "their",
        "its",
        "his",
        "her",
        "this",
        "some",
        "had",
        "was",
        "were",
        "been",
    ]
)
_ALIKE = {"men": "man", "women": "woman", "children": "child", "wives": "wife", "persons": "people", "person": "people", "souls": "people"}
NUMBERS = ("low", "best", "high")


def many(value: Any) -> list[Any]:
    """The readings that an expected field accepts."""
    return value if isinstance(value, list) else [value]


def telling(words: Any) -> set[str]:
    """The telling words of a name or label, folded so that singular and plural meet."""
    every = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(str(words or "").casefold())]
    kept = [word for word in every if word not in _EMPTY] or every
    return {_ALIKE.get(word, word[:-3] + "y" if word.endswith("ies") else word.rstrip("s") or word) for word in kept}


def _texts(value: Any) -> str:
    return " ".join(_texts(part) for part in value.values()) if isinstance(value, dict) else str(value or "")


def overlap(left: Told, right: Told, text: str) -> float:
    """What share of the shorter quote's words stands in both quotes, by place in the text."""
    start, end = max(left["start"], right["start"]), min(left["end"], right["end"])
    if start >= end:
        return 0.0
    shorter = min(len(_WORD.findall(text[each["start"] : each["end"]])) for each in (left, right))
    return len(_WORD.findall(text[start:end])) / max(1, shorter)


def _close(told: float, given: Any, unit: str) -> bool:
    return given is not None and abs(float(given) - told) <= (0.021 if unit == "share" else 0.0)


def same_number(told: Told, claim: Told) -> bool:
    """Whether a count says the expected number, whatever its bound; of vague words, whether it keeps them."""
    unit = claim.get("unit") or "people"
    if unit not in many(told["unit"]) and told.get("best") != 0:
        return False
    given = [float(told[name]) for name in NUMBERS if told.get(name) is not None]
    if not given:
        expected, words = str(told["words"]).casefold(), str(claim.get("words") or "").casefold()
        return claim.get("bound") == "vague" and bool(words) and (expected in words or words in expected)
    if given == [0.0]:
        return claim.get("best") == 0 or (claim.get("high") is not None and claim["high"] <= 10 and claim.get("bound") == "vague")
    return any(_close(number, claim.get(name), unit) for number in given for name in NUMBERS)


def _exact_number(told: Told, claim: Told) -> bool:
    given = [name for name in NUMBERS if told.get(name) is not None]
    if not given or told.get("best") == 0:
        return same_number(told, claim)
    return all(_close(float(told[name]), claim.get(name), claim.get("unit") or "people") for name in given)


def _first_day(date: str) -> str:
    return (date + "-01-01")[:10] if len(date) == 4 else (date + "-01")[:10]


def _last_day(date: str) -> str:
    if len(date) == 4:
        return date + "-12-31"
    year, month, *day = date.split("-")
    return date if day else f"{date}-{calendar.monthrange(int(year), int(month))[1]:02d}"


def same_date(told: str, when: Any) -> bool:
    """Whether an interval of days begins and ends as expected; an end that is left open is not asked for."""
    start, _, end = told.partition("/") if "/" in told else (told, "", told)
    given = when or {}
    begins = not start or str(given.get("start")) == _first_day(start)
    return begins and (not end or str(given.get("end")) == _last_day(end))


def _shares(name: str, *also: str) -> Callable[[Told, Told], bool]:
    def check(told: Told, claim: Told) -> bool:
        given = telling(" ".join(_texts(claim.get(each)) for each in (name, *also)))
        return any(telling(each) & given for each in many(told[name]))

    return check


def _holds(name: str, *also: str) -> Callable[[Told, Told], bool]:
    def check(told: Told, claim: Told) -> bool:
        given = telling(" ".join(_texts(claim.get(each)) for each in (name, *also)))
        return any(telling(each) <= given for each in many(told[name]))

    return check


def _cohort(told: Told, claim: Told) -> bool:
    given = telling(_texts(claim.get("cohort")))
    return bool(telling(told["cohort"]) & given) or (telling(told["cohort"]) <= {"people", "body"} and bool(given))


def _person(told: Told, claim: Told) -> bool:
    """Any name by which the report calls the person, or a part of it: whether "Bauma" is Séraphin Bauma is for link to say."""
    given = [telling(claim[name]) for name in ("person", "alias", "also", "real_name") if claim.get(name)]
    return any(name <= each or each <= name for name in map(telling, told["called"]) for each in given)


def _speaker(told: Told, claim: Told) -> bool:
    name = (claim.get("source") or {}).get("name")
    if "source" in told:
        return bool(telling(told["source"]) & telling(name))
    return not name or bool(telling(name) & telling(told.get("publisher")))


def _factuality(told: Told, claim: Told) -> bool:
    accepted = set(many(told["factuality"]))
    return claim.get("factuality") in (accepted | {"negated"} if told.get("best") == 0 else accepted)


CHECKS: dict[str, Callable[[Told, Told], bool]] = {
    "number": _exact_number,
    "bound": lambda told, claim: claim.get("bound") in many(told["bound"]) or told.get("best") == 0,
    "fate": lambda told, claim: claim.get("fate") in many(told["fate"]),
    "covers": lambda told, claim: set(claim.get("covers") or ()) == set(told["covers"]),
    "measure": lambda told, claim: claim.get("measure") in many(told["measure"]),
    "factuality": _factuality,
    "cohort": _cohort,
    "speaker": _speaker,
    "speaker's role": lambda told, claim: (claim.get("source") or {}).get("role") in many(told["source_role"]),
    "date": lambda told, claim: same_date(told["when"], claim.get("when")),
    "place": lambda told, claim: bool(telling(told["place"]) & telling(_texts(claim.get("where")) + " " + _texts(claim.get("cohort")))),
    "person": _person,
    "alias": _holds("alias", "also", "person", "group", "real_name"),
    "group": _holds("group", "alias", "part_of", "also"),
    "part_of": _shares("part_of", "group"),
    "role": _shares("role", "person", "cohort"),
    "origin": _shares("origin", "cohort"),
    "reason": _shares("reason"),
    "actor": _shares("actor"),
    "composition": _shares("composition", "cohort"),
    "event": _shares("event"),
    "authority": _shares("authority", "source"),
    "divides": _shares("divides"),
    "real_name": _holds("real_name"),
    "stance": lambda told, claim: claim.get("stance") in many(told["stance"]),
    "direction": lambda told, claim: claim.get("direction") in many(told["direction"]),
    "status": lambda told, claim: claim.get("status") in many(told["status"]),
    "duration_months": lambda told, claim: claim.get("duration_months") in many(told["duration_months"]),
}
"""How each field is compared; it is asked for where the expected claim gives it."""

_GIVEN_BY = {"speaker": "factuality", "speaker's role": "source_role", "date": "when", "number": "bound"}


def compare_fields(told: Told, claim: Told) -> dict[str, bool]:
    """For each field that the expected claim gives, whether the claim agrees."""
    return {name: check(told, claim) for name, check in CHECKS.items() if told.get(_GIVEN_BY.get(name, name)) is not None}


def _pair(told: Sequence[Told], claims: Sequence[Told], fits: Callable[[Told, Told], bool]) -> dict[int, int]:
    """The one-to-one pairing with most pairs that fit and, among such, most fields that agree."""
    worth = np.zeros((len(told), len(claims)))
    for row, expected in enumerate(told):
        for column, claim in enumerate(claims):
            if fits(expected, claim):
                agreed = list(compare_fields(expected, claim).values())
                worth[row, column] = 10 + sum(agreed) / max(1, len(agreed))
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if worth[row, column] > 0}


def _near(told: Told, claim: Told, text: str) -> bool:
    return bool(told["kind"] == claim["kind"] and overlap(told, claim, text) > 0.5)


def _share_number(told: Told, claim: Told, text: str) -> bool:
    both = text[max(told["start"], claim["start"]) : min(told["end"], claim["end"])]
    printed = str(told["words"]).casefold() in both.casefold() if "words" in told else bool(_printed(told) & numbers_in(both))
    return printed and claim.get("fate") in many(told["fate"])


def _printed(told: Told) -> set[float]:
    return {float(told[name]) for name in NUMBERS if told.get(name) is not None}


def match_claims(told: Sequence[Told], claims: Sequence[Told], text: str) -> dict[int, int]:
    """Which claim (by place in `claims`) serves which expected claim (by place in `told`)."""

    def fits(expected: Told, claim: Told) -> bool:
        if expected["kind"] != "count" or claim["kind"] != "count":
            return _near(expected, claim, text)
        return same_number(expected, claim) and (_near(expected, claim, text) or _share_number(expected, claim, text))

    return _pair(told, claims, fits)


def match_wrong_numbers(told: Sequence[Told], claims: Sequence[Told], text: str, served: dict[int, int]) -> dict[int, int]:
    """Of what `served` leaves over: counts that stand at an expected count and say its fate with another number."""
    rows = [row for row in range(len(told)) if row not in served and told[row]["kind"] == "count"]
    columns = [column for column in range(len(claims)) if column not in served.values()]

    def fits(expected: Told, claim: Told) -> bool:
        return _near(expected, claim, text) and claim.get("fate") in many(expected["fate"])

    pairs = _pair([told[row] for row in rows], [claims[column] for column in columns], fits)
    return {rows[row]: columns[column] for row, column in pairs.items()}


def takes_trap(trap: Told, claim: Told) -> bool:
    """Whether a claim reads what must not be read so: the number, fate or person at this place.

    Where the trap names none of them: whether any claim of a fate stands there, most of its quote within the trap.
    """
    if claim["end"] <= trap["start"] or trap["end"] <= claim["start"]:
        return False
    asked = []
    if "number" in trap:
        asked.append(claim["kind"] == "count" and float(trap["number"]) in [claim[name] for name in NUMBERS if claim.get(name) is not None])
    if "fate" in trap:
        asked.append(claim.get("fate") == trap["fate"] and claim.get("best") != 0 and claim.get("factuality") in ("asserted", "reported"))
    if "person" in trap:
        asked.append(bool(claim["kind"] in ("fate", "identity") and claim.get("person")))
    if asked:
        return all(asked)
    inside = min(trap["end"], claim["end"]) - max(trap["start"], claim["start"])
    return claim["kind"] not in ("category", "event", "group") and inside > (claim["end"] - claim["start"]) / 2


def names_office_alone(claim: Told) -> bool:
    """Whether an identity says no more than whence a person is or what office they hold: not listed in the corpus, nor counted against."""
    return claim["kind"] == "identity" and not any(claim.get(name) for name in ("alias", "also", "real_name"))
