"""The CSV and JSON twins of every page: what the page says, as rows and as records, for other programs.

In come evidence and what a page shows; out come text of CSV or plain records for JSON. A cell that a spreadsheet would run as
a formula is made harmless by an apostrophe before it. Nothing is left out that the page shows, and numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from unaccounted.base.records import Claim, Document, Figure, claim_to_dict
from unaccounted.base.vocabulary import STATUSES
from unaccounted.show.addresses import document_address, figure_address
from unaccounted.show.certainty import judge_certainty
from unaccounted.show.evidence import Evidence
from unaccounted.show.testimony import Testimony, gather_left_out, gather_testimony

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = dict[str, Any]


def disarm_cell(cell: Any) -> Any:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe before it; numbers stay."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell


def write_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Rows as CSV (RFC 4180) with a header line; columns that a row lacks stay empty."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([disarm_cell(row.get(column)) for column in columns] for row in rows)
    return lines.getvalue()


def write_json(plain: Any) -> str:
    """Plain records as JSON."""
    return json.dumps(plain, ensure_ascii=True, indent=1, default=str)


FIGURE_COLUMNS = ("cohort", "fate", "as_of", "low", "best", "high", "in_sum", "origins", "certainty", "role", "note", "claims", "address")
CLAIM_COLUMNS = (
    "claim", "cohort", "fate", "as_of", "number", "low", "best", "high", "bound", "unit", "base", "words", "source", "source_role",
    "factuality", "published", "grade", "origin", "repeats", "standing", "left_out", "before", "quote", "after", "document",
    "document_name", "document_title", "url", "note", "address",
)  # fmt: skip
ALTERNATIVE_COLUMNS = ("cohort", "fate", "as_of", "change", "claims", "low", "best", "high", "move", "share", "how")
MARK_COLUMNS = (
    "id", "kind", "start", "end", "quote", "cohort", "person", "group", "fate", "measure", "low", "best", "high", "bound", "unit", "base",
    "words", "when", "where", "source", "source_role", "factuality", "figures",
)  # fmt: skip
FILE_COLUMNS = ("name", "status", "reason", "remedy", "size", "documents", "sha256")


def figure_row(figure: Figure) -> Row:
    """One line of an account."""
    row: Row = {**asdict(figure), "certainty": str(judge_certainty(figure)), "address": figure_address(figure)}
    return row


def account_twin(evidence: Evidence) -> Row:
    """The account as one object, as `--json` prints it, with the word of certainty and the address of every figure."""
    return {**evidence.account.to_dict(), "title": evidence.title, "figures": [figure_row(each) for each in evidence.account.figures]}


def account_rows(evidence: Evidence) -> list[Row]:
    """The account's figures as rows for CSV."""
    return [{**figure_row(each), "claims": " ".join(each.claims)} for each in evidence.account.figures]


def _claim_row(evidence: Evidence, testimony: Testimony) -> Row:
    flat = evidence.flat_claim(testimony.claim)
    row: Row = asdict(flat) if flat else {}
    sentence = testimony.sentence
    return {
        **row,
        "claim": testimony.claim,
        "number": testimony.number,
        "source": testimony.source,
        "source_role": testimony.role or None,
        "factuality": testimony.factuality,
        "grade": (flat.grade if flat else None) or None,
        "origin": evidence.origin_of(testimony.claim),
        "repeats": evidence.repeated_by(testimony.claim),
        "standing": testimony.standing,
        "left_out": testimony.left_out,
        "before": sentence.before if sentence else None,
        "quote": sentence.quote if sentence else None,
        "after": sentence.after if sentence else None,
        "document": testimony.document,
        "document_name": testimony.name or None,
        "document_title": testimony.title,
        "url": testimony.url,
        "address": document_address(testimony.document, testimony.claim) if testimony.document else None,
    }


def figure_rows(evidence: Evidence, figure: Figure) -> list[Row]:
    """Who says what of one figure: the claims it rests on, then those left out with the reason."""
    several = (*gather_testimony(evidence, figure), *gather_left_out(evidence, figure))
    return [_claim_row(evidence, each) for each in several]


def figure_twin(evidence: Evidence, figure: Figure) -> Row:
    """A figure's page as one object."""
    return {
        "figure": figure_row(figure),
        "claims": [_claim_row(evidence, each) for each in gather_testimony(evidence, figure)],
        "left_out": [_claim_row(evidence, each) for each in gather_left_out(evidence, figure)],
        "alternatives": [asdict(each) for each in evidence.alternatives_of(figure)],
    }


def alternative_rows(evidence: Evidence, figure: Figure) -> list[Row]:
    """What a figure would be otherwise, as rows for CSV."""
    return [{**asdict(each), "claims": " ".join(each.claims)} for each in evidence.alternatives_of(figure)]


def document_rows(evidence: Evidence, claims: Iterable[Claim]) -> list[Row]:
    """A document's claims as rows for CSV."""
    return [
        {
            **claim_to_dict(claim),
            "cohort": claim.cohort.label if claim.cohort else None,
            "when": "/".join(filter(None, (claim.when.start, claim.when.end))) if claim.when else None,
            "where": claim.where.name if claim.where else None,
            "source": claim.source.name if claim.source else None,
            "source_role": claim.source.role if claim.source else None,
            "figures": " ".join(figure_address(each) for each in evidence.figures_of(claim.id)),
        }
        for claim in claims
    ]


def document_twin(evidence: Evidence, document: Document) -> Row:
    """A document's page as one object: its text, and its claims with their offsets into it."""
    return {"document": asdict(document), "claims": [claim_to_dict(claim) for claim in evidence.claims_in(document.sha256)]}


def count_files(evidence: Evidence) -> dict[str, int]:
    """How many files ended in each way, in the vocabulary's order, led by how many were found; the rest add up to it."""
    statuses = [each.status for each in evidence.files]
    known = {status: statuses.count(status) for status in STATUSES}
    return {"found": len(statuses), **known}


def coverage_twin(evidence: Evidence) -> Row:
    """The coverage page as one object."""
    return {
        "totals": count_files(evidence),
        "files": [asdict(each) for each in evidence.files],
        "failures": [asdict(each) for each in evidence.failures],
    }


def coverage_rows(evidence: Evidence) -> list[Row]:
    """One row a file for CSV."""
    return [asdict(each) for each in evidence.files]
