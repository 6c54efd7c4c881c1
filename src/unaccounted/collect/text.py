"""The reader of plain text: the text is the decoded bytes exactly, line ends and all; only a byte order mark is left out.

In: bytes. Out: the text layer, with the metadata that its first lines plainly state.
"""

from __future__ import annotations

from unaccounted.collect.decode import decode_bytes
from unaccounted.collect.opening import state_opening
from unaccounted.collect.reading import Layer, Stated


def read_text(content: bytes) -> Layer:
    """The text layer of a plain text file.

    Raises:
        ReadingError: the bytes are not text.
    """
    decoded = decode_bytes(content)
    found: dict[str, Stated] = {}
    state_opening(decoded.text, found)
    return Layer(decoded.text, "text", decoded.encoding, found, decoded.notes)
