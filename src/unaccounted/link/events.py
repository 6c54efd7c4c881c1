"""What people without a name of their own are bound to: the one event that a report tells of, or a place and a day in it.

In: claims of one document about people whom nothing tells from others. Out: a scope, as `keys.Key` has it. Where a report tells
of one event (a flood, a shipwreck), its people, residents and victims are one cohort; where it tells of several, each claim is
bound to its own place and day. It joins two reports only where both tell the same place and day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from unaccounted.base.records import Claim
from unaccounted.link.folding import fold
from unaccounted.link.parts import read_parts

_DISPLACED = ("displaced", "in camp", "returned", "repatriated", "deported")
_HELD = ("detained", "abducted", "imprisoned", "released", "died in custody", "tried")
_ONE_EVENT = 31
"""Days within which what became of people is still that of one event: who is found or rescued later is counted later."""


def _bind_alone(claim: Claim) -> str:
    """The scope of one claim by itself: a place and a day, else its document with either.

    Those who were displaced or held are one cohort wherever the report speaks of them, and not those whom it says were killed.
    """
    whole = f"document {claim.document} "  # a share speaks of all of them, whatever became of it
    if claim.unit == "share" and claim.cohort is not None and read_parts(claim.cohort).identifies:
        return whole
    for fates in (_DISPLACED, _HELD):
        if claim.fate in fates:
            return f"document {claim.document} {fates[0]}"
    if claim.unit == "share":
        return whole
    place, day = _place(claim), _day(claim)
    return f"at {place} on {day}" if place and day else f"document {claim.document} {place or day or ''}"


def bind_report(told: Sequence[Claim]) -> tuple[dict[str, str], bool]:
    """The scope of each claim, by its id, and whether they tell of one event.

    They tell of one event where they name no two places, tell no fate of two days, and all days lie within a month; then all
    are bound to it. Those are left out who remain at a place, or of whom a fate is told at a place and also without one: they
    are only those there. The displaced and the held stay by themselves where the report tells more than one thing of them,
    since these have an account of their own.

    Args:
        told: all claims of one document about people whom the same words tell of, or no words.
    """
    anywhere = {claim.fate for claim in told if claim.kind == "count" and not _place(claim)}
    own = {claim.id for claim in told if _place(claim) and claim.kind == "count" and claim.fate in {*anywhere, "remaining"}}
    others = [claim for claim in told if claim.id not in own]
    places = {_place(claim) for claim in others} | {fold(claim.cohort.place or "") for claim in others if claim.cohort is not None}
    places -= {""}
    days: dict[str | None, set[str]] = defaultdict(set)
    for claim in others:
        day = _day(claim)
        if day and claim.kind == "count":
            days[claim.fate].add(day)
    every = sorted(set().union(*days.values()))
    scopes = {claim.id: _bind_alone(claim) for claim in told}
    if not others or len(places) > 1 or any(len(each) > 1 for each in days.values()) or (every and not _near(every[0], every[-1])):
        return scopes, False
    # Without both a place and a day nothing tells the event from those of other reports.
    event = f"at {next(iter(places))} on {every[0]}" if places and every else f"document {others[0].document} "
    fates = {claim.fate for claim in others if claim.kind == "count"}
    groups = ((*_DISPLACED, "remaining") if "displaced" in fates else _DISPLACED, _HELD)
    alone = {fate: group[0] for group in groups if len(fates & set(group)) > 1 for fate in group}
    for claim in others:
        scopes[claim.id] = f"document {claim.document} {alone[claim.fate]}" if claim.fate in alone else event
    return scopes, True


def _place(claim: Claim) -> str:
    return fold(claim.where.name) if claim.where is not None else ""


def _day(claim: Claim) -> str | None:
    return claim.when.start if claim.when is not None and claim.when.precision == "day" else None


def _near(first: str, last: str) -> bool:
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days <= _ONE_EVENT
    except ValueError:
        return False
