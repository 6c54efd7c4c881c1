"""Readers: anything that reads a document and proposes claims. The rules reader is the first.

Trained readers and language models plug in here: they propose, the gate decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from unaccounted.base.progress import tell_progress
from unaccounted.base.records import Claim, Document
from unaccounted.extract.categories import CategoryReader
from unaccounted.extract.counts import CountReader
from unaccounted.extract.events import EventReader
from unaccounted.extract.gate import pass_claims
from unaccounted.extract.groups import GroupReader
from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.named import Named
from unaccounted.extract.passage import Passage, read_passage
from unaccounted.extract.past import Past
from unaccounted.extract.persons import PersonReader
from unaccounted.extract.policies import PolicyReader
from unaccounted.extract.references import Memory
from unaccounted.extract.rows import read_tables
from unaccounted.extract.sentences import cut_sentences
from unaccounted.extract.signs import kinds_told
from unaccounted.extract.trends import TrendReader

_LEANING = frozenset(["figure", "class"])
"""Kinds that are told only after a count or an announcement of classes."""


class Reader(Protocol):
    """Reads one document and proposes claims; every proposal passes the gate before it is one."""

    name: str

    def propose(self, document: Document) -> list[Claim]:
        """Claims as the reader sees them, in order of their place."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one document: the claims that passed the gate, and how many did not, by reason."""

    claims: tuple[Claim, ...]
    refused: Counter[str]


class RulesReader:
    """Reads English by rules over words and phrases, with the word lists of `languages/en`."""

    name = "rules"

    def propose(self, document: Document) -> list[Claim]:
        """Claims of all kinds, sentence by sentence."""
        lexicon = load_lexicon("en")
        past = Past(document)
        memory = Memory(past)
        named = Named(memory, lexicon)
        memory.recall = named.recall
        claims: list[Claim] = []
        for span in cut_sentences(document.text):
            start, end, _ = span
            tell_progress(end, len(document.text))
            kinds = kinds_told(past.go_on(span), document.text[start:end], "en")
            if not kinds or (kinds <= _LEANING and memory.told is None and memory.divided is None):
                continue
            passage = read_passage(document, past.sentence(len(past.spans) - 1), lexicon, memory)
            claims.extend(self._read(kinds, passage, memory, named))
        claims.extend(read_tables(document, lexicon))
        return claims

    def _read(self, kinds: frozenset[str], passage: Passage, memory: Memory, named: Named) -> list[Claim]:
        """The claims of the kinds that a sentence may tell."""
        claims: list[Claim] = []
        if not passage.sentence.words:
            return claims
        memory.enter(passage.sentence.paragraph)
        if "count" in kinds or ("figure" in kinds and memory.told is not None):
            claims.extend(CountReader(passage, memory).read())
            if passage.may_tell_fate and passage.quantities and passage.triggers:
                memory.see([phrase for phrase in passage.phrases if not passage.speaks(phrase)])
        if "group" in kinds:
            claims.extend(GroupReader(passage, memory).read())
        if "person" in kinds:
            claims.extend(PersonReader(passage, memory, named).read())
        if "event" in kinds:
            claims.extend(EventReader(passage, memory).read())
        if "policy" in kinds:
            claims.extend(PolicyReader(passage, memory).read())
        if "trend" in kinds:
            claims.extend(TrendReader(passage, memory).read())
        if "category" in kinds or ("class" in kinds and memory.divided is not None):
            claims.extend(CategoryReader(passage, memory).read())
        return claims


def read_document(document: Document, readers: Sequence[Reader] | None = None) -> Extraction:
    """Read one document with every reader, and let the gate decide.

    Args:
        document: as collected.
        readers: who proposes, by default the rules; a later reader's claim with the same id as an earlier one's is left out.
    """
    kept: dict[str, Claim] = {}
    refused: Counter[str] = Counter()
    for reader in (RulesReader(),) if readers is None else readers:
        passed, failed = pass_claims(reader.propose(document), document, load_lexicon("en"))
        refused += failed
        for claim in passed:
            kept.setdefault(claim.id, claim)
    return Extraction(tuple(sorted(kept.values(), key=lambda claim: (claim.start, claim.end, claim.kind, claim.id))), refused)


def extract_claims(document: Document, readers: Sequence[Reader] | None = None) -> list[Claim]:
    """Every claim that stands in a document, in order of its place.

    Args:
        document: as collected; only its text and metadata are used.
        readers: who proposes; by default the rules.

    Returns:
        Claims whose `quote == text[start:end]`; an empty list where nothing was found.
    """
    return list(read_document(document, readers).claims)
