"""Reports of our own, read and linked, for the tests of link."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from unaccounted.base.records import Claim, Cohort, Document, Source, name_claim
from unaccounted.extract import extract_claims
from unaccounted.link import Linked, link_claims


def make_document(
    text: str, name: str = "report.txt", published: str | None = None, author: str | None = None, title: str | None = None
) -> Document:
    sha256 = hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()
    return Document(sha256, name, (name,), sha256, None, "text", "utf-8", text, title=title, published=published, author=author)


def count(document: str, fate: str, best: float, label: str, at: int = 0, said_by: str | None = None, **fields: Any) -> Claim:
    """A count claim as extract would make it; parts of the cohort and fields of the claim by their names."""
    parts = {name: fields.pop(name) for name in ("origin", "affiliation", "role", "sex", "age", "kin_of", "place") if name in fields}
    named = {"unit": "people", "bound": "about", "factuality": "asserted"} | fields
    source = Source(said_by, "expert" if said_by else "media")
    claim = Claim("", document * 64, f"{document}.txt", "count", at, at + 5, "words", fate=fate, best=best, source=source, **named)
    return name_claim(dataclasses.replace(claim, cohort=Cohort(label, **parts)))


class Told:
    """Hand-made claims, linked, with look-ups by claim."""

    def __init__(self, *claims: Claim, documents: tuple[Document, ...] = ()) -> None:
        self.linked = link_claims(claims, documents)
        self.entities = {entity.id: entity for entity in self.linked.entities}
        self.links = {link.claim: link for link in self.linked.claim_links}

    def cohort(self, claim: Claim) -> str | None:
        return self.links[claim.id].cohort

    def relation(self, left: Claim, right: Claim) -> set[str]:
        """Relations of the left claim's cohort to the right one's."""
        pair = self.cohort(left), self.cohort(right)
        return {link.relation for link in self.linked.links if (link.left, link.right) == pair}


class World:
    """Some reports as claims and links, with look-ups by the words of a quote."""

    def __init__(self, *documents: Document) -> None:
        self.documents = documents
        self.claims: list[Claim] = [claim for document in documents for claim in extract_claims(document)]
        self.linked: Linked = link_claims(self.claims, documents)
        self.labels = {entity.id: entity.label for entity in self.linked.entities}
        self._links = {link.claim: link for link in self.linked.claim_links}

    def claim(self, words: str, fate: str | None = None) -> Claim:
        return next(claim for claim in self.claims if words in claim.quote and claim.kind == "count" and fate in (None, claim.fate))

    def cohort(self, words: str, fate: str | None = None) -> str | None:
        return self._links[self.claim(words, fate).id].cohort

    def origin(self, words: str, fate: str | None = None) -> str | None:
        return self._links[self.claim(words, fate).id].origin

    def relation(self, left: str | None, right: str | None) -> set[str]:
        """Relations of the left to the right, as linked."""
        return {link.relation for link in self.linked.links if (link.left, link.right) == (left, right)}


@pytest.fixture(scope="session")
def world() -> Callable[..., World]:
    return World
