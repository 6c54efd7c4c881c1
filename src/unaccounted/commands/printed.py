"""What `--json` prints: plain dicts and lists of the records, one form for each command.

In: evidence or tables. Out: what `json.dumps` takes. Names are those of the records; nothing is rounded or translated.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from unaccounted.base.records import Claim, ClaimLink, Document, Entity, EntityLink, Failure, Figure, FileFound, claim_to_dict

if TYPE_CHECKING:
    from unaccounted.show import Evidence


def write_json(plain: Any, indent: int | None = 1) -> str:
    """JSON with letters as they are; where a text holds half a character, escaped."""
    written = json.dumps(plain, ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(plain, indent=indent, allow_nan=False)
    return written


def print_account(evidence: Evidence) -> dict[str, Any]:
    """The account as `reconcile` prints it, and beneath it the claims that it names and how every file ended."""
    return {
        **evidence.account.to_dict(),
        "claims": [_print_used(evidence, claim_id) for claim_id in _ids_used(evidence)],
        "files": [asdict(each) for each in evidence.files],
        "failures": [asdict(each) for each in evidence.failures],
    }


def _ids_used(evidence: Evidence) -> list[str]:
    account = evidence.account
    used = {claim for several in (account.figures, account.contradictions) for each in several for claim in each.claims}
    used |= {each.claim for each in account.inferences}
    ordered = [each.id for each in evidence.claims] or [each.id for each in evidence.flat]
    return [claim_id for claim_id in ordered if claim_id in used]


def _print_used(evidence: Evidence, claim_id: str) -> dict[str, Any]:
    claim, flat, link = evidence.claim(claim_id), evidence.flat_claim(claim_id), evidence.claim_link(claim_id)
    if claim is None:
        return asdict(flat) if flat else {"id": claim_id}
    document = evidence.document(claim.document)
    added = {name: getattr(link, name, None) for name in ("origin", "repeats", "repeats_reason", "grade")}
    return {
        **claim_to_dict(claim),
        **added,
        "document_title": document.title if document else None,
        "cohort_label": flat.cohort if flat else None,
        "as_of": flat.as_of if flat else None,
    }


def print_collection(files: Sequence[FileFound], documents: Sequence[Document], failures: Sequence[Failure]) -> dict[str, Any]:
    """The ledger, the documents without their texts (their length instead), and the failures."""
    told = [{**asdict(each), "text": None, "characters": len(each.text)} for each in documents]
    return {"files": [asdict(each) for each in files], "documents": told, "failures": [asdict(each) for each in failures]}


def print_claims(claims: Iterable[Claim], files: Sequence[FileFound], failures: Sequence[Failure]) -> dict[str, Any]:
    """All claims, the ledger and the failures."""
    return {
        "claims": [claim_to_dict(each) for each in claims],
        "files": [asdict(each) for each in files],
        "failures": [asdict(each) for each in failures],
    }


def print_linked(entities: Iterable[Entity], links: Iterable[EntityLink], claim_links: Iterable[ClaimLink]) -> dict[str, Any]:
    """Entities, how they stand to one another, and what link added to each claim."""
    return {
        "entities": [asdict(each) for each in entities],
        "links": [asdict(each) for each in links],
        "claim_links": [asdict(each) for each in claim_links],
    }


def print_figure(evidence: Evidence, figure: Figure) -> dict[str, Any]:
    """One figure, the claims that it rests on, what else is said of the line, and what the figure would be otherwise."""
    return {
        "figure": asdict(figure),
        "claims": [_print_used(evidence, claim_id) for claim_id in figure.claims],
        "left_out": [_print_used(evidence, claim.id) for claim in evidence.left_out_of(figure)],
        "alternatives": [asdict(each) for each in evidence.alternatives_of(figure)],
    }
