"""The words of a page as a reader sees them, from the events of a parser; any depth of nesting, since nothing recurses.

In: start of element, end of element, words. Out: a text in which blocks are parted by an empty line, rows of tables by a
line end, cells by " | ". What is left out (menus, hidden and struck-out parts) is counted. Styles in sheets are not known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from unaccounted.collect.lists import read_list

_SPACE = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile(r"\w+")
_UNSEEN = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}
"""Soft hyphens and spaces without width: not seen on the page, and they would break words in two."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))", re.IGNORECASE)


@cache
def _elements(part: str) -> frozenset[str]:
    return frozenset(row["name"] for row in read_list("page_elements") if row["part"] == part)


_NOTHING, _BLANK, _LINE, _PARAGRAPH = range(4)
_GAPS = ("", " ", "\n", "\n\n")


class PageText:
    """Builds the text of one page; `text` holds it after the last event, `left_out` the words not in it by kind."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        self._pieces: list[str] = []
        self._gap = _NOTHING
        self._cells = 0
        self._after_break = False
        self._depth = 0
        self._muted: tuple[int, str] | None = None
        self._silent: int | None = None
        self._rows: list[int] = []
        self._empty_cells: list[bool] = []
        self._verbatim = 0
        self._shifts: list[str] = []

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._pieces)

    @property
    def muted(self) -> bool:
        """Whether the words that come now are left out."""
        return self._muted is not None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._muted is not None:
            if self._silent is None and tag in _elements("never words"):
                self._silent = self._depth
            return
        kind = _why_left_out(tag, attributes)
        if kind is not None:
            self._muted = (self._depth, kind)
            if tag in _elements("block"):
                self._part(_PARAGRAPH)
        elif tag in ("td", "th") and self._rows:
            self._start_cell()
        elif tag == "tr":
            self._part(_LINE)
            self._rows.append(0)
        elif tag == "br":
            self._part(_PARAGRAPH if self._after_break else _LINE)
            self._after_break = True
        elif tag in _elements("block") or tag in ("td", "th"):
            self._part(_PARAGRAPH)
            self._verbatim += tag == "pre"
        elif tag in ("sup", "sub"):
            self._shifts.append(tag)
        elif tag == "q":
            self.words("“")

    def end(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element ends; `attributes` are those that it began with."""
        depth = self._depth
        self._depth -= 1
        if self._silent == depth:
            self._silent = None
        if self._muted is not None:
            if self._muted[0] == depth:
                self._muted = None
                if tag in _elements("block"):
                    self._part(_PARAGRAPH)
            return
        if tag in ("td", "th") and self._rows and self._empty_cells:
            self._end_cell(attributes)
        elif tag == "tr" and self._rows:
            self._rows.pop()
            self._cells = 0
            self._part(_LINE)
        elif tag in _elements("block") or tag in ("td", "th"):
            self._part(_PARAGRAPH)
            self._verbatim -= tag == "pre" and self._verbatim > 0
        elif tag in ("sup", "sub") and self._shifts:
            self._shifts.pop()
        elif tag == "q":
            self.words("”")

    def words(self, words: str) -> None:
        """Words between elements."""
        if self._muted is not None:
            if self._silent is None and self._muted[1] != "":
                self.left_out[self._muted[1]] += len(_WORD.findall(words))
            return
        words = words.translate(_UNSEEN)
        if self._shifts:
            words = words.translate(_RAISED if self._shifts[-1] == "sup" else _LOWERED)
        if self._verbatim:
            self._write(words)
            return
        plain = _SPACE.sub(" ", words)
        if plain.startswith(" "):
            self._part(_BLANK)
        if plain.strip(" "):
            self._write(plain.strip(" "))
            if plain.endswith(" "):
                self._part(_BLANK)

    def _part(self, gap: int) -> None:
        """Ask for a gap before the next words; inside a cell that holds nothing yet there is nothing to part."""
        if not (self._empty_cells and self._empty_cells[-1]):
            self._gap = max(self._gap, gap)

    def _write(self, words: str) -> None:
        if not words:
            return
        if self._cells:
            self._pieces.append(("\n" if self._gap >= _LINE and self._pieces else "") + " | " * self._cells)
        elif self._pieces:
            self._pieces.append(_GAPS[self._gap])
        self._pieces.append(words)
        self._gap, self._cells, self._after_break = _NOTHING, 0, False
        if self._empty_cells:
            self._empty_cells[-1] = False

    def _start_cell(self) -> None:
        self._rows[-1] += 1
        self._cells += self._rows[-1] > 1
        self._empty_cells.append(True)

    def _end_cell(self, attributes: Mapping[str, str]) -> None:
        was_empty = self._empty_cells.pop()
        if not was_empty:
            self._gap = _NOTHING
            if self._empty_cells:
                self._empty_cells[-1] = False
        span = attributes.get("colspan", "1")
        self._cells += min(int(span), 50) - 1 if span.isdecimal() and int(span) > 1 else 0


def _why_left_out(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The kind of what is left out: "" where no reader would see it as words; None where it is kept."""
    if tag in _elements("never words"):
        return ""
    if tag in _elements("struck out"):
        return "struck out"
    if "hidden" in attributes or _HIDING_STYLE.search(attributes.get("style", "")):
        return "hidden"
    if tag in _elements("furniture") or attributes.get("role", "").lower() in _elements("furniture role"):
        return "furniture"
    return None
