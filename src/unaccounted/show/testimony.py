"""One claim as it is shown under a number: who says it, how, when, how many, whether first, and the sentence.

In comes evidence and a figure; out come the claims it rests on, those of one origin together with the originator first, and
the claims of the same line that were left out, each with the reason. It decides no claim's worth: reconcile did.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.base.records import Diagnostic, Figure, FlatClaim
from unaccounted.base.vocabulary import EVIDENCE
from unaccounted.show.certainty import REST
from unaccounted.show.evidence import Evidence
from unaccounted.show.sentences import Sentence
from unaccounted.show.wording import clean_name, write_claim, write_date, write_grade

NOT_USED = "not used"
CORRECTED = "corrected"
"""The name of the diagnostics that say which claims a reckoning did not use, and why."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """What a reader sees of one claim, in words.

    Args:
        claim: its id.
        source, role, factuality, bound, number, grade: in words; "" where unknown.
        as_of, published: dates in words; "" where unknown.
        origin: the origins of one figure counted from 1; claims of one number are copies of one statement.
        standing: whether it is the first of its origin, a copy and of whom, or alone.
        sentence: None where no text is at hand.
        document: the text's identity; None for a row of a spreadsheet.
        title, name: of the document, or of the spreadsheet's row.
        note, url: as given in the row.
        left_out: why it is not among the line's claims; None where it is.
    """

    claim: str
    source: str
    role: str
    factuality: str
    bound: str
    number: str
    grade: str
    as_of: str
    published: str
    origin: int
    standing: str
    sentence: Sentence | None
    document: str | None
    title: str
    name: str
    note: str
    url: str | None
    left_out: str | None = None


def name_speaker(evidence: Evidence, claim_id: str) -> str:
    """Who says a claim: its source, else who printed it."""
    flat, claim = evidence.flat_claim(claim_id), evidence.claim(claim_id)
    named = (flat.source if flat else None) or (claim.source.name if claim and claim.source else None)
    if named:
        return clean_name(named)
    document = evidence.document(claim.document) if claim else None
    return clean_name((document.publisher or document.title or document.name) if document else "") or "source not named"


def describe_standing(evidence: Evidence, claim_id: str) -> str:
    """Whether a claim is the first to say it, repeats another, or stands alone."""
    copies, first, repeated = evidence.copies_of(claim_id), evidence.originator(claim_id), evidence.repeated_by(claim_id)
    link = evidence.claim_link(claim_id)
    reason = f" ({clean_name(link.repeats_reason)})" if link and link.repeats_reason else ""
    if repeated:
        known = evidence.flat_claim(repeated) or evidence.claim(repeated)
        where = evidence.claim(repeated)
        printed = evidence.document(where.document) if where else None
        in_it = f" in {clean_name(printed.title or printed.name)}" if printed else ""
        return f"repeats {name_speaker(evidence, repeated)}{in_it}{reason}" if known else f"repeats an earlier statement{reason}"
    if len(copies) == 1:
        return "nobody repeats it"
    if first == claim_id:
        return f"said first; {len(copies) - 1} repeat{'s' if len(copies) == 2 else ''} it"
    return f"shares its origin with {len(copies) - 1} other{'s' if len(copies) > 2 else ''}" + (
        "; who said it first is not known" if first is None else f"; said first by {name_speaker(evidence, first)}"
    )


def make_testimony(evidence: Evidence, flat: FlatClaim, fate: str, origin: int = 0, left_out: str | None = None) -> Testimony:
    """One claim for showing under a figure.

    Args:
        evidence: in which the claim stands.
        flat: the claim.
        fate: of the figure; a claim that speaks of another, or of several together, says so beside its number.
        origin: its place among the origins of the figure, from 1.
        left_out: why it is not among the figure's claims.
    """
    fates = " or ".join(each.strip() for each in (flat.covers or flat.fate).split(";"))
    claim, link = evidence.claim(flat.id), evidence.claim_link(flat.id)
    document = evidence.document(claim.document) if claim else None
    named = clean_name((document.name if document else None) or (claim.document_name if claim else "") or "")
    return Testimony(
        claim=flat.id,
        source=name_speaker(evidence, flat.id),
        role=flat.source_role or "",
        factuality=flat.factuality or "asserted",
        bound=flat.bound or "",
        number=write_claim(flat) + (f" {fates}" if fates != fate else ""),
        grade=write_grade(flat.grade or (link.grade if link else None)),
        as_of=write_date(flat.as_of) if flat.as_of else "",
        published=write_date(flat.published) if flat.published else "",
        origin=origin,
        standing=describe_standing(evidence, flat.id),
        sentence=evidence.sentence(flat.id),
        document=document.sha256 if document else None,
        title=clean_name((document.title if document else None) or named or _name_row(flat.id)),
        name=named,
        note=clean_name(flat.note or ""),
        url=flat.url or (document.url if document else None),
        left_out=left_out,
    )


def _name_row(claim_id: str) -> str:
    """A row without a document: by its id, which is the number of its row where it was given none."""
    return claim_id if claim_id.startswith("row ") else f"row {claim_id}"


def _ids(note: Diagnostic) -> tuple[str, ...]:
    head, colon, _ = note.words.partition(": ")
    return tuple(each.strip() for each in head.split(",")) if colon else (note.words.partition(" ")[0],)


def _reason(note: Diagnostic) -> str:
    head, colon, tail = note.words.partition(": ")
    return tail if colon else "it " + head.partition(" ")[2]


def say_note(evidence: Evidence, note: Diagnostic) -> str:
    """A diagnostic in words; claims that it names by their ids are named by what they say."""
    if note.name != NOT_USED:
        return clean_name(note.words)
    said = []
    for claim_id in _ids(note):
        flat = evidence.flat_claim(claim_id)
        said.append(f"{name_speaker(evidence, claim_id)}, {write_claim(flat)} {flat.fate}" if flat else claim_id)
    return clean_name(f"not used: {'; '.join(said)} ({_reason(note)})")


def explain_left_out(evidence: Evidence, flat: FlatClaim, figure: Figure) -> str:
    """Why a claim of the same cohort and fate is not among those that the figure rests on."""
    noted = next((note for note in evidence.account.diagnostics if note.name == NOT_USED and flat.id in _ids(note)), None)
    if noted:
        return _reason(noted)
    corrected = next((note for note in evidence.account.diagnostics if note.name == CORRECTED and flat.id in _ids(note)), None)
    if corrected:
        return _reason(corrected)
    if flat.factuality == "inferred":
        return "the writer's own conclusion: shown beside the account, not evidence"
    if flat.factuality and flat.factuality not in EVIDENCE:
        return f"{flat.factuality}: not a statement that it is so"
    if flat.low is None and flat.best is None and flat.high is None and not flat.words:
        return "it gives no number"
    if flat.as_of and figure.as_of and flat.as_of > figure.as_of and not figure.as_of.startswith(flat.as_of):
        return f"it speaks of a later day than {write_date(figure.as_of)}"
    return "the reckoning did not use it; see the notes on this cohort"


def gather_testimony(evidence: Evidence, figure: Figure) -> tuple[Testimony, ...]:
    """The claims that a figure rests on: origins by their earliest claim, the originator first, then by date and source."""
    origins: dict[str, list[FlatClaim]] = {}
    claims = evidence.claims_of(figure)
    # The rest lies on the claims of all lines that add up; only those that speak of it outright are shown as its own.
    for flat in claims if figure.fate != REST else (flat for flat in claims if flat.fate == REST):
        origins.setdefault(evidence.origin_of(flat.id) or f"\x00{flat.id}", []).append(flat)

    def order(flat: FlatClaim) -> tuple[bool, str, str, str]:
        return (evidence.originator(flat.id) != flat.id, flat.published or "9999", flat.source or "", flat.id)

    grouped = sorted((sorted(several, key=order) for several in origins.values()), key=lambda several: order(several[0])[1:])
    return tuple(make_testimony(evidence, flat, figure.fate, number) for number, several in enumerate(grouped, start=1) for flat in several)


def gather_left_out(evidence: Evidence, figure: Figure) -> tuple[Testimony, ...]:
    """The claims of the same cohort and fate that the figure does not rest on, each with the reason."""
    return tuple(
        make_testimony(evidence, flat, figure.fate, left_out=explain_left_out(evidence, flat, figure))
        for flat in evidence.left_out_of(figure)
    )
