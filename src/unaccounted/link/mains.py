"""The cohort that each document is about, which its bare mentions ("the men", "20 others") refer to.

In: each document's claims that carry a cohort. Out: parts of the main cohort, or None where a report has no people of a
name. A report without a name of its own for them takes one from the others only where it names that army itself, or tells of
the same journey: the same river crossed, the same day of setting out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from unaccounted.base.records import Claim, Document
from unaccounted.link.folding import fold
from unaccounted.link.parts import Parts, is_unit, read_parts

ENTERED = ("joined", "set out")
_JOURNEY = ("set out", "returned")
MADE = (*ENTERED, "born", "displaced", "abducted")
_FAR = 10
"""A count so many times as large as any of a cohort is not of it."""
_NAME = re.compile(r"(?<=[^.!?] )[A-Z][\w'’-]{3,}")


def parts_of(claim: Claim) -> Parts:
    """The comparable parts of a claim's cohort."""
    assert claim.cohort is not None
    return read_parts(claim.cohort)


def find_mains(told_by: Mapping[str, Sequence[Claim]], documents: Mapping[str, Document]) -> dict[str, Parts | None]:
    """Each document's main cohort.

    Args:
        told_by: claims with a cohort, by document.
        documents: by hash; one that is missing is no error.
    """
    mains = {document: _main_of(told) for document, told in told_by.items()}
    mains = {document: None if main and _is_too_small(main, told_by[document]) else main for document, main in mains.items()}
    armies = _armies(told_by)
    for document, told in told_by.items():
        main = mains[document]
        bare = sum(claim.kind == "count" and not parts_of(claim).identifies for claim in told)
        nations = len({parts_of(claim).origins for claim in told} - {()}) > 1
        if main is None or (not main.affiliation and nations) or _weigh(told)[main] < bare:
            army = _named_in(documents.get(document), armies, told)
            mains[document] = Parts(affiliation=army) if army else main
    journeys = _journeys(told_by, mains)
    for document, told in told_by.items():
        if mains[document] is None:
            mains[document] = _same_journey(told, journeys)
    return mains


def find_armies(
    told_by: Mapping[str, Sequence[Claim]], mains: Mapping[str, Parts | None], documents: Mapping[str, Document]
) -> dict[str, str]:
    """For each document the army in which its units lie, where it is about that army, names it or tells of its journey.

    Args:
        told_by: claims with a cohort, by document.
        mains: of `find_mains`.
        documents: by hash.
    """
    armies, journeys = _armies(told_by), _journeys(told_by, mains)
    found: dict[str, str] = {}
    for document, told in told_by.items():
        main = mains[document]
        if main is not None and main.affiliation and not is_unit(main.affiliation):
            found[document] = main.affiliation
        elif main is not None and main.affiliation:
            journey = _same_journey(told, journeys)
            army = _named_in(documents.get(document), armies, told) or (journey.affiliation if journey is not None else None)
            if army:
                found[document] = army
    return found


def _same_journey(told: Sequence[Claim], journeys: Mapping[str, Parts]) -> Parts | None:
    return next((journeys[sign] for sign in sorted(_signs(told), key=lambda each: (-len(each), each)) if sign in journeys), None)


def _weigh(told: Sequence[Claim]) -> Counter[Parts]:
    """How much a document says of each identifying cohort, entries counting thrice."""
    weight: Counter[Parts] = Counter()
    for claim in told:
        parts = parts_of(claim)
        if claim.kind == "count" and parts.identifies and not parts.kin:
            # An army's fighters, soldiers and members are its people; without a group "soldiers" may be one side of two.
            role = "" if parts.role == "armed" and parts.affiliation else parts.role
            weight[replace(parts, role=role, sex="", age="", place="")] += 3 if claim.fate in MADE else 1
    return weight


def _main_of(told: Sequence[Claim]) -> Parts | None:
    """The identifying cohort with most weight."""
    weight = _weigh(told)
    if any(claim.kind == "count" and claim.fate in ENTERED and _is_bare(claim) for claim in told):
        # Soldiers set out, and a battalion of theirs lost some: the unit is not all of them.
        weight = Counter({parts: count for parts, count in weight.items() if not is_unit(parts.affiliation)})
    if not weight:
        return None
    best = max(weight.items(), key=lambda each: (each[1], bool(each[0].origins) + bool(each[0].affiliation), not each[0].role, each[0]))[0]
    # "Russian fighters" beside "Russians who joined ISIS": the fuller of two that do not conflict speaks for both.
    for parts in sorted(weight):
        if parts.affiliation and best.affiliation == "" and best.origins == parts.origins and best.role in ("", "armed", parts.role):
            best = parts
    return best


def _is_too_small(main: Parts, told: Sequence[Claim]) -> bool:
    """Whether more people are counted of nobody in particular than of a cohort of which it is not said how many it was.

    40,000 killed on one side are not killed of the 300 gunners who stayed with the rear guard.
    """
    counted = [(parts_of(claim), claim) for claim in told if claim.kind == "count" and claim.unit != "share"]
    mine = [
        claim for parts, claim in counted if parts.identifies and parts.origins == main.origins and parts.affiliation == main.affiliation
    ]
    bare = [claim.best or claim.low or 0 for parts, claim in counted if not parts.identifies and not parts.kin]
    if not mine or any(claim.fate in MADE for claim in mine):
        return False
    return max(bare, default=0) > _FAR * max(claim.high or claim.best or claim.low or 0 for claim in mine)


def _is_bare(claim: Claim) -> bool:
    parts = parts_of(claim)
    return not parts.identifies and not parts.kin


def _armies(told_by: Mapping[str, Sequence[Claim]]) -> Counter[str]:
    """Armies and groups of which a report counts who set out or joined, or that two reports count people of."""
    named: Counter[str] = Counter()
    entered: set[str] = set()
    for told in told_by.values():
        counted = [(parts_of(claim), claim) for claim in told if claim.kind == "count"]
        named.update({parts.affiliation for parts, _ in counted if parts.affiliation and not parts.kin and not is_unit(parts.affiliation)})
        entered.update(parts.affiliation for parts, claim in counted if claim.fate in (*ENTERED, "returned", "deserted"))
    return Counter({name: count for name, count in named.items() if name in entered})


def _named_in(document: Document | None, armies: Counter[str], told: Sequence[Claim]) -> str | None:
    """The army known from other reports that a report names, where it tells of people who went or came back."""
    bare = any(claim.kind == "count" and claim.fate in (*_JOURNEY, "deserted", "detained", "died") for claim in told)
    if document is None or not bare:
        return None
    text = f" {fold((document.title or '') + ' ' + document.text)} "
    found = [name for name in armies if f" {name} " in text and len(name.split()) > 1]
    return max(found, key=lambda name: (armies[name], name)) if found else None


def _signs(told: Sequence[Claim]) -> set[str]:
    """What tells one journey from another: names in the clauses of setting out and coming back."""
    found: set[str] = set()
    for claim in told:
        if claim.kind == "count" and claim.fate in _JOURNEY:
            found.update(fold(name) for name in _NAME.findall(claim.quote) if not name.isupper())
            if claim.fate == "set out" and claim.when is not None and claim.when.precision == "day" and claim.when.start:
                found.add(claim.when.start)
    return found


def _journeys(told_by: Mapping[str, Sequence[Claim]], mains: Mapping[str, Parts | None]) -> dict[str, Parts]:
    """Sign to the cohort that most of the reports with that sign are about; signs of one report alone tell nothing."""
    votes: dict[str, Counter[Parts]] = {}
    for document, told in told_by.items():
        main = mains[document]
        if main is not None and main.affiliation and not is_unit(main.affiliation):
            for sign in _signs(told):
                votes.setdefault(sign, Counter())[main] += 1
    return {sign: max(count.items(), key=lambda each: (each[1], each[0]))[0] for sign, count in votes.items() if sum(count.values()) > 1}
