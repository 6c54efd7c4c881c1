"""Bytes to text: by byte order mark, by being UTF-8, as declared, or assumed, and which of these it was.

In: the bytes of a file, and the encoding that it declares. Out: the text, exact but for a byte order mark, and the
encoding in words for the record. Bytes that are no text are refused. What the text means is not looked at.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from unaccounted.base.errors import ReadingError
from unaccounted.collect.lists import read_list
from unaccounted.collect.reading import Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAME_AS_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252"})
"""Labels that in practice mean windows-1252. Source: WHATWG Encoding Standard, 4.2."""
_NOT_FOR_TEXT = frozenset({"utf-7", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_MOST_CONTROLS, _MOST_NULS = 0.01, 0.001
_MOST_NOT_ASCII = 0.3
"""In windows-1252 every letter of English and most letters of its other languages are ASCII; in windows-1251 none is."""

_CONVERT = "Convert it to UTF-8 text"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding with how it was chosen, and notes on bytes that could not be decoded."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode_bytes(content: bytes, declared: str | None = None) -> Decoded:
    """The text of a file's bytes.

    Args:
        content: the bytes.
        declared: the encoding that the file itself names, where it does.

    Raises:
        ReadingError: they are another format, binary, or in an encoding that cannot be told.
    """
    _refuse_other_formats(content)
    decoded = _decode(content, declared)
    refuse_binary(decoded.text)
    return decoded


def _refuse_other_formats(content: bytes) -> None:
    for row in read_list("signatures"):
        if content.startswith(bytes.fromhex(row["bytes"])):
            raise ReadingError(f"not text: it is {row['kind']}", remedy=row["remedy"])


def _decode(content: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding)
    wide = _wide_by_zeros(content)
    if wide is not None:
        return Decoded(content.decode(wide), f"{wide} (by its zero bytes)")
    known = _codec(declared)
    try:
        text = content.decode("utf-8")
        odd = f"; declared {declared}" if declared and known != "utf-8" and not text.isascii() else ""
        return Decoded(text, f"utf-8 (checked{odd})")
    except UnicodeDecodeError:
        pass
    if known is not None and known != "utf-8" and known not in _SAME_AS_WINDOWS:
        try:
            return Decoded(content.decode(known), f"{str(declared).strip().lower()} (declared)")
        except (UnicodeDecodeError, LookupError):
            pass
    return _decode_damaged(content) or _assume_windows(content, known in _SAME_AS_WINDOWS)


def _decode_marked(content: bytes, encoding: str) -> Decoded:
    how = f"{encoding} (byte order mark)"
    try:
        return Decoded(content.decode(encoding), how)
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
        return Decoded(text, how, (_damaged(text.count("\ufffd")),))


def _damaged(count: int) -> Note:
    places = "1 place" if count == 1 else f"{count:,} places"
    return Note(f"damaged: its bytes could not be decoded in {places}, marked \ufffd", remedy="Look for an undamaged copy")


def _wide_by_zeros(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero. All bytes zero is no text."""
    start = content[:4096]
    if len(content) % 2 or len(start) < 8 or b"\0" not in start:
        return None
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    guess = "utf-16-le" if odd > 0.6 * half and even < 0.02 * half else "utf-16-be" if even > 0.6 * half and odd < 0.02 * half else None
    try:
        return guess if guess is not None and content.decode(guess) else None
    except UnicodeDecodeError:
        return None


def _decode_damaged(content: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes: letters of another encoding hardly ever make valid UTF-8 by chance."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return Decoded(text, "utf-8 (damaged)", (_damaged(bad),)) if good >= 2 * bad else None


def _assume_windows(content: bytes, declared: bool) -> Decoded:
    high = len(content) - len(content.decode("ascii", "ignore"))
    if high > _MOST_NOT_ASCII * len(content):
        if _CONTROL.search(content[:4096].decode("ascii", "ignore")):
            raise ReadingError("not text: binary content", remedy=_REMEDY_BINARY)
        raise ReadingError("its encoding cannot be told", remedy=_CONVERT)
    text = content.decode("cp1252", "replace")
    undefined = text.count("\ufffd")
    notes = (_damaged(undefined),) if undefined else ()
    return Decoded(text, f"windows-1252 ({'declared' if declared else 'assumed'})", notes)


def _codec(label: str | None) -> str | None:
    if label is None:
        return None
    try:
        found = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    # Codecs such as "hex" turn bytes into bytes; a file whose declaration could be read in ASCII is not in UTF-16.
    is_text = getattr(found, "_is_text_encoding", True) and not found.name.startswith(("utf-16", "utf-32"))
    return found.name if is_text and found.name not in _NOT_FOR_TEXT else None


_REMEDY_BINARY = "Check what kind of file it is; if it is a report, save it as text or HTML"


def refuse_binary(text: str) -> None:
    """Refuse what was decoded but is no text.

    Raises:
        ReadingError: it holds nothing but zero bytes, or more control characters than any text has.
    """
    nuls = text.count("\0")
    if nuls and nuls == len(text.replace("\n", "").replace("\r", "")):
        raise ReadingError("not text: it holds nothing but zero bytes", remedy="It was lost or cut when it was copied: copy it again")
    most = max(1, int(_MOST_CONTROLS * len(text)))
    controls = sum(1 for _ in islice(_CONTROL.finditer(text), most + 1))
    if nuls > _MOST_NULS * len(text) or controls > most:
        raise ReadingError("not text: binary content", remedy=_REMEDY_BINARY)
