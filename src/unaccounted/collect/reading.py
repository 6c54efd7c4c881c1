"""What a reader hands back: the text layer of one document, or the reading of a whole file.

A reader of one format turns bytes into a `Layer` (or, where a file holds many documents, a `Reading`). `content` makes
documents of layers. A note that tells of words that are not in the text makes a document `partly read`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unaccounted.base.records import Document, Failure


@dataclass(frozen=True, slots=True)
class Stated:
    """One field of metadata as a document states it: the value, cleaned, and where it stood."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader of the ledger must know of one document.

    Args:
        words: in plain words, no full stop.
        loss: whether words of the document are missing from the text.
        remedy: what to do about it.
    """

    words: str
    loss: bool = True
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer of one document.

    Args:
        text: what offsets point into, from now on unchanged.
        format: the reader's name.
        encoding: the encoding used, and how it was chosen.
        metadata: field of `Document` to what was stated.
        notes: what is missing or odd.
    """

    text: str
    format: str
    encoding: str
    metadata: Mapping[str, Stated] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file's bytes ended: its documents, what failed in it, and the words for the ledger.

    Args:
        documents: in the file's order.
        failures: parts of the file that could not be read, or the whole file.
        status: a word of `STATUSES`.
        reason, remedy: in plain words; None where it was simply read.
    """

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]
    status: str
    reason: str | None = None
    remedy: str | None = None
