"""The reader of Markdown: the text is the file as it stands without its front matter; marks are kept.

In: bytes. Out: the text layer; metadata from the front matter (YAML between two lines of three hyphens), else from the
first heading and the first lines. Front matter that is not YAML stays in the text and is said.
"""

from __future__ import annotations

import re

from unaccounted.collect.decode import decode_bytes
from unaccounted.collect.metadata import state, state_keys
from unaccounted.collect.opening import state_opening
from unaccounted.collect.reading import Layer, Note, Stated

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.{0,65536}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"\s*#{1,2}[ \t]+(.+?)[ \t]*#*[ \t]*(?:\r?\n|\Z)")


def read_markdown(content: bytes) -> Layer:
    """The text layer of a Markdown file.

    Raises:
        ReadingError: the bytes are not text.
    """
    decoded = decode_bytes(content)
    text, found, notes = _split_front(decoded.text)
    heading = _HEADING.match(text)
    if heading:
        state(found, "title", heading[1], "first heading")
    state_opening(text[heading.end() :] if heading else text, found, only_dateline=False)
    return Layer(text, "markdown", decoded.encoding, found, decoded.notes + notes)


def _split_front(text: str) -> tuple[str, dict[str, Stated], tuple[Note, ...]]:
    match = _FRONT.match(text)
    if match is None:
        return text, {}, ()
    import yaml

    try:
        # BaseLoader makes texts of all values, so that "1869" and "no" stay as they were written; it builds no objects.
        front = yaml.load(match["yaml"], Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" (line {line + 2})" if line is not None else ""
        note = Note(f"its front matter is not valid YAML{where} and was read as text", loss=False, remedy="Mend the front matter")
        return text, {}, (note,)
    if not isinstance(front, dict):
        return text, {}, ()
    found, notes = state_keys(front, "front matter")
    return text[match.end() :], found, notes
