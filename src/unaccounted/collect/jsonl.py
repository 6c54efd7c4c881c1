"""The reader of JSON lines: one document a line, `text` and what is known of it; a bad line costs only itself.

In: bytes. Out: a layer for each line that holds a document, with the line's number and its hash; a fault for each that
does not. A document's identity is the hash of its line, so that the same line in two files is one document.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

from unaccounted.base.errors import ReadingError
from unaccounted.collect.decode import decode_bytes, refuse_binary
from unaccounted.collect.metadata import state_keys
from unaccounted.collect.reading import Layer, Note

MOST_FAULTS = 1_000
"""Faults named one by one; a file with more is hardly JSON lines."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_REMEDY = 'Write one object a line, such as {"text": "...", "published": "2014-05-02"}'


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds a document, or a fault: exactly one of `layer` and `fault` is given.

    Args:
        number: from 1.
        sha256: of the line's text in UTF-8, without its end.
        layer: the document's text layer.
        fault: what is wrong with the line.
        remedy: what to do about it.
    """

    number: int
    sha256: str
    layer: Layer | None = None
    fault: str | None = None
    remedy: str | None = None


def read_jsonl(content: bytes) -> list[Line]:
    """The lines of a JSON lines file; empty lines are passed over.

    Raises:
        ReadingError: the bytes are not text.
    """
    decoded = decode_bytes(content)
    # Not splitlines: U+2028 and the like may stand inside a JSON string.
    lines = decoded.text.split("\n")
    return [_read_line(number, line, decoded.encoding, decoded.notes) for number, line in enumerate(lines, 1) if line.strip()]


def _read_line(number: int, line: str, encoding: str, notes: tuple[Note, ...]) -> Line:
    line = line.removesuffix("\r")
    digest = hashlib.sha256(line.encode("utf-8")).hexdigest()
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        return Line(number, digest, fault=f"not JSON: {error.msg} at character {error.colno}", remedy=_REMEDY)
    except (RecursionError, ValueError):
        return Line(number, digest, fault="not JSON that can be read: it nests too deep, or a number is too long", remedy=_REMEDY)
    if not isinstance(given, dict):
        return Line(number, digest, fault="not an object", remedy=_REMEDY)
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        what = "it has no 'text'" if text is None else "its 'text' is empty" if isinstance(text, str) else "its 'text' is not a text"
        return Line(number, digest, fault=what, remedy=_REMEDY)
    whole = _SURROGATE.sub("\ufffd", text)
    try:
        refuse_binary(whole)
    except ReadingError as error:
        return Line(number, digest, fault=f"its 'text' is {error.what}", remedy=error.remedy)
    found, key_notes = state_keys({key: value for key, value in given.items() if key != "text"}, f"line {number}")
    damaged = tuple(note for note in notes if "\ufffd" in line)
    return Line(number, digest, Layer(whole, "jsonl", encoding, found, damaged + _lone(text) + key_notes))


def _lone(text: str) -> tuple[Note, ...]:
    count = len(_SURROGATE.findall(text))
    if not count:
        return ()
    words = f"{count:,} half character{'' if count == 1 else 's'} (lone surrogates) replaced by \ufffd"
    return (Note(words, remedy="Write the file anew with the tool that made it"),)
