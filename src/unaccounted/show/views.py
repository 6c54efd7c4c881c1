"""What templates are given: ledgers, claims and files in words, with their addresses, ready to be written.

In comes evidence, out come small records without mark-up, save for the bars, which are SVG of our own making. It decides
nothing about escaping (the templates escape everything) nor about who may see it (see `redaction`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from unaccounted.base.records import Claim, Diagnostic, Figure, FlatClaim, Inference
from unaccounted.show.addresses import figure_slug, ledger_slug
from unaccounted.show.bars import draw_bar
from unaccounted.show.certainty import REST, Certainty, judge_certainty
from unaccounted.show.evidence import Evidence
from unaccounted.show.ledger import Ledger, Line, Place, lay_out
from unaccounted.show.pictures import draw_cohort_flow, draw_pictures
from unaccounted.show.pulls import Pulls, gather_pulls
from unaccounted.show.sentences import Sentence
from unaccounted.show.testimony import Testimony, explain_left_out, gather_left_out, gather_testimony, make_testimony, say_note
from unaccounted.show.wording import clean_name, write_claim, write_count

if TYPE_CHECKING:
    from markupsafe import Markup

FULL = 6
"""How many cohorts stand open on a page; the others open at a click."""


@dataclass(frozen=True, slots=True)
class LineView:
    """One row of an account: its line, bar and word of certainty; its claims where the page shows them in place."""

    line: Line
    slug: str
    bar: Markup
    certainty: Certainty
    claims: tuple[Testimony, ...] = ()
    left_out: tuple[Testimony, ...] = ()
    drawn: Mapping[str, str] = field(default_factory=dict)
    pulls: Pulls | None = None

    @property
    def figure(self) -> Figure:
        """The figure of the row."""
        return self.line.figure


@dataclass(frozen=True, slots=True)
class InferenceView:
    """A writer's own conclusion with its claim, where that is at hand."""

    inference: Inference
    testimony: Testimony | None


@dataclass(frozen=True, slots=True)
class LedgerView:
    """One cohort at one date, ready to be written."""

    ledger: Ledger
    slug: str
    rows: tuple[LineView, ...]
    inferences: tuple[InferenceView, ...]
    notes: tuple[str, ...]
    measures: tuple[str, ...]
    flow: str = ""

    @property
    def rest_sum(self) -> Sum | None:
        """The sum behind `unaccounted for`."""
        return explain_rest(self.ledger)

    @property
    def gap(self) -> str:
        """How large the rest is against the entry, as "9%"; "" where either is unknown."""
        entry, rest = self.ledger.entry, self.ledger.rest
        if entry is None or rest is None or not entry.best or rest.best is None:
            return ""
        return f"{rest.best / entry.best:.0%}"


def draw_row_bar(figure: Figure, top: float) -> Markup:
    """A bar as mark-up that templates write as it stands."""
    from markupsafe import Markup

    return Markup(draw_bar(figure, top))  # noqa: S704 (escaped where drawn)


def view_ledgers(evidence: Evidence, with_claims: bool = False) -> tuple[LedgerView, ...]:
    """All ledgers in order.

    Args:
        evidence: what to show.
        with_claims: whether every row carries its claims, for a page in which a number opens its sentences.
    """
    cohorts = [tuple(each) for _, each in groupby(lay_out(evidence.account), key=lambda ledger: ledger.cohort)]
    return tuple(_view_ledger(evidence, ledgers, ledger, with_claims) for ledgers in cohorts for ledger in ledgers)


def _view_ledger(evidence: Evidence, ledgers: Sequence[Ledger], ledger: Ledger, with_claims: bool) -> LedgerView:
    """One ledger of a cohort that has these."""
    rows = tuple(
        LineView(
            line,
            figure_slug(line.figure),
            draw_row_bar(line.figure, ledger.top),
            judge_certainty(line.figure),
            gather_testimony(evidence, line.figure) if with_claims else (),
            gather_left_out(evidence, line.figure) if with_claims else (),
            draw_pictures(evidence, line.figure) if with_claims else {},
            gather_pulls(evidence, line.figure) if with_claims else None,
        )
        for line in ledger.lines
    )
    inferred = ((each, evidence.flat_claim(each.claim)) for each in ledger.inferences)
    inferences = tuple(InferenceView(each, make_testimony(evidence, flat, each.fate) if flat else None) for each, flat in inferred)
    notes, measures = view_notes(evidence, ledger.diagnostics)
    return LedgerView(ledger, ledger_slug(ledger), rows, inferences, notes, measures, draw_cohort_flow(ledgers, ledger))


def view_notes(evidence: Evidence, diagnostics: Sequence[Diagnostic]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a reader must know, and apart from it the measurements of the reckoning, those diagnostics that carry a number."""
    notes = tuple(say_note(evidence, note) for note in diagnostics if note.number is None)
    measured = ((note, f"{note.number:,.4g}") for note in diagnostics if note.number is not None)
    return notes, tuple(clean_name(f"{note.name}: {number}. {note.words}") for note, number in measured)


def find_ledger(evidence: Evidence, figure: Figure) -> Ledger | None:
    """The ledger in which a figure stands."""
    for ledger in lay_out(evidence.account):
        if (ledger.cohort, ledger.as_of) == (figure.cohort, figure.as_of):
            return ledger
    return None


@dataclass(frozen=True, slots=True)
class Sum:
    """How `unaccounted for` comes about: the entry, less every line that adds up."""

    entry: Figure
    taken: tuple[Figure, ...]


def explain_rest(ledger: Ledger | None) -> Sum | None:
    """The reckoning behind the rest; None where there is no entry."""
    if ledger is None or ledger.entry is None:
        return None
    taken = tuple(line.figure for line in ledger.lines if line.figure.in_sum and line.place is Place.SUM)
    return Sum(ledger.entry, taken)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one marked span.

    Args:
        claim: the statement.
        number: its place in the document, from 1.
        says: what it says, in a line.
        fields: every other field that is known, as name and words.
        figures: the lines that rest on it outright, as cohort, fate with its best figure, and the last part of the address.
        unused: why it is in no figure; "" where it is in one.
    """

    claim: Claim
    number: int
    says: str
    fields: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str, str], ...]
    unused: str


def _say(claim: Claim) -> str:
    cohort = claim.cohort.label if claim.cohort else ""
    if claim.kind == "count":
        row = FlatClaim(claim.id, cohort, claim.fate or "", low=claim.low, best=claim.best, high=claim.high, bound=claim.bound)
        number = write_claim(_with_unit(row, claim))
        return f"{number} {claim.fate or ''}".strip()
    about = claim.person or claim.group or claim.event or claim.authority or cohort
    what = claim.fate or claim.stance or claim.direction or claim.real_name or claim.alias or claim.divides or claim.composition
    return ": ".join(filter(None, (about, what))) or claim.kind


def _with_unit(row: FlatClaim, claim: Claim) -> FlatClaim:
    from dataclasses import replace

    return replace(row, unit=claim.unit, base=claim.base, words=claim.words)


def _fields(claim: Claim) -> tuple[tuple[str, str], ...]:
    when = claim.when and (claim.when.words or "/".join(filter(None, (claim.when.start, claim.when.end))))
    named = (
        ("kind", claim.kind),
        ("of whom", claim.cohort.label if claim.cohort else None),
        ("who says it", claim.source.name if claim.source else None),
        ("as", claim.source.role if claim.source else None),
        ("factuality", claim.factuality),
        ("takes together", ", ".join(claim.covers)),
        ("measure", claim.measure),
        ("when", when),
        ("where", claim.where.name if claim.where else None),
        ("by whom", claim.actor),
        ("why", claim.reason),
        ("role", claim.role),
        ("alias", claim.alias),
        ("also", claim.also),
        ("real name", claim.real_name),
        ("status", claim.status),
        ("part of", claim.part_of),
    )
    return tuple((name, words) for name, words in named if words)


def read_claims(evidence: Evidence, sha256: str) -> tuple[Reading, ...]:
    """The readings of all claims of a document, numbered in the order in which they stand."""
    readings = []
    for number, claim in enumerate(evidence.claims_in(sha256), start=1):
        figures = [each for each in evidence.figures_of(claim.id) if each.fate != REST or claim.fate == REST]
        flat = evidence.flat_claim(claim.id)
        unused = ""
        if not figures:
            same = [each for each in evidence.account.figures if flat and (each.cohort, each.fate) == (flat.cohort, flat.fate)]
            unused = (
                explain_left_out(evidence, flat, same[-1])
                if flat and same
                else "not a figure of this account"
                if claim.kind == "count"
                else ""
            )
        links = tuple((each.cohort, f"{each.fate} {write_count(each.best)}", figure_slug(each)) for each in figures)
        readings.append(Reading(claim, number, _say(claim), _fields(claim), links, unused))
    return tuple(readings)


@dataclass(frozen=True, slots=True)
class PersonalView:
    """What is said of a named person, by whom, and in which sentence; for internal pages only."""

    name: str
    says: str
    factuality: str
    source: str
    sentence: Sentence | None
    title: str


def view_persons(evidence: Evidence) -> tuple[PersonalView, ...]:
    """Every claim about a named person, by name; each with who says it."""
    views = []
    for claim in evidence.claims:
        if claim.kind in ("fate", "identity") or claim.person:
            document = evidence.document(claim.document)
            title = (document.title or document.name) if document else claim.document_name
            source = (claim.source.name if claim.source else None) or (document.publisher if document else None) or "source not named"
            known = (claim.fate, claim.status, claim.role, claim.alias, claim.also, claim.real_name)
            says = "; ".join(dict.fromkeys(filter(None, known))) or claim.kind
            name = claim.person or claim.alias or claim.also or "unnamed"
            views.append(PersonalView(name, says, claim.factuality or "asserted", source, evidence.sentence(claim.id), title))
    return tuple(sorted(views, key=lambda view: (view.name, view.title, view.says)))
