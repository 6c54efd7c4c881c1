"""The reader of HTML: our own text layer on the events of lxml's parser, which has no limit of depth.

In: bytes. Out: the words that the page shows, with captions, quotes and tables; metadata that it states. Menus and
footers are left out as furniture; hidden and struck-out words are left out and said. Scripts are not run.
"""

from __future__ import annotations

import re

from unaccounted.base.errors import ReadingError
from unaccounted.collect.decode import decode_bytes
from unaccounted.collect.opening import state_opening
from unaccounted.collect.page_head import PageHead
from unaccounted.collect.page_text import PageText
from unaccounted.collect.reading import Layer, Note

_DECLARED = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)")
_END = "unaccounted: end of page"
"""A comment put after the page: where the parser does not come to it, something swallowed the words before it."""
_WORD = re.compile(r"\w+")


class _Listener:
    """What lxml calls: passes each event to the text and to the metadata."""

    def __init__(self) -> None:
        self.page, self.head = PageText(), PageHead()
        self.came_to_the_end = False
        self._open: list[dict[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kept = dict(attributes)
        self._open.append(kept)
        self.page.start(tag, kept)
        self.head.start(tag, kept, self.page.muted)

    def end(self, tag: str) -> None:
        self.head.end(tag)
        self.page.end(tag, self._open.pop() if self._open else {})

    def data(self, words: str) -> None:
        words = words.replace(f"<!--{_END}-->", "")
        self.page.words(words)
        self.head.words(words)

    def comment(self, words: str) -> None:
        self.came_to_the_end |= words == _END

    def close(self) -> _Listener:
        return self


def read_html(content: bytes) -> Layer:
    """The text layer of an HTML page.

    Raises:
        ReadingError: the bytes are not text, or the page holds no words.
    """
    decoded = decode_bytes(content, _declared(content))
    heard = _parse(decoded.text)
    text = heard.page.text.strip()
    if not _WORD.search(text):
        raise ReadingError(
            "the page holds no words: they may be pictures, or filled in by scripts",
            remedy="Open it in a browser, and save what it shows as text",
        )
    found = heard.head.stated()
    state_opening(text, found, only_dateline=True)
    return Layer(text, "html", decoded.encoding, found, decoded.notes + _notes(heard, text))


def _declared(content: bytes) -> str | None:
    match = _DECLARED_XML.match(content[:300]) or _DECLARED.search(content[:4096])
    return match[1].decode("ascii") if match else None


def _parse(text: str) -> _Listener:
    from lxml import etree

    # libxml2 ends a page at a zero character.
    page = text.replace("\0", "\ufffd") + f"<!--{_END}-->"
    parser = etree.HTMLParser(target=_Listener(), huge_tree=True, encoding="utf-8")
    try:
        parser.feed(page.encode("utf-8"))
        heard: _Listener = parser.close()
    except etree.LxmlError as error:
        raise ReadingError(f"the page cannot be parsed: {error}", remedy="Open it in a browser, and save what it shows as text") from error
    return heard


def _notes(heard: _Listener, text: str) -> tuple[Note, ...]:
    left, notes = heard.page.left_out, []
    if left["hidden"]:
        notes.append(Note(f"{_count(left['hidden'])} in hidden parts left out", remedy="Look at the page's source for what it hides"))
    if left["struck out"]:
        notes.append(Note(f"{_count(left['struck out'])} struck out, left out", remedy="Look at the page for what was corrected"))
    if left["furniture"] > len(_WORD.findall(text)):
        words = f"{_count(left['furniture'])} in menus, footers and forms left out, more than in the page's body"
        notes.append(Note(words, remedy="If the report stands there, save it as text"))
    if not heard.came_to_the_end:
        words = "a comment, script or other part is never closed: what follows it may be missing"
        notes.append(Note(words, remedy="Look for an undamaged copy, or save what a browser shows as text"))
    return tuple(notes)


def _count(words: int) -> str:
    return f"{words:,} word{'' if words == 1 else 's'}"
