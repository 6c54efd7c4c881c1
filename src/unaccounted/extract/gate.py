"""The one gate that every proposed claim passes, whoever proposes it: rules now, trained readers and models later.

A claim's quote must stand in the text to the letter; its number is read again from the quote and must agree; a fate
and a closed word must be ones of the vocabulary. What fails is set aside and counted by reason. No fuzzy alignment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from unaccounted.base.records import Claim, Document
from unaccounted.base.vocabulary import BOUNDS, FACTUALITIES, FATES, KINDS, MEASURES, SOURCE_ROLES, UNITS
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.quantities import find_quantities
from unaccounted.extract.sentences import read_sentence

_CLOSED = (("kind", KINDS), ("fate", FATES), ("measure", MEASURES), ("bound", BOUNDS), ("unit", UNITS), ("factuality", FACTUALITIES))


def fault_of(claim: Claim, document: Document, lexicon: Lexicon) -> str | None:
    """Why a claim may not pass, in plain words; None where it may."""
    if not claim.quote or document.text[claim.start : claim.end] != claim.quote:
        return "the quote does not stand at its offsets"
    if claim.document != document.sha256:
        return "the claim is of another document"
    for name, words in _CLOSED:
        value = getattr(claim, name)
        if value is not None and value not in words:
            return f"{name} is not a word of the vocabulary"
    if claim.source is not None and claim.source.role is not None and claim.source.role not in SOURCE_ROLES:
        return "source role is not a word of the vocabulary"
    if claim.kind == "count" and not _number_stands(claim, lexicon):
        return "the number read again from the quote does not agree"
    return None


def _number_stands(claim: Claim, lexicon: Lexicon) -> bool:
    numbers = {number for number in (claim.low, claim.best, claim.high) if number is not None}
    if not numbers:
        return False
    if claim.high == 0 or claim.best == 0:
        return True
    sentence = read_sentence(claim.quote, 0, len(claim.quote), 0)
    for quantity in find_quantities(sentence, lexicon):
        read = {number for number in (quantity.count.low, quantity.count.best, quantity.count.high) if number is not None}
        if read == numbers:
            return True
    return False


def pass_claims(claims: Iterable[Claim], document: Document, lexicon: Lexicon) -> tuple[list[Claim], Counter[str]]:
    """The claims that pass, in order, and how many did not, by reason."""
    passed: list[Claim] = []
    refused: Counter[str] = Counter()
    for claim in claims:
        fault = fault_of(claim, document, lexicon)
        if fault is None:
            passed.append(claim)
        else:
            refused[fault] += 1
    return passed, refused
