"""A date of publication as an ISO date or a partial one, where the words say it plainly; else nothing.

In: the words of a metadata field, header line or dateline. Out: "2014-05-02", "2014-05", "2014" or None. It does not
guess: 03/04/2014 could be two days, "3 Jan 90" two centuries, "yesterday" any day, and all three are None.
"""

from __future__ import annotations

import re
from functools import cache

from unaccounted.base.dates import read_iso
from unaccounted.base.errors import UsageError
from unaccounted.collect.lists import read_list

_TIME = r"(?:[T,;]?\s*(?:at\s+)?\d{1,2}[:.h]\d{2}.{0,30})?"
_WEEKDAY = r"(?:[A-Za-z]{3,9},?\s+)?"
_YEAR = r"(?P<year>1\d{3}|2\d{3})"
_FORMS = tuple(
    re.compile(f"{form}{_TIME}", re.DOTALL)
    for form in (
        _YEAR + r"(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
        _YEAR + r"(?P<month>\d{2})(?P<day>\d{2})(?:T\d{4,6}Z?)?",
        _YEAR + r"[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})",
        _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<name>[A-Za-z]{3,9})\.?,?[\s-]+" + _YEAR,
        _WEEKDAY + r"(?P<name>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR,
        r"(?P<name>[A-Za-z]{3,9})\.?,?\s+" + _YEAR,
        r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-]" + _YEAR,
    )
)


def read_published(words: str) -> str | None:
    """The date that these words are, as far as they plainly say it.

    Args:
        words: all of the field: "2014-05-02T10:00:00Z", "2 May 2014", "May 2, 2014, 10:00 GMT", "1914".

    Returns:
        An ISO date, partial where the words are; None where they are not a date of the years 1000 to 2999, or could be
        more than one.
    """
    plain = " ".join(words.split())
    if not 4 <= len(plain) <= 80:
        return None
    for form in _FORMS:
        match = form.fullmatch(plain)
        iso = _write(match.groupdict()) if match else None
        if iso is not None:
            return iso
    return None


def _write(parts: dict[str, str | None]) -> str | None:
    month, day = parts.get("month"), parts.get("day")
    name = parts.get("name")
    if name is not None:
        month = _months().get(name.lower())
        if month is None:
            return None
    if parts.get("first"):
        day, month = _day_and_month(str(parts["first"]), str(parts["second"]))
        if day is None:
            return None
    iso = "-".join([str(parts["year"]), *(each.zfill(2) for each in (month, day) if each)])
    try:
        read_iso(iso)
    except UsageError:
        return None
    return iso


def _day_and_month(first: str, second: str) -> tuple[str | None, str | None]:
    """25/12 and 12/25 are one day; 3/4 could be two, so it is none."""
    if int(first) > 12 or first == second:
        return first, second
    return (second, first) if int(second) > 12 else (None, None)


@cache
def _months() -> dict[str, str]:
    return {row["name"]: row["month"] for row in read_list("month_names")}
