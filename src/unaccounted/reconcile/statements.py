"""Claims of one cohort as independent statements: copies folded into their originators, likely copies weighed down.

In: the flat claims that are evidence. Out: statements, each one likelihood term, with the voice (whose bias it has) and
the origin (whose error it shares). Which line a statement observes is decided in `lines`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unaccounted.base.dates import last_day
from unaccounted.base.errors import UsageError
from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.corrections import drop_corrected, find_unconfirmed
from unaccounted.reconcile.intervals import Interval, read_interval
from unaccounted.reconcile.scales import Scales

_LETTERS = "ABCDEF"
_BULLETIN = 62
"""Days after its day within which a report is of one tally; two months, for partial dates mean their last day."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said by one origin.

    Args:
        claim: the claim that stands for it.
        claims: ids of it and its copies.
        fates: the lines whose sum it observes.
        base: the line of which it is a share; None for people.
        day: ordinal of its date; None where unknown.
        interval: what it says, in logs.
        scale: of its log error.
        voice: whose bias it has. letter: the voice's Admiralty letter.
        origin: its independent origin.
        tally: the count from which it comes, whose error it shares: its origin's, or that of all that a source says of one day
            in one report.
        weight: below 1 for a likely copy.
        corrects: ids of earlier claims that its source replaced by it.
        unconfirmed: whether it was told as confirmed, but by one origin alone.
    """

    claim: FlatClaim
    claims: tuple[str, ...]
    fates: tuple[str, ...]
    base: str | None
    day: int | None
    interval: Interval
    scale: float
    voice: str
    letter: str
    origin: str
    tally: str = ""
    weight: float = 1.0
    corrects: tuple[str, ...] = ()
    unconfirmed: bool = False


def claim_day(claim: FlatClaim) -> int | None:
    """Ordinal of the last day of `as_of`, else of `published`; None where neither can be read."""
    for text in (claim.as_of, claim.published):
        if text:
            try:
                return last_day(text).toordinal()
            except UsageError:
                continue
    return None


def source_key(claim: FlatClaim) -> str | None:
    """A source's name without case and spacing."""
    return " ".join(claim.source.casefold().split()) if claim.source else None


def split_grade(grade: str | None) -> tuple[str, str]:
    """Admiralty letter and digit; F and 6 (cannot be judged) where missing."""
    text = (grade or "").strip().upper()
    letter = text[0] if text and text[0] in _LETTERS else "F"
    digit = text[-1] if text and text[-1] in "123456" else "6"
    return letter, digit


def sort_key(claim: FlatClaim) -> tuple[str, ...]:
    """An order of claims that does not depend on that of the rows."""
    return tuple(
        str(part)
        for part in (
            claim.fate,
            claim.published or "9999",
            claim.as_of or "",
            source_key(claim) or "",
            claim.low,
            claim.best,
            claim.high,
            claim.bound,
            claim.unit,
            claim.words,
            claim.grade,
            claim.origin or "",
            claim.id,
        )
    )


def covered_fates(claim: FlatClaim) -> tuple[str, ...]:
    """The claim's own fate and those that its figure takes together with it."""
    more = [each.strip() for each in (claim.covers or "").split(";")]
    return tuple(dict.fromkeys([claim.fate, *(each for each in more if each)]))


def _what(claim: FlatClaim) -> tuple[object, ...]:
    """What a claim says, without who and when: two of one origin that agree here are one statement."""
    return (
        claim.cohort,
        claim.fate,
        claim.covers,
        claim.unit or "people",
        claim.base,
        claim.low,
        claim.best,
        claim.high,
        claim.bound,
        claim.words,
    )


def group_origins(claims: Sequence[FlatClaim]) -> list[list[FlatClaim]]:
    """Claims by independent origin: same `origin`, or tied by `repeats`, or the same figure from the same source again."""
    parent = {claim.id: claim.id for claim in claims}

    def find(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    first: dict[tuple[object, ...], str] = {}
    for claim in claims:
        keys: list[tuple[object, ...]] = [("origin", claim.origin)] if claim.origin else []
        if not claim.origin and claim.source:
            keys.append(("said again", source_key(claim), claim.as_of, *_what(claim)))
        for key in keys:
            parent[find(claim.id)] = find(first.setdefault(key, claim.id))
        if claim.repeats in parent:
            parent[find(claim.id)] = find(claim.repeats)
    groups: dict[str, list[FlatClaim]] = {}
    for claim in sorted(claims, key=sort_key):
        groups.setdefault(find(claim.id), []).append(claim)
    return sorted(groups.values(), key=lambda group: sort_key(group[0]))


def find_originator(group: Sequence[FlatClaim]) -> FlatClaim | None:
    """The claim that the others repeat, else the one published earliest; None where neither tells whose it is."""
    sources = {source_key(claim) for claim in group}
    if len(sources) == 1 and None not in sources:
        return group[0]
    ids = {claim.id for claim in group}
    roots = [claim for claim in group if claim.repeats not in ids]
    repeated = {claim.repeats for claim in group}
    told = [claim for claim in roots if claim.id in repeated]
    if {source_key(claim) for claim in told} and len({source_key(claim) for claim in told}) == 1:
        return told[0]
    dated = [claim for claim in group if claim.published]
    if not dated:
        return None
    earliest = min(claim.published or "" for claim in dated)
    first = [claim for claim in dated if claim.published == earliest]
    return first[0] if len({source_key(claim) for claim in first}) == 1 and first[0].source else None


def copy_chance(interval: Interval, scales: Scales) -> float:
    """How likely a figure that agrees with an earlier one is its copy: copying against chance agreement.

    Args:
        interval: the figure that both state; the wider it is, the easier two who count for themselves agree on it.
    """
    width = interval.high - interval.low
    chance = min(1.0, width / (3.3 * scales["copy spread"])) if math.isfinite(width) else 0.9
    prior = scales["copy prior"]
    return prior / (prior + (1 - prior) * chance)


def make_statements(claims: Iterable[FlatClaim], scales: Scales) -> tuple[list[Statement], list[FlatClaim]]:
    """The statements of one cohort, or of a family of cohorts.

    Returns:
        Statements in an order that does not depend on that of the claims, and the claims whose numbers cannot be used.
    """
    kept: list[FlatClaim] = []
    unusable: list[FlatClaim] = []
    for claim in claims:
        (kept if read_interval(claim) is not None else unusable).append(claim)
    statements: list[Statement] = []
    for number, group in enumerate(group_origins(kept)):
        statements.extend(_state_group(f"origin {number}", group, scales))
    letters = _voice_letters(statements)
    tallies = _find_tallies(statements)
    statements = [_with(each, letter=letters[each.voice], tally=tallies[each.origin]) for each in statements]
    return _doubt_unconfirmed(_weigh_copies(statements, scales), scales), unusable


def _doubt_unconfirmed(statements: list[Statement], scales: Scales) -> list[Statement]:
    """What one origin alone tells as confirmed is probably true, no more."""
    digits = {each.claim.id: split_grade(each.claim.grade)[1] for each in statements}
    lone = find_unconfirmed(statements, digits, scales)
    return [
        _with(each, scale=math.hypot(scales.error("2"), scales["undated error"] if each.day is None else 0.0), unconfirmed=True)
        if each.claim.id in lone
        else each
        for each in statements
    ]


def _state_group(origin: str, group: list[FlatClaim], scales: Scales) -> list[Statement]:
    group, corrects = drop_corrected(group)
    originator = find_originator(group)
    name = source_key(originator) if originator else None
    voice = f"source {name}" if name else origin
    worst = max((split_grade(claim.grade)[0] for claim in group), key=scales.bias)
    said: dict[tuple[object, ...], list[FlatClaim]] = {}
    for claim in group:
        said.setdefault(_what(claim), []).append(claim)
    made = []
    for same in said.values():
        dated = [claim for claim in same if claim.as_of] or same
        stands = originator if originator in same else min(dated, key=lambda claim: (claim.published or "9999", sort_key(claim)))
        assert stands is not None
        interval = read_interval(stands)
        assert interval is not None
        day = claim_day(stands)
        digit = split_grade((originator or stands).grade if stands is originator else stands.grade)[1]
        scale = scales.error(digit) if day is not None else math.hypot(scales.error(digit), scales["undated error"])
        letter = split_grade(originator.grade)[0] if originator else worst
        base = (stands.base or "") if stands.unit == "share" else None
        ids = tuple(sorted(claim.id for claim in same))
        replaced = tuple(name for each in same for name in corrects.get(each.id, ()))
        made.append(Statement(stands, ids, covered_fates(stands), base, day, interval, scale, voice, letter, origin, corrects=replaced))
    return made


def _find_tallies(statements: Sequence[Statement]) -> dict[str, str]:
    """For each origin its tally: origins of which one source speaks in one bulletin, of one day, are one count."""
    parent = {each.origin: each.origin for each in statements}

    def find(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    reports: dict[tuple[str, str | None, str | None], str] = {}
    for each in statements:
        if each.voice.startswith("source ") and _is_bulletin(each.claim):
            key = (each.voice, each.claim.published, each.claim.as_of)
            parent[find(each.origin)] = find(reports.setdefault(key, each.origin))
    return {origin: find(origin) for origin in parent}


def _is_bulletin(claim: FlatClaim) -> bool:
    """Whether a claim was printed soon after its day: what a history says of a day comes from many counts, not one."""
    if not claim.as_of:
        return False
    if not claim.published:
        return True
    return abs((last_day(claim.published) - last_day(claim.as_of)).days) <= _BULLETIN


def _voice_letters(statements: Sequence[Statement]) -> dict[str, str]:
    """One letter for each voice: the one it mostly has, the worse of two as frequent."""
    seen: dict[str, Counter[str]] = {}
    for each in statements:
        seen.setdefault(each.voice, Counter())[each.letter] += 1
    return {voice: max(sorted(count, reverse=True), key=lambda letter: count[letter]) for voice, count in seen.items()}


def _weigh_copies(statements: list[Statement], scales: Scales) -> list[Statement]:
    """Weigh down what was probably copied, where no origin is given and another source had said the same before."""
    earlier: dict[tuple[object, ...], list[Statement]] = {}
    weighed = []
    for each in sorted(statements, key=lambda each: (each.claim.published or "9999", sort_key(each.claim))):
        key = (_what(each.claim), each.day)
        others = [other for other in earlier.get(key, ()) if other.voice != each.voice]
        free = not each.claim.origin and not each.claim.repeats
        earlier.setdefault(key, []).append(each)
        weighed.append(_with(each, weight=1 - copy_chance(each.interval, scales)) if others and free else each)
    return sorted(weighed, key=lambda each: sort_key(each.claim))


def _with(statement: Statement, **changes: object) -> Statement:
    from dataclasses import replace

    return replace(statement, **changes)  # type: ignore[arg-type]
