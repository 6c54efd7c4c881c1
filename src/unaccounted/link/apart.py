"""What tells cohorts of one name from one another in words: who reported them, when, where, and what became of them.

In: the claims of cohorts that are called alike, and their documents. Out: words for each, no two alike, as "Harbour Times,
3 May 2019". It numbers nothing: a number behind a name means nothing to a reader.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from unaccounted.base.records import Claim, Document
from unaccounted.link.keys import Key

_TITLE = 60
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

Say = Callable[[Sequence[Claim], Mapping[str, Document]], str]


def tell_apart(told: Mapping[Key, Sequence[Claim]], documents: Mapping[str, Document]) -> dict[Key, str]:
    """Words for each cohort: its report and day, and of place, title and fates as many as it takes.

    Args:
        told: the claims of each.
        documents: by hash.
    """
    publishers = {key: _publisher(told[key], documents) for key in told}
    # A publisher of several of the reports tells none of them from another.
    say_report = _publisher if all(publishers.values()) and len(set(publishers.values())) == len(_reports(told)) else _title
    words = {key: [each for each in (say_report(told[key], documents), _day(told[key], documents)) if each] for key in told}
    for say in (_place, _title, _fates):
        for same in _alike(words):
            said = {key: say(told[key], documents) for key in same}
            if len(set(said.values())) > 1:
                for key in same:
                    words[key] += [said[key]] if said[key] and said[key] not in words[key] else []
    for same in _alike(words):
        ordered = sorted(same, key=lambda key: (_first(told[key]).document, _first(told[key]).start, key.content))
        for at, key in enumerate(ordered):
            words[key].append(_say_rank(at))
    return {key: ", ".join(said) for key, said in words.items()}


def _alike(words: Mapping[Key, Sequence[str]]) -> list[list[Key]]:
    """Those that are still told in the same words."""
    same: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in sorted(words):
        same[tuple(words[key])].append(key)
    return [keys for _, keys in sorted(same.items()) if len(keys) > 1]


def _say_rank(at: int) -> str:
    """Which in the order of telling, in words as far as anybody would read them."""
    return f"the {_ORDINALS[at]} told of" if at < len(_ORDINALS) else f"number {at + 1} in the order told"


def _first(claims: Sequence[Claim]) -> Claim:
    return min(claims, key=lambda claim: (claim.document_name, claim.start, claim.id))


def _reports(told: Mapping[Key, Sequence[Claim]]) -> set[str]:
    return {_first(claims).document for claims in told.values()}


def _publisher(claims: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    document = documents.get(_first(claims).document)
    return (document.publisher or "")[:_TITLE] if document is not None else ""


def _title(claims: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    document = documents.get(_first(claims).document)
    return (document.title or document.name)[:_TITLE] if document is not None else _first(claims).document_name


def _day(claims: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    """The first day that they tell of, else the day on which the report came out."""
    days = sorted((claim.when.start, claim.when.precision or "") for claim in claims if claim.when is not None and claim.when.start)
    return _say_day(*days[0]) if days else _say_day(_first(claims).published or "", "day")


def _say_day(iso: str, precision: str) -> str:
    """A date as far as it is known; a partial one ("1914") as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B} {day.year}" if precision == "day" else f"{day:%B} {day.year}" if precision == "month" else str(day.year)


def _place(claims: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    return min((claim.where.name for claim in claims if claim.where is not None), default="")


def _fates(claims: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    return " and ".join(sorted({claim.fate for claim in claims if claim.fate is not None}))
