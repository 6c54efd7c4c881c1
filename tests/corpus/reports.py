"""The corpus: short invented reports, each with the claims that a careful human reader expects of it.

In: the YAML files of `train` and `test` beside this file; README.md states their conventions. Out: reports whose claims and traps
carry their offsets and the defaults that the conventions give. This file does not judge whether a report keeps the conventions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from unaccounted.base.records import Document

FOLDER = Path(__file__).parent
HALVES = ("train", "test")

Told = dict[str, Any]
"""An expected claim, or a trap: the fields that its file gives, with `start`, `end`, the defaults and (of a claim) its `publisher`,
which is who speaks where no source is given, and of a person's all names by which the report calls them: `called`."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report of the corpus.

    Args:
        half: `train` (for training the scorer and for tuning) or `test` (for testing only).
        name: of its file, without the ending.
        voice: who writes it: a wire service, a court, ... setting: what happened: a raid, a flood, ...
        text: what offsets point into.
        claims: what a careful reader finds. traps: what must not be read so.
        title, publisher, author, published: None where it does not say.
    """

    half: str
    name: str
    voice: str
    setting: str
    text: str
    claims: tuple[Told, ...]
    traps: tuple[Told, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None


def find_quote(text: str, quote: str, nth: int = 1) -> int:
    """Where the `nth` occurrence of a quote begins, or -1 where there are fewer."""
    start = -1
    for _ in range(nth):
        start = text.find(quote, start + 1)
        if start < 0:
            return -1
    return start


def complete_claim(told: Told) -> Told:
    """An expected claim with what the conventions leave unsaid: factuality, and of a count its bound and unit."""
    full = {"factuality": "reported" if told.get("source") else "asserted"} | told
    if full["kind"] == "count":
        full = {"unit": "people", "bound": "exact"} | full
    for name in ("when", "person", "group"):
        if full.get(name) is not None:
            full[name] = str(full[name])
    return full


def _name_persons(claims: list[Told]) -> Iterator[Told]:
    """The claims, those on a person with `called`: every name that the report's identities give that person."""
    known = [
        [str(claim[name]) for name in ("person", "alias", "also") if claim.get(name)] for claim in claims if claim["kind"] == "identity"
    ]
    for claim in claims:
        person = claim.get("person")
        words = set(str(person).split())
        others = {name for names in known if any(words <= set(each.split()) for each in names) for name in names}
        yield claim if person is None else claim | {"called": sorted({person} | others)}


@cache
def load_report(path: Path) -> Report:
    """One file of the corpus.

    Raises:
        ValueError: a quote does not stand in the text.
    """
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = told["text"].strip("\n")

    def placed(entry: Told) -> Told:
        start = find_quote(text, entry["quote"], entry.get("nth", 1))
        if start < 0:
            raise ValueError(f"{path.name}: the quote does not stand in the text: {entry['quote']!r}. Copy it from the text to the letter.")
        return entry | {"start": start, "end": start + len(entry["quote"])}

    metadata = {name: str(told[name]) for name in ("title", "publisher", "author", "published") if told.get(name) is not None}
    itself = " ".join(metadata.get(name, "") for name in ("publisher", "author")).strip()
    completed = [complete_claim(claim) | {"publisher": itself} for claim in told["claims"]]
    claims = tuple(placed(claim) for claim in _name_persons(completed))
    traps = tuple(placed(trap) for trap in told.get("traps") or ())
    return Report(path.parent.name, path.stem, told["voice"], told["setting"], text, claims, traps, **metadata)


def load_reports(half: str | None = None) -> Iterator[Report]:
    """Every report, or those of one half, in the order of their names."""
    for each in HALVES if half is None else (half,):
        for path in sorted((FOLDER / each).glob("*.yaml")):
            yield load_report(path)


def as_document(report: Report) -> Document:
    """A report as the reader is handed it."""
    name = f"{report.half}/{report.name}"
    return Document(
        sha256=name, name=name, names=(name,), original=name, part=None, format="text", encoding="utf-8", text=report.text,
        title=report.title, publisher=report.publisher, author=report.author, published=report.published, language="en",
    )  # fmt: skip
