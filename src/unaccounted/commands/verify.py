"""Whether a project is what it says: the originals' bytes, the tables' parts, and every quote at its offsets.

In: a project. Out: checks, with each fault named. It changes nothing and mends nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from unaccounted.base.errors import UnaccountedError
from unaccounted.base.project import Project
from unaccounted.base.records import Claim, Document, Figure
from unaccounted.base.spans import check_grounding
from unaccounted.base.tables import read_part
from unaccounted.commands.check import Check
from unaccounted.flow import list_tables

_CHUNK = 1 << 20


def verify_project(project: Project) -> list[Check]:
    """Check originals, tables, quotes and the figures' claims.

    Args:
        project: opened.

    Returns:
        One check for each, in this order.
    """
    tables: dict[str, list[Any]] = {}
    faults: list[str] = []
    parts = 0
    for table, record in list_tables().items():
        tables[table] = []
        for path in sorted(project.table(table).glob("*.parquet")):
            parts += 1
            try:
                tables[table] += read_part(path, record)
            except UnaccountedError as error:
                faults.append(error.message)
    readable = Check("tables", f"{parts - len(faults)} of {parts} parts can be read", tuple(faults))
    return [_check_originals(project, tables["documents"]), readable, _check_quotes(tables), _check_figures(tables)]


def _check_originals(project: Project, documents: list[Document]) -> Check:
    there: set[str] = set()
    faults: list[str] = []
    for path in _list_originals(project.originals):
        there.add(path.name)
        try:
            digest = _hash(path)
        except OSError as error:
            faults.append(f"originals/{path.name} cannot be read: {error.strerror}. Give yourself the right to read it.")
            continue
        if digest != path.name:
            faults.append(f"originals/{path.name} has other bytes than when it was kept. Delete it and open the reports again.")
    missing = {each.original: each.name for each in documents if each.original not in there}
    faults += [
        f"originals/{original} is missing: {name} came from it. Open the reports again." for original, name in sorted(missing.items())
    ]
    return Check("originals", f"{len(there)} files re-hashed", tuple(faults))


def _list_originals(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in sorted(folder.iterdir()) if not path.name.startswith("."))


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _check_quotes(tables: Mapping[str, list[Any]]) -> Check:
    texts = {each.sha256: each.text for each in tables["documents"]}
    claims: list[Claim] = tables["claims"]
    faults = []
    for claim in claims:
        if claim.document not in texts:
            faults.append(f"claim {claim.id} is of {claim.document_name}, which is not among the documents. Open the reports again.")
            continue
        try:
            check_grounding(texts[claim.document], claim.start, claim.end, claim.quote)
        except UnaccountedError as error:
            faults.append(f"claim {claim.id} of {claim.document_name}: {error.message}")
    return Check("quotes", f"{len(claims) - len(faults)} of {len(claims)} stand in their documents to the letter", tuple(faults))


def _check_figures(tables: Mapping[str, list[Any]]) -> Check:
    known = {claim.id for claim in tables["claims"]}
    figures: list[Figure] = tables["accounts"]
    faults = [
        f"{figure.cohort}/{figure.fate} on {figure.as_of} rests on claim {claim}, which is not there. Open the reports again."
        for figure in figures
        for claim in figure.claims
        if claim not in known
    ]
    return Check("figures", f"{len(figures)} rest on claims that are there" if not faults else "some rest on nothing", tuple(faults))
