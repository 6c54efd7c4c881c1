"""Everything that a page needs in one record, with the look-ups that lead from a number to its sentence.

The flow fills it: an account, the claims and documents behind it, how they are linked, and how every file ended. Where
the figures came as a spreadsheet, `claims` and `documents` are empty and only `flat` speaks. It decides nothing and
hides nothing: what may leave the machine is for `redaction`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from unaccounted.base.accounts import Account
from unaccounted.base.records import Alternative, Claim, ClaimLink, Document, Entity, EntityLink, Failure, Figure, FileFound, FlatClaim
from unaccounted.show.sentences import Sentence, find_sentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """An account and all that it rests on.

    Args:
        account: as reckoned.
        flat: the figures that went into the reckoning, and those that did not.
        claims: the statements as read, of every kind; ids as in `flat`.
        documents: the texts into which the claims' offsets point.
        claim_links: what link added to each claim.
        entities, links: whom and what the words mean, and how these stand to one another.
        files, failures: how every file found ended, and what could not be done.
        title: what the account is called, on the page and in the terminal.
        alternatives: how its figures would be had the evidence been other; None where nobody has reckoned that yet.
    """

    account: Account
    flat: tuple[FlatClaim, ...] = ()
    claims: tuple[Claim, ...] = ()
    documents: tuple[Document, ...] = ()
    claim_links: tuple[ClaimLink, ...] = ()
    entities: tuple[Entity, ...] = ()
    links: tuple[EntityLink, ...] = ()
    files: tuple[FileFound, ...] = ()
    failures: tuple[Failure, ...] = ()
    title: str = "Unaccounted"
    alternatives: tuple[Alternative, ...] | None = None
    _claims: dict[str, Claim] = field(init=False, repr=False, compare=False)
    _flat: dict[str, FlatClaim] = field(init=False, repr=False, compare=False)
    _documents: dict[str, Document] = field(init=False, repr=False, compare=False)
    _claim_links: dict[str, ClaimLink] = field(init=False, repr=False, compare=False)
    _entities: dict[str, Entity] = field(init=False, repr=False, compare=False)
    _origins: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    _in_document: dict[str, list[Claim]] = field(init=False, repr=False, compare=False)
    _of_line: dict[tuple[str, str], list[FlatClaim]] = field(init=False, repr=False, compare=False)
    _figures: dict[str, list[Figure]] = field(init=False, repr=False, compare=False)
    _beside: dict[str, list[Figure]] = field(init=False, repr=False, compare=False)
    _alternatives: dict[tuple[str, str, str], list[Alternative]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_origin: dict[str, list[str]] = defaultdict(list)
        in_document: dict[str, list[Claim]] = defaultdict(list)
        of_line: dict[tuple[str, str], list[FlatClaim]] = defaultdict(list)
        figures: dict[str, list[Figure]] = defaultdict(list)
        object.__setattr__(self, "_claims", {claim.id: claim for claim in self.claims})
        object.__setattr__(self, "_flat", {flat.id: flat for flat in self.flat})
        object.__setattr__(self, "_documents", {document.sha256: document for document in self.documents})
        object.__setattr__(self, "_claim_links", {link.claim: link for link in self.claim_links})
        object.__setattr__(self, "_entities", {entity.id: entity for entity in self.entities})
        for claim in sorted(self.claims, key=lambda claim: (claim.start, -claim.end, claim.id)):
            in_document[claim.document].append(claim)
        for flat in self.flat:
            of_line[flat.cohort, flat.fate].append(flat)
            if flat.origin:
                by_origin[flat.origin].append(flat.id)
        for link in self.claim_links:
            if link.origin and link.claim not in self._flat:
                by_origin[link.origin].append(link.claim)
        beside: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.account.figures:
            beside[figure.cohort].append(figure)
            for claim_id in figure.claims:
                figures[claim_id].append(figure)
        alternatives: dict[tuple[str, str, str], list[Alternative]] = defaultdict(list)
        for other in self.alternatives or ():
            alternatives[other.cohort, other.fate, other.as_of].append(other)
        object.__setattr__(self, "_alternatives", alternatives)
        object.__setattr__(self, "_origins", {origin: tuple(ids) for origin, ids in by_origin.items()})
        object.__setattr__(self, "_in_document", in_document)
        object.__setattr__(self, "_of_line", of_line)
        object.__setattr__(self, "_figures", figures)
        object.__setattr__(self, "_beside", beside)

    def claim(self, claim_id: str) -> Claim | None:
        """The statement as read, or None where the figure came from a spreadsheet."""
        return self._claims.get(claim_id)

    def flat_claim(self, claim_id: str) -> FlatClaim | None:
        """The figure as one row, or None where the claim is not a figure."""
        return self._flat.get(claim_id)

    def document(self, sha256: str) -> Document | None:
        """The text with this identity."""
        return self._documents.get(sha256)

    def entity(self, entity_id: str) -> Entity | None:
        """The cohort, person, group, place or event with this id."""
        return self._entities.get(entity_id)

    def claim_link(self, claim_id: str) -> ClaimLink | None:
        """What link added to a claim: its entities, origin, repeats and grade."""
        return self._claim_links.get(claim_id)

    def figures_beside(self, figure: Figure) -> tuple[Figure, ...]:
        """All figures of a figure's cohort, itself among them, in the account's order."""
        return tuple(self._beside.get(figure.cohort, ()))

    def claims_of(self, figure: Figure) -> tuple[FlatClaim, ...]:
        """The figures that a line rests on, in the account's order."""
        return tuple(self._flat[claim_id] for claim_id in figure.claims if claim_id in self._flat)

    def left_out_of(self, figure: Figure) -> tuple[FlatClaim, ...]:
        """What is said of the same cohort and fate, and is not among the line's claims."""
        used = set(figure.claims)
        return tuple(flat for flat in self._of_line.get((figure.cohort, figure.fate), ()) if flat.id not in used)

    def claims_in(self, sha256: str) -> tuple[Claim, ...]:
        """A document's claims in order of start, the longer first."""
        return tuple(self._in_document.get(sha256, ()))

    def figures_of(self, claim_id: str) -> tuple[Figure, ...]:
        """The lines that rest on a claim."""
        return tuple(self._figures.get(claim_id, ()))

    def alternatives_of(self, figure: Figure) -> tuple[Alternative, ...]:
        """How a figure would be had the evidence been other."""
        return tuple(self._alternatives.get((figure.cohort, figure.fate, figure.as_of), ()))

    def sentence(self, claim_id: str) -> Sentence | None:
        """The sentence in which a claim's quote stands, or None where no text is at hand."""
        claim = self.claim(claim_id)
        document = self.document(claim.document) if claim else None
        return find_sentence(document.text, claim.start, claim.end) if claim and document else None

    def origin_of(self, claim_id: str) -> str | None:
        """The id that all copies of one statement share."""
        flat, link = self.flat_claim(claim_id), self.claim_link(claim_id)
        return (flat.origin if flat else None) or (link.origin if link else None)

    def repeated_by(self, claim_id: str) -> str | None:
        """The claim that this one repeats; None for an originator, and where nobody knows."""
        flat, link = self.flat_claim(claim_id), self.claim_link(claim_id)
        return (flat.repeats if flat else None) or (link.repeats if link else None)

    def copies_of(self, claim_id: str) -> tuple[str, ...]:
        """The ids of all claims of the same origin, this one among them."""
        origin = self.origin_of(claim_id)
        return self._origins.get(origin, (claim_id,)) if origin else (claim_id,)

    def originator(self, claim_id: str) -> str | None:
        """The claim with which this one's origin began.

        It is the one that the others repeat, else the earliest published; None where neither tells.
        """
        copies = self.copies_of(claim_id)
        if len(copies) == 1:
            return copies[0]
        repeated = {self.repeated_by(each) for each in copies} & set(copies)
        firsts = [each for each in copies if each in repeated and self.repeated_by(each) not in copies]
        if len(firsts) == 1:
            return firsts[0]
        return self._earliest(firsts or copies)

    def _earliest(self, ids: Iterable[str]) -> str | None:
        dated = sorted((flat.published, flat.id) for flat in map(self.flat_claim, ids) if flat and flat.published)
        alone = dated and (len(dated) == 1 or dated[0][0] < dated[1][0])
        return dated[0][1] if alone else None
