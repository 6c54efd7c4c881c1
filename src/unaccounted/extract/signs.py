"""Signs in a sentence that it may hold a claim, and of which kinds: a scan of its tokens, before any reading.

In: a sentence's tokens and its text. Out: the kinds that it may tell. It must never leave out a kind of which a claim would be made:
a test reads every sentence for every kind and finds the same. A common word ("took", "closed") tells an event only beside another
of what its patterns need: a place, a date, a number or a name.
"""

from __future__ import annotations

import re
from itertools import pairwise

from unaccounted.extract.event_words import load_events
from unaccounted.extract.name_signs import (
    has_inner_capital,
    may_call_group,
    may_describe,
    may_quote_group,
    may_rename_group,
    may_tell_apart,
    names_capital,
)
from unaccounted.extract.sentences import is_loud
from unaccounted.extract.sign_marks import BIT, PAIR, either, mark_tokens, pairs_stand, stands
from unaccounted.extract.sign_tables import SignTables, load_sign_tables

KINDS = frozenset(["count", "figure", "person", "group", "event", "policy", "trend", "category", "class"])
"""Every kind of sign: "figure" tells another figure for the last count, "class" a class of those announced before."""

_NOTHING: frozenset[str] = frozenset()
_DIGIT = re.compile(r"\d")
_PEOPLE_AFTER = 4
"""Tokens within which the noun stands that makes an article a number ("a young Afghan nurse")."""
_PARTED_AFTER = 12
"""Tokens within which the rest of a verb of a stance stands."""
_BACK = frozenset(["he", "she", "him", "her", "his", "they", "the", "all", "both"])

_FATES, _PARTED, _RESIDING, _LOCATED, _OWN = BIT["fates"], BIT["parted"], BIT["residing"], BIT["located"], BIT["own"]
_OF_ONE, _PREDICATES = BIT["of_one"], BIT["predicates"]
_REMAINS, _LOST, _UNKNOWN, _LEAVE, _GROUPS = BIT["remains"], BIT["lost"], BIT["unknown"], BIT["leave"], BIT["groups"]
_SERVE, _GIVEN, _TERM, _ALIAS, _RULERS, _KUNYA = BIT["serve"], BIT["given"], BIT["term"], BIT["alias"], BIT["rulers"], BIT["kunya"]
_NUMBERS, _PEOPLE, _FIGURES, _ARTICLE = BIT["numbers"], BIT["people"], BIT["figures"], BIT["a"] | BIT["an"]
_NO, _THERE, _OF, _FROM, _THOSE, _INTO = BIT["no"], BIT["there"], BIT["of"], BIT["from"], BIT["those"], BIT["into"]
_ORIGINS, _SET_AGAINST = BIT["origins"], BIT["against"] | BIT["compared"]
_ENDED, _CALLED, _NAMES, _MADE, _BODIES = BIT["ended"], BIT["called"], BIT["names"], BIT["made"], BIT["bodies"]
_MARKS, _ORGANS, _QUOTED = BIT["marks"], BIT["organs"], BIT["quoted"]
_HAPPENING, _MEANT, _GOING_ON, _CUES, _BEING = BIT["happening"], BIT["meant"], BIT["going_on"], BIT["cues"], BIT["being"]
_COMMON, _COMMON_MEANT, _COMMON_GOING_ON = BIT["common"], BIT["common_meant"], BIT["common_going_on"]
_LETTING, _COMING, _DENYING, _DENIED = BIT["letting"], BIT["coming"], BIT["denying"], BIT["denied"]
_STANCES, _PARTED_STANCES, _WHOM = BIT["stances"], BIT["parted_stances"], BIT["whom"]
_STANCE_WORDS, _STANCE_COMMON, _AUTHORITIES = BIT["stance_words"], BIT["stance_common"], BIT["authorities"]
_FLOWS, _MEASURES, _CHANGES, _ADVERBS, _DEEDS = BIT["flows"], BIT["measures"], BIT["changes"], BIT["adverbs"], BIT["deeds"]
_TO_PLACE = either(_PREDICATES, _PARTED, _RESIDING)
_TO_GROUP = either(_ENDED, _CALLED, _NAMES, _MADE, _BODIES, _QUOTED)
_TO_EVENT = either(_HAPPENING, _MEANT, _GOING_ON, _COMMON, _COMMON_MEANT, _COMMON_GOING_ON)
_TO_POLICY = either(_LETTING, _DENYING, _STANCES, _PARTED_STANCES, *(first for first, _ in PAIR))
_TO_TREND = either(_SET_AGAINST, _MEASURES, _FLOWS, _ADVERBS)
_CLASSES, _FINDING = BIT["classes"], BIT["finding"]


def kinds_told(tokens: list[str], text: str, language: str = "en") -> frozenset[str]:
    """The kinds that a sentence may tell.

    Args:
        tokens: the sentence's, as `tokens` cuts them.
        text: the sentence as printed.
        language: a folder's name under `languages`.
    """
    if not tokens:
        return _NOTHING
    marks, tables = mark_tokens(tokens, language), load_sign_tables(language)
    told: list[str] = []
    placed = bool(marks & _TO_PLACE) and _placed(marks, tokens, tables)
    fated = placed or stands(marks, _FATES, tables.fates, tokens)
    if (fated or marks & (_THERE | _FIGURES)) and _has_number(marks, tokens, text):
        told.append("count" if fated or marks & _THERE else "figure")
    if _of_person(marks, tokens, text, tables, placed):
        told.append("person")
    if (marks & _TO_GROUP and _of_group(marks, tokens, text, tables)) or may_rename_group(text, tables.marks, tables.organs):
        told.append("group")
    if marks & _TO_EVENT and _of_event(marks, tokens, text, tables):
        told.append("event")
    if marks & _WHOM and marks & _TO_POLICY and _of_policy(marks, tokens, tables):
        told.append("policy")
    if marks & _TO_TREND and _of_trend(marks, tokens, tables, fated):
        told.append("trend")
    kind = _of_class(marks, tokens, text, tables)
    if kind is not None:
        told.append(kind)
    return frozenset(told) if told else _NOTHING


def _placed(marks: int, tokens: list[str], tables: SignTables) -> bool:
    """Whether a fate is told by several words apart: "led 20 men away", "sit in the jails of the north", "are back"."""
    if marks & _PREDICATES and any(
        after in tables.predicates and (before in tables.linked or before.endswith("ly")) for before, after in pairwise(tokens)
    ):
        return True
    return bool(marks & _PARTED and _parted(tokens, tables.parted)) or bool(
        marks & _RESIDING and stands(marks, _LOCATED, tables.located, tokens)
    )


def _parted(tokens: list[str], parted: dict[str, tuple[frozenset[str], ...]]) -> bool:
    """Whether a verb stands with the rest of it anywhere: "led 20 men away"."""
    have = frozenset(tokens)
    return any(have.issuperset(rest) for token in have if token in parted for rest in parted[token])


def _parted_near(tokens: list[str], parted: dict[str, tuple[frozenset[str], ...]]) -> bool:
    """Whether the rest of a verb stands a few words after it: "brings its children home"."""
    for at, token in enumerate(tokens):
        rests = parted.get(token)
        if rests is not None:
            after = frozenset(tokens[at + 1 : at + 1 + _PARTED_AFTER])
            if any(after.issuperset(rest) for rest in rests):
                return True
    return False


def _has_number(marks: int, tokens: list[str], text: str) -> bool:
    """Whether a number, a share, a vague class or one person ("a nurse") is told."""
    tables = load_sign_tables("en")
    if _DIGIT.search(text) is not None or stands(marks, _NUMBERS, tables.numbers, tokens):
        return True
    if not marks & _PEOPLE or not marks & (_ARTICLE | _NO):
        return False
    return any(
        token in ("a", "an", "no") and not tables.people.isdisjoint(tokens[at + 1 : at + 1 + _PEOPLE_AFTER])
        for at, token in enumerate(tokens)
    )


def _may_name(tokens: list[str], text: str, tables: SignTables) -> bool:
    """Whether a name can stand in a sentence: a capital inside it, or a first word that is no closed-class one."""
    return has_inner_capital(text) or tokens[0] not in tables.nameless


def _of_person(marks: int, tokens: list[str], text: str, tables: SignTables, placed: bool) -> bool:
    own = (
        placed
        or stands(marks, _OF_ONE, tables.of_one, tokens)
        or stands(marks, _OWN, tables.own, tokens)
        or marks & (_REMAINS | _SERVE)
        or (marks & _LOST and marks & _UNKNOWN)
        or (marks & _LEAVE and stands(marks, _GROUPS, tables.groups, tokens))
        or (marks & _GIVEN and marks & _TERM)
    )
    if own:
        return not _BACK.isdisjoint(tokens) or _may_name(tokens, text, tables)
    if marks & _RULERS or stands(marks, _ALIAS, tables.alias, tokens):
        return _may_name(tokens, text, tables)
    if marks & _KUNYA and ("(" in text or "[" in text):
        return True
    if may_tell_apart(text):
        return True
    return bool(marks & _ARTICLE and marks & (_ORIGINS | _FROM | _OF)) and may_describe(text, tables.origins)


def _of_group(marks: int, tokens: list[str], text: str, tables: SignTables) -> bool:
    if stands(marks, _ENDED, tables.ended, tokens):
        return True
    if stands(marks, _CALLED, tables.called, tokens):
        return _may_name(tokens, text, tables)
    if marks & _MADE and may_call_group(text) and not is_loud(text):
        return True
    if marks & (_NAMES | _BODIES) and (marks & (_NAMES | _MADE) or (marks & _OF and _is_whole_or_made(tokens, tables.bodies))):
        named = (tables.names | tables.bodies).intersection(tokens)
        if names_capital(named, text) or is_loud(text):
            return True
    return bool(marks & _QUOTED) and may_quote_group(text, tables.quoted)


def _is_whole_or_made(tokens: list[str], bodies: frozenset[str]) -> bool:
    """Whether "of" stands right after a word that ends a group's name, or after a verb of composition, perhaps misspelt."""
    return any(
        after == "of" and (token in bodies or (token[:3] in ("com", "con") and token.endswith(("ed", "ing"))))
        for token, after in pairwise(tokens)
    )


def _of_event(marks: int, tokens: list[str], text: str, tables: SignTables) -> bool:
    meant = stands(marks, _CUES, tables.cues, tokens)
    going_on = bool(marks & _BEING)
    if stands(marks, _HAPPENING, tables.happening, tokens):
        return True
    telling = stands(marks, _MEANT, tables.meant, tokens), stands(marks, _GOING_ON, tables.going_on, tokens)
    if (meant and telling[0]) or (going_on and telling[1]):
        return True
    common = (
        stands(marks, _COMMON, tables.common, tokens)
        or (meant and stands(marks, _COMMON_MEANT, tables.common_meant, tokens))
        or (going_on and stands(marks, _COMMON_GOING_ON, tables.common_going_on, tokens))
    )
    return common and (any(telling) or load_events("en").bound(tokens, text))


def _of_policy(marks: int, tokens: list[str], tables: SignTables) -> bool:
    if not marks & _STANCE_WORDS and not (marks & _STANCE_COMMON and marks & _AUTHORITIES):
        return False
    return (
        stands(marks, _STANCES, tables.stances, tokens)
        or bool(marks & _PARTED_STANCES and _parted_near(tokens, tables.parted_stances))
        or bool(marks & _LETTING and stands(marks, _COMING, tables.coming, tokens))
        or bool(marks & _DENYING and stands(marks, _DENIED, tables.denied, tokens))
        or pairs_stand(marks, len(tables.paired))
    )


def _of_trend(marks: int, tokens: list[str], tables: SignTables, fated: bool) -> bool:
    if fated and marks & _SET_AGAINST:
        return True
    flows = (marks & _OF and marks & _MEASURES) or stands(marks, _FLOWS, tables.flows, tokens)
    if flows and stands(marks, _CHANGES, tables.changes, tokens):
        return True
    return stands(marks, _ADVERBS, tables.adverbs, tokens) and (fated or stands(marks, _DEEDS, tables.deeds, tokens))


def _of_class(marks: int, tokens: list[str], text: str, tables: SignTables) -> str | None:
    """Whether a class can be told, and whether only one of those announced before."""
    if marks & _CLASSES or (marks & _THOSE and (marks & _INTO or "there" in tokens[:5])):
        return "category"
    if marks & (_FINDING | _FINDING << 1) and text.count(";") > 1 and tables.finding.occurs(tokens[:8]):
        return "category"
    start = tokens[1:5] if tokens[0] in ("and", "then") else tokens[:4]
    if not start:
        return None
    first = start[0]
    opened = first == "there" or first in tables.ordinals or (first == "the" and len(start) > 1 and start[1] in tables.ordinals)
    return "class" if opened or tables.openers.match(start, 0) is not None else None
