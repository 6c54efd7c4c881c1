"""An account from claims made elsewhere: a spreadsheet of figures, or the claims that `extract --jsonl` printed.

In: a CSV or JSONL file. Out: evidence without documents, and notes. Nested claims are linked first, so that the words of one
cohort meet; figures in flat form are taken as they stand. Every fault is named by its line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unaccounted.base.errors import FlatClaimsError, UsageError
from unaccounted.base.records import Claim
from unaccounted.base.tables import build_record
from unaccounted.link import link_claims
from unaccounted.reconcile import flatten_claims, read_flat_claims, reconcile_claims

if TYPE_CHECKING:
    from unaccounted.show import Evidence


def reconcile_file(path: Path, as_of: tuple[str, ...], with_inferences: bool, seed: int) -> tuple[Evidence, list[str]]:
    """Reckon the account of the claims in a file.

    Returns:
        The evidence, and notes on what in the file was not used.

    Raises:
        UsageError: it does not exist or is not a file.
        FlatClaimsError: values that cannot be used, each by row and column.
    """
    from unaccounted.show import Evidence

    if not path.exists():
        raise UsageError("this file does not exist", str(path), "Check the spelling, and the folder that you are in")
    if not path.is_file():
        raise UsageError("this is not a file", str(path), "Give a CSV or JSONL file of claims; for reports, use: unaccounted open PATH")
    dates = list(as_of) or None
    if not _holds_nested(path):
        flat, notes = read_flat_claims(path)
        return Evidence(reconcile_claims(flat, dates, seed, with_inferences), tuple(flat), title=path.stem), notes
    claims = _read_nested(path)
    linked = link_claims(claims, ())
    flat = flatten_claims(claims, linked.entities, linked.links, linked.claim_links)
    evidence = Evidence(
        account=reconcile_claims(flat, dates, seed, with_inferences),
        flat=tuple(flat),
        claims=tuple(claims),
        claim_links=linked.claim_links,
        entities=linked.entities,
        links=linked.links,
        title=path.stem,
    )
    return evidence, []


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except UnicodeDecodeError as error:
        raise UsageError("this file is not in UTF-8", str(path), "Save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"this file cannot be read: {error.strerror}", str(path), "Give yourself the right to read it") from error


def _holds_nested(path: Path) -> bool:
    """Whether the first line that is JSON is a claim with its quote."""
    if path.suffix.lower() == ".csv":
        return False
    for _, line in _lines(path):
        if not line.lstrip().startswith("{"):
            return False
        try:
            first = json.loads(line)
        except ValueError:
            continue
        return isinstance(first, dict) and "kind" in first and "quote" in first
    return False


def _read_nested(path: Path) -> list[Claim]:
    claims: dict[str, Claim] = {}
    faults: list[str] = []
    for number, line in _lines(path):
        try:
            row: Any = json.loads(line)
        except (ValueError, RecursionError):
            faults.append(f"line {number}: it is not JSON; write one claim a line, as extract --jsonl does")
            continue
        try:
            claim = build_record(Claim, row)
            claims.setdefault(claim.id, claim)
        except (TypeError, AttributeError, ValueError) as error:
            faults.append(f"line {number}: it is not a claim ({error}); write it as extract --jsonl does")
    if faults:
        raise FlatClaimsError(str(path), faults)
    return list(claims.values())
