"""Names of files as they can be shown: harmless on a screen or a page, and as different as the true ones.

In: a path's text as the system gives it. Out: the same with every character escaped that would move the cursor,
turn the direction of writing, or is not a character at all. The true path is kept elsewhere, for opening.
"""

from __future__ import annotations

import unicodedata

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def show_name(true: str) -> str:
    r"""The displayable form of a file's name or path.

    A newline becomes `\n`, a right-to-left override `\u202e`, a byte that is not UTF-8 `\xff`, a backslash two of them,
    so that two different names never look the same.

    Args:
        true: the name, with undecodable bytes as lone surrogates (PEP 383).
    """
    if true.isascii() and true.isprintable() and "\\" not in true:
        return true
    return "".join(_show(each) for each in true)


def _show(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if unicodedata.category(character) not in _HARMFUL:
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
