"""Persons and groups as a sentence names them. Records only; who makes them is in `names`, `aliases`, `group_names`, `whose`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a sentence.

    Args:
        first, last: words, `last` exclusive, with what brackets after the name tell.
        name: as printed, without its title.
        name_last: one past the name itself.
        real: the real name, where it is told; "unknown" where it is told that nobody knows it.
        also: another name, where it is told.
        kunya: whether the name is one ("Abu ..."), by which nobody can be told from another.
        title: the words before it that name an office ("General"), or None.
        sure: whether it is plainly a person's: by its title, kunya, given name, or because it was one before; a bare pair
            of capitalised words may be a ship's or a paper's.
        full: the longer name by which the document named this person before, or None.
        begins: the first word of its title; `first` where there is none.
        told_by: one past the words that tell another name, wherever they stand.
    """

    first: int
    last: int
    name: str
    name_last: int
    real: str | None = None
    also: str | None = None
    kunya: bool = False
    title: str | None = None
    sure: bool = True
    full: str | None = None
    begins: int = -1
    told_by: int = -1

    @property
    def person(self) -> str:
        """The name by which the person is best called: the real one where it is known."""
        return self.full or (self.name if self.real is None or self.real == "unknown" else self.real)


@dataclass(frozen=True, slots=True)
class GroupMention:
    """A group named in a sentence.

    Args:
        first, last: the name's words, `last` exclusive. end: one past what brackets after it tell.
        name: as printed. alias: another name told in brackets. acronym: whether that is one.
        kind: prefix, unit, body, quoted, known.
    """

    first: int
    last: int
    end: int
    name: str
    kind: str
    alias: str | None = None
    acronym: bool = False


@dataclass(frozen=True, slots=True)
class Whose:
    """Persons of whom something is said: as mentions of this sentence, or as names from before; `first`: their first word."""

    mentions: tuple[Mention, ...]
    names: tuple[str, ...]
    first: int
