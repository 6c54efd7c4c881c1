"""Numbers, dates, counts and names as words for people to read: "5,000", "1 July 2019", "at least 43".

It takes values of the records and gives plain text; escaping is for whoever writes it into a page. It never rounds a
figure further than to whole people, and never hides a character: one that could reorder or break a line is shown as a sign.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable

from unaccounted.base.dates import read_iso
from unaccounted.base.errors import UsageError
from unaccounted.base.ranges import read_vague
from unaccounted.base.records import Figure, FlatClaim
from unaccounted.base.vocabulary import SOURCE_LETTERS, STATEMENT_DIGITS

_BREAKS = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Text without characters that a terminal or a page would obey: each becomes the replacement sign. Lines stay."""
    return _BREAKS.sub("\ufffd", text.replace("\r\n", "\n"))


def clean_name(name: str) -> str:
    """A name, title or label on one line."""
    return clean_text(_SPACES.sub(" ", name)).strip()


def write_count(number: float | None) -> str:
    """Whole people with thin grouping, "5,000"; a dash where unknown."""
    return "–" if number is None else f"{number:,.0f}"


def write_about(number: float) -> str:
    """A number to two significant digits, for what is no surer than that: "48,000", "370", "6"."""
    whole = round(abs(number))
    step = 10 ** max(len(str(whole)) - 2, 0)
    return write_count(round(whole / step) * step)


def write_range(low: float | None, high: float | None) -> str:
    """ "4,000–6,000"; one number where both ends are the same; a dash where unknown."""
    if low is None or high is None:
        return "–"
    first, last = write_count(low), write_count(high)
    return first if first == last else f"{first}–{last}"


def write_share(share: float) -> str:
    """ "10%", "0.5%": as many digits as were given, three at the most."""
    return f"{share * 100:.3g}%"


def write_date(text: str | None) -> str:
    """A full or partial ISO date, or two joined by "/", in words; the text itself where it is not one."""
    if not text or text == "undated":
        return "an unknown date"
    if "/" in text:
        return " to ".join(write_date(part) for part in text.split("/", 1))
    try:
        span = read_iso(text)
    except UsageError:
        return clean_name(text)
    if span.precision == "year":
        return str(span.end.year)
    month = f"{calendar.month_name[span.end.month]} {span.end.year}"
    return month if span.precision == "month" else f"{span.end.day} {month}"


def write_claim(flat: FlatClaim) -> str:
    """What one claim says of how many: "about 5,000", "at least 43", "dozens (24–99)", "10% of joined"."""
    of = f" of {flat.base or 'those who entered'}" if flat.unit == "share" else ""
    return _write_number(flat) + of


def _write_number(flat: FlatClaim) -> str:
    def one(number: float) -> str:
        return write_share(number) if flat.unit == "share" else write_count(number)

    low, best, high = flat.low, flat.best, flat.high
    if flat.bound == "vague" or (flat.words and best is None and low is None and high is None):
        return _write_vague(flat, one)
    if flat.bound == "at least" and (number := best if best is not None else low) is not None:
        return f"at least {one(number)}"
    if flat.bound == "at most" and (number := best if best is not None else high) is not None:
        return f"at most {one(number)}"
    if best is None and low is not None and high is not None:
        return one(low) if low == high else f"{one(low)} to {one(high)}"
    if best is None:
        return f"at least {one(low)}" if low is not None else f"at most {one(high)}" if high is not None else "no number"
    around = f" ({one(low)}–{one(high)})" if low is not None and high is not None and (low, high) != (best, best) else ""
    return f"about {one(best)}{around}" if flat.bound == "about" else f"{one(best)}{around}"


def _write_vague(flat: FlatClaim, one: Callable[[float], str]) -> str:
    words = clean_name(flat.words or "an unnamed number")
    known = read_vague(flat.words, flat.unit) if flat.words else None
    low = flat.low if flat.low is not None else known.low if known else None
    high = flat.high if flat.high is not None else known.high if known else None
    if low is None or high is None:
        return words
    return f"{words} ({one(low)}–{one(high)})"


def write_grade(grade: str | None) -> str:
    """An Admiralty grade in words: "B3: usually reliable; possibly true"."""
    if not grade:
        return "not graded"
    letter, digit = SOURCE_LETTERS.get(grade[:1]), STATEMENT_DIGITS.get(grade[1:2])
    said = [term.definition.rstrip(".").partition(":")[0] for term in (letter, digit) if term]
    return f"{grade}: {'; '.join(said).lower()}" if said else grade


def write_origins(number: int) -> str:
    """ "3 independent origins", "one origin", "no origin of its own"."""
    if number == 0:
        return "no origin of its own"
    return "one origin" if number == 1 else f"{number} independent origins"


def write_figure(figure: Figure) -> str:
    """A figure as a phrase: "1,210 (310–2,130)", or "not reckoned"."""
    if figure.best is None:
        return "not reckoned"
    spread = write_range(figure.low, figure.high)
    return write_count(figure.best) if spread == write_count(figure.best) else f"{write_count(figure.best)} ({spread})"


def fold_ascii(text: str) -> str:
    """Lower-case letters and digits of the ASCII range, all else a hyphen: for addresses."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
