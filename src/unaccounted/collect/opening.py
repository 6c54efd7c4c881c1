"""What the first lines of a text plainly say of it: its title, who wrote it, and the date that it carries.

In: a text. Out: title (a short first line that stands apart), header lines ("Published: 2014-05-02"), a byline
("By NAME"), a dateline ("CITY, 20 December 1812 -"), a day that stands on a line alone. Where the lines could be
something else, nothing is taken.
"""

from __future__ import annotations

import re

from unaccounted.collect.metadata import metadata_names, state
from unaccounted.collect.published import read_published
from unaccounted.collect.reading import Stated

_LOOKED_AT = 8_000
_LINES = 8
_LONGEST_TITLE = 120
_DATED_LINES, _LONGEST_DATE = 5, 40
_HEADER = re.compile(r"([A-Za-z][A-Za-z ]{1,19}?)\s*:\s*(\S.*)")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_BYLINE = re.compile(
    rf"\s*(?i:by):?\s+(?P<name>{_NAME}(?:\s+(?:{_NAME}|and|de|da|del|della|di|van|von|der|den|al|el|bin|ibn|la|le)){{1,8}})"
    r"(?:\s*\([^)]{1,40}\)|\s*[,|].{1,60})?\s*"
)
_DATELINE = re.compile(
    r"\s*(?P<place>[^\W\d_a-z][^\d\n:;]{1,60}?),?\s+\(?(?P<date>\d{1,2} [A-Za-z]{3,9}\.? \d{4}|[A-Za-z]{3,9}\.? \d{1,2}, \d{4})\)?"
    r"\.?(?:\s+[(\[][^)\]]{1,40}[)\]])?\s*(?:--|[-–—])(?:\s|$)"
)


def state_opening(text: str, found: dict[str, Stated], only_dateline: bool = False) -> None:
    """Add to `found` what the first lines of a text say of it; a field that is stated already stays.

    Args:
        text: the text layer.
        found: field to what was stated.
        only_dateline: for texts whose title and author stand elsewhere.
    """
    lines = text[:_LOOKED_AT].splitlines()
    spoken = [line for line in lines if line.strip()]
    if not only_dateline:
        _state_headers(spoken, found)
        _state_title(lines, found)
        _state_byline(lines[: 2 * _LINES], found)
    for line in spoken[:_LINES]:
        match = _DATELINE.match(line[:200])
        if match and _is_place(match["place"]):
            state(found, "published", match["date"], "dateline")
    for line in spoken[:_DATED_LINES] if not only_dateline else ():
        alone = line.strip()
        day = read_published(alone) if len(alone) <= _LONGEST_DATE and any(letter.isalpha() for letter in alone) else None
        if day is not None and len(day) == len("2019-03-15"):
            state(found, "published", alone, "a line with a date alone")


def _state_headers(spoken: list[str], found: dict[str, Stated]) -> None:
    """Header lines stand together at the very top, or right under the title."""
    names = metadata_names("key")
    for number, line in enumerate(spoken[:12]):
        match = _HEADER.fullmatch(line.strip())
        field = names.get(match[1].lower()) if match else None
        if match is None or field is None:
            if number == 0:
                continue
            return
        state(found, field, match[2], "header line")


def _state_title(lines: list[str], found: dict[str, Stated]) -> None:
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None or "title" in found:
        return
    title, rest = lines[first].strip(), lines[first + 1 :]
    if len(title) > _LONGEST_TITLE or title[-1] in ".,;:" or not any(line.strip() for line in rest):
        return
    # Two hyphens are the dash of a telex, which has datelines where others have titles.
    if "--" in title or _is_opening_line(lines, first):
        return
    if not re.match(r"[\"'“‘«(\[]*[^\W_a-z]", title):
        return
    following = rest[0].strip()
    # A first line that the second one goes on from is the beginning of a paragraph that was broken into lines.
    if not following or _is_opening_line(lines, first + 1) or len(following) > _LONGEST_TITLE:
        state(found, "title", title, "first line")


def _is_opening_line(lines: list[str], number: int) -> bool:
    return _is_header_or_dateline(lines[number]) or _byline(lines, number) is not None


def _is_header_or_dateline(line: str) -> bool:
    header = _HEADER.fullmatch(line.strip())
    dateline = _DATELINE.match(line[:200])
    is_header = header is not None and header[1].lower() in metadata_names("key")
    return is_header or (dateline is not None and _is_place(dateline["place"]))


def _state_byline(lines: list[str], found: dict[str, Stated]) -> None:
    """Above a byline is nothing, an empty line or the title, not the rest of its own sentence."""
    for number in range(len(lines)):
        above = lines[number - 1].strip() if number else ""
        name = _byline(lines, number) if not above or ("title" in found and above == found["title"].value) else None
        if name is not None:
            state(found, "author", name, "byline")
            return


def _byline(lines: list[str], number: int) -> str | None:
    """The name in a line that is "By NAME" and nothing else, where the line below does not go on from it."""
    line = lines[number]
    match = _BYLINE.fullmatch(line) if len(line) <= 160 else None
    if match is None:
        return None
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    if below and len(below) <= _LONGEST_TITLE and not _is_header_or_dateline(below):
        return None
    name = match["name"]
    first, last = name.split()[0], name.split()[-1]
    ends = last[:1].isupper() and (not last.endswith(".") or len(last) <= 3)
    return name if first[:1].isupper() and ends and read_published(name) is None else None


def _is_place(words: str) -> bool:
    """A dateline's place is names only: "near the city on" is the middle of a sentence."""
    names = [word for word in re.split(r"[\s,/()]+", words) if word]
    return 0 < len(names) <= 6 and all(word[0].isupper() or word in ("of", "the", "de", "la", "el", "del") for word in names)
