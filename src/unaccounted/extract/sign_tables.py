"""The words of every list by which a kind of claim can be told, as tokens, put together once for the gate.

In: the word lists. Out: tables of phrases and sets of tokens. A table holds at least every phrase that the reader of its kind can
begin from, so that what has none of them holds no such claim. It reads no text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from unaccounted.base.ranges import list_vague
from unaccounted.extract.category_words import load_categories
from unaccounted.extract.closed import load_closed
from unaccounted.extract.event_words import MEANING, Events, load_events
from unaccounted.extract.group_words import load_group_words
from unaccounted.extract.lexicons import FateWord, Lexicon, Phrases, load_lexicon
from unaccounted.extract.naming import load_naming
from unaccounted.extract.personal import Personal, load_personal
from unaccounted.extract.persons import NEVER
from unaccounted.extract.policy_words import LACKING, POLICY, load_policies
from unaccounted.extract.rivals import load_rivals
from unaccounted.extract.tokens import tokens_of
from unaccounted.extract.trend_words import load_trends
from unaccounted.extract.triggers import BE, PREDICATES

Table = Phrases[bool]


def _table(*phrases: Iterable[tuple[str, ...]]) -> Table:
    """Phrases of words as phrases of tokens."""
    found: Table = Phrases()
    for each in phrases:
        for words in each:
            tokens = tokens_of(words)
            if tokens:
                found.add(tokens, True)
    return found


def _alone(*words: Iterable[str]) -> Table:
    """Single entries, some of which may be of several words ("so-called"), as phrases of tokens."""
    return _table((word,) for each in words for word in each)


def _set(*words: Iterable[str]) -> frozenset[str]:
    """The first tokens of words."""
    return frozenset(tokens[0] for each in words for word in each if (tokens := tokens_of((word,))))


@dataclass(frozen=True, slots=True)
class SignTables:
    """What the gate looks for.

    Args:
        fates: fate words; of_one: those that are read of named persons; own: those of one person alone.
        predicates, linked: states that only stand behind a form of "to be", and what can stand before them.
        parted: the verbs of several words that may stand around their object.
        located, residing: the words of "sit in the jails of the north".
        numbers: number words; people: first words of nouns for people, which make "a", "no" and "both" a number.
        figures: words by which another figure for the last count is given.
        remains, lost, unknown, leave, serve, given, term: words that tell of one person without a fate word.
        alias, rulers, kunya: words beside a name that tell who a person is. origins: first words of names of countries and peoples.
        nameless: closed-class words, which begin no name.
        names: words by which a group's name is told wherever they stand with a capital; bodies: last words of names of which another
            group is part; made: words said of groups; marks: words after which brackets name a group again; organs: those inside
            such brackets; called: phrases of naming; groups: known groups; quoted: nouns that quotes stand beside; ended: verbs.
        happening: phrases of events that may tell one wherever they stand; meant: those that do only where somebody means to, beside one
            of cues; going_on: those that do only beside one of being. common, common_meant, common_going_on: the same of phrases that
            begin with a common word.
        stances: phrases of policies; whom: words for those whom a policy is to; stance_words: those that tell one alone; stance_common:
            those that do beside authorities. parted_stances, paired: words that must stand together.
        flows, measures, changes; deeds, adverbs: the two halves of a trend.
        classes, distinguishing, sorting, ordinals, openers, finding: words of classes.
    """

    fates: Table
    of_one: Table
    predicates: frozenset[str]
    linked: frozenset[str]
    own: Table
    parted: dict[str, tuple[frozenset[str], ...]]
    located: Table
    residing: frozenset[str]
    numbers: Table
    people: frozenset[str]
    figures: frozenset[str]
    remains: frozenset[str]
    lost: frozenset[str]
    unknown: frozenset[str]
    leave: frozenset[str]
    serve: frozenset[str]
    given: frozenset[str]
    term: frozenset[str]
    alias: Table
    rulers: frozenset[str]
    kunya: frozenset[str]
    origins: frozenset[str]
    nameless: frozenset[str]
    names: frozenset[str]
    made: frozenset[str]
    marks: frozenset[str]
    organs: frozenset[str]
    called: Table
    groups: Table
    quoted: frozenset[str]
    ended: Table
    bodies: frozenset[str]
    happening: Table
    meant: Table
    going_on: Table
    common: Table
    common_meant: Table
    common_going_on: Table
    cues: Table
    being: frozenset[str]
    stances: Table
    whom: frozenset[str]
    stance_words: frozenset[str]
    stance_common: frozenset[str]
    authorities: frozenset[str]
    parted_stances: dict[str, tuple[frozenset[str], ...]]
    letting: frozenset[str]
    coming: Table
    denying: frozenset[str]
    denied: Table
    paired: tuple[tuple[frozenset[str], frozenset[str]], ...]
    flows: Table
    measures: frozenset[str]
    changes: Table
    deeds: Table
    adverbs: Table
    classes: frozenset[str]
    ordinals: frozenset[str]
    openers: Table
    finding: Table


def _is_predicate(words: tuple[str, ...], word: FateWord) -> bool:
    return word.frame == "state" and len(words) == 1 and words[0] in PREDICATES


def _of_one(lexicon: Lexicon, personal: Personal) -> Table:
    """The fate words that are read of a named person: no fates of people counted alone, and nouns that need it with their "of"."""
    found: list[tuple[str, ...]] = []
    for words, word in lexicon.fates.entries():
        turned = words[0] in lexicon.beside["surviving"] or words[0] in personal.flee
        if _is_predicate(words, word) or word.frame == "toll" or (word.fate in NEVER and not turned):
            continue
        found.append((*words, "of") if word.form == "of" else words)
    return _table(found)


def _rests(parted: Iterable[tuple[str, Iterable[tuple[str, ...]]]]) -> dict[str, tuple[frozenset[str], ...]]:
    """Verbs that stand around their object: by the first token, the others."""
    found: dict[str, list[frozenset[str]]] = {}
    for first, rests in parted:
        for rest in rests:
            tokens = tokens_of((first, *rest))
            found.setdefault(tokens[0], []).append(frozenset(tokens[1:]))
    return {first: tuple(rests) for first, rests in found.items()}


def _numbers(language: str) -> Table:
    """Everything by which a number, a share or a vague class is told in words, but for an article before a noun."""
    numbers = load_lexicon(language).numbers
    fractions, scales = numbers["fractions"], numbers["scales"]
    words: list[tuple[str, ...]] = [(word,) for word in (*numbers["units"], *numbers["tens"], "half", "both", "nobody", "none")]
    words += [("a", *rest) for rest in ((word,) for word in (*fractions, *scales))]
    words += [(first, word) for word in (*fractions, *scales) for first in ("an", "one", "good", "full", "half")]
    words += [("every", word) for word in numbers["ordinals"]]
    words += [("no", "one"), ("not", "a"), ("not", "one")]
    return _table(words, ((phrase,) for unit in ("people", "share") for phrase in list_vague(unit)))


def _event_tables(events: Events) -> dict[str, Table]:
    """The phrases of events by what else they need, and by whether they begin with a common word."""
    found: dict[str, list[tuple[str, ...]]] = {"happening": list(events.nouns.phrases()), "meant": [], "going_on": []}
    found["happening"] += [(*words, "of") for words in events.of_name.phrases()]
    forms = [(words, {verb.form}) for words, verb in events.verbs.entries()]
    forms += [(words, {verb.form for verb in meanings}) for words, meanings in events.undergoing.entries()]
    undergone = set(events.undergoing.phrases())
    for words, of in forms:
        done = of & {"past", "preterite", "participle"} or (words in undergone and len(words) == 1 and words[0].endswith("s"))
        for name, fits in (("happening", done), ("meant", "base" in of), ("going_on", "ing" in of)):
            if fits:
                found[name].append(words)
    tables = {name: _table(words for words in phrases if words[0] not in events.common) for name, phrases in found.items()}
    names = {"happening": "common", "meant": "common_meant", "going_on": "common_going_on"}
    return tables | {names[name]: _table(words for words in phrases if words[0] in events.common) for name, phrases in found.items()}


@cache
def load_sign_tables(language: str) -> SignTables:
    """The tables of a language.

    Args:
        language: a folder's name under `languages`.
    """
    lexicon, personal, closed, naming = load_lexicon(language), load_personal(language), load_closed(language), load_naming(language)
    group, policies, trends = load_group_words(language), load_policies(language), load_trends(language)
    events, categories, rivals = load_events(language), load_categories(language), load_rivals(language)
    whom = {*lexicon.people.firsts(), *lexicon.demonyms.firsts(), *lexicon.fates.firsts(), *closed.pronouns}
    whom |= {*policies.everyone, *policies.nobody, "their", "those", "exiles", "nationals"}
    stances: list[Phrases[Any]] = [
        policies.verbs,
        policies.watching,
        policies.predicates,
        policies.predicated,
        policies.undecided,
        policies.pleasing,
    ]
    nameless = closed.determiners | closed.prepositions | closed.conjunctions | closed.pronouns | closed.auxiliaries | closed.adverbs
    named = lexicon.group_prefixes | group.units
    return SignTables(
        fates=_table(words for words, word in lexicon.fates.entries() if not _is_predicate(words, word)),
        of_one=_of_one(lexicon, personal),
        predicates=PREDICATES,
        linked=_set(BE, closed.auxiliaries, closed.adverbs, closed.linking, ["to"]),
        own=_table(personal.fates.phrases()),
        parted=_rests((first, (rest for rest, _ in rests)) for first, rests in lexicon.parted.items()),
        located=_table(lexicon.located.phrases()),
        residing=_set(lexicon.residing),
        numbers=_numbers(language),
        people=_set(lexicon.people.firsts()),
        figures=_set(rivals.giving, rivals.figures),
        remains=_set(personal.remains),
        lost=_set(personal.lost),
        unknown=_set(personal.unknown),
        leave=_set(personal.leave),
        serve=_set(personal.serve),
        given=_set(personal.given),
        term=_set(lexicon.beside["term"]),
        alias=_table(naming.alias.phrases()),
        rulers=_set(naming.rulers),
        kunya=_set(naming.kunya),
        origins=_set(lexicon.demonyms.firsts(), ["from", "of"]),
        nameless=nameless - naming.kunya,
        names=_set(named),
        made=_set(group.made, group.made_of.firsts(), group.changed, group.by_itself),
        marks=_set(named, lexicon.group_suffixes, group.nouns) | frozenset(tokens_of(each)[-1] for each in lexicon.groups.phrases()),
        organs=_set(lexicon.group_organs),
        called=_table(group.called.phrases(), naming.self_named.phrases(), [("so-called",)]),
        groups=_table(lexicon.groups.phrases()),
        quoted=_set(group.nouns, lexicon.group_suffixes),
        ended=_table(group.ended.phrases()),
        bodies=_set(lexicon.group_suffixes, group.units),
        **_event_tables(events),
        cues=_table(words for words, kind in lexicon.cues.entries() if kind in MEANING),
        being=_set(BE, events.beginning),
        stances=_table(*(table.phrases() for table in stances), ((word,) for word in policies.under)),
        whom=_set(whom),
        stance_words=_set(policies.telling, POLICY),
        stance_common=_set(policies.common),
        authorities=_set(policies.beside),
        parted_stances=_rests((first, rests) for first, rests in policies.parted.items()),
        letting=_set(policies.letting),
        coming=_table(policies.coming.phrases()),
        denying=_set(policies.denying),
        denied=_table(policies.denied.phrases()),
        paired=(
            (_set(policies.taking), _set(policies.citizenship)),
            (_set(policies.deeds), frozenset(["of"])),
            (_set(POLICY), _set(LACKING)),
            (_set(policies.differing), frozenset(["from"])),
            (_set(policies.barring), frozenset(["from"])),
            (frozenset(["report"]), _set(policies.stations)),
            (_set(policies.unwilling), frozenset(["so"])),
        ),
        flows=_table(trends.flows.phrases(), trends.standing.phrases()),
        measures=_set(trends.measures),
        changes=_table(
            *(table.phrases() for table in (trends.verbs, trends.nouns, trends.transitive, trends.predicates)), [("up",), ("down",)]
        ),
        deeds=_table(trends.moves.phrases()),
        adverbs=_table(
            trends.adverbs.phrases(),
            trends.growing.phrases(),
            ((word,) for word in trends.stopping),
            [("anymore",), ("any", "more"), ("any", "longer"), ("more",)],
        ),
        classes=_set(categories.classes, categories.distinguishing, categories.sorted_by),
        ordinals=_set(categories.ordinals),
        openers=_table(categories.openers.phrases()),
        finding=_table(categories.finding.phrases()),
    )
