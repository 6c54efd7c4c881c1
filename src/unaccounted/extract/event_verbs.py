"""Events told by verbs: what somebody did to a place, a thing or people, and what something underwent."""

from __future__ import annotations

from collections.abc import Iterator

from unaccounted.extract.event_words import EventVerb
from unaccounted.extract.happenings import Happening, Scene
from unaccounted.extract.nouns import VerbGroup
from unaccounted.extract.places import place_at

_RULERS = frozenset(
    [
        "president",
        "government",
        "regime",
        "king",
        "emperor",
        "general",
        "dictator",
        "prime",
        "minister",
        "sultan",
        "shah",
        "junta",
        "monarchy",
    ]
)
_PARTICLES = frozenset(
    ["off", "over", "away", "out", "aboard", "prisoner", "captive", "hostage", "to", "ill", "up", "down", "back", "alive"]
)
_OF_PERSONS = frozenset(["taken", "captured", "seized", "capture", "seize", "took", "liberated"])


class EventVerbs(Scene):
    """Finds the events that the verbs of one passage tell."""

    def find(self) -> Iterator[Happening]:
        """Events done, then events undergone."""
        yield from self._acts()
        yield from self._undergone()

    def _acts(self) -> Iterator[Happening]:
        for at, end, verb in self.events.verbs.find(self.words):
            group = self.nouns.group(at)
            if not self._is_verb(at, end, verb, group):
                continue
            self.verb_at = at
            told = self._passive(at, end, verb, group) if self._is_passive(verb, group) else self._active(at, end, verb, group)
            if told is not None:
                yield told

    def _is_passive(self, verb: EventVerb, group: VerbGroup) -> bool:
        return group.passive and verb.form in ("past", "preterite", "participle")

    def _is_verb(self, at: int, end: int, verb: EventVerb, group: VerbGroup) -> bool:
        """Whether a word that may be noun, adjective or verb tells a deed here: a past, or a base behind "to" or "will"."""
        before = self.words[at - 1] if at else ""
        if verb.form in ("past", "preterite", "participle"):
            bare = group.first == at
            return before not in self.nouns.closed.determiners and not (bare and verb.form == "participle") and before not in ("of", "-")
        if verb.form == "base":
            return (group.infinitive or group.helped) and self._meant(group.first)
        return group.passive

    def _active(self, at: int, end: int, verb: EventVerb, group: VerbGroup) -> Happening | None:
        object_ = self.nouns.object(end)
        if object_ is None or not self._fits(verb, *object_, end):
            return None
        governing = self.nouns.group(group.first - 1).first if group.infinitive and group.first > 0 else group.first
        subject = self.nouns.subject(governing)
        if subject is None and group.first > 0:
            return None
        first = subject.start if subject is not None and subject.start >= group.first - 30 else group.first
        actor = self.nouns.text(subject.first, subject.last) if subject is not None else None
        if actor is not None and self.words[subject.first if subject else 0] in ("it", "he", "she", "they", "who", "which"):
            actor = None
        where = self._object_place(*object_) if verb.frame in ("target", "place") else None
        whom = self.nouns.text(*object_) if verb.frame == "group" else None
        return Happening(verb.event, at, end, first, self._end(object_[1]), actor, whom, where)

    def _passive(self, at: int, end: int, verb: EventVerb, group: VerbGroup) -> Happening | None:
        subject = self.nouns.subject(group.first)
        if subject is None or not self._fits(verb, subject.first, subject.last, end):
            return None
        agent = self.nouns.agent(end)
        actor = self.nouns.text(*agent) if agent is not None else None
        where = self._object_place(subject.first, subject.last) if verb.frame in ("target", "place") else None
        whom = self.nouns.text(subject.first, subject.last) if verb.frame == "group" else None
        first = subject.start if group.first - subject.start <= 30 else group.first
        return Happening(verb.event, at, end, first, self._end(end), actor, whom, where)

    def _fits(self, verb: EventVerb, first: int, last: int, end: int) -> bool:
        """Whether the words are what the verb's event can befall."""
        words = set(self.words[first:last])
        if words & self.events.abstract and not words & self.events.places:
            return False
        if verb.frame == "closed":
            return bool(words & self.events.closed) and bool(self.passage.dates)
        if verb.frame == "target" and verb.event != "coup":
            strong = " ".join(self.words[self.verb_at : end]) in self.events.strong
            if strong and last - first > 1 and words.isdisjoint(self.nouns.closed.pronouns):
                return True
            if words & self.events.targets or self.lexicon.groups.find(self.words, first, last):
                return True
            return self._is_place(first) or self._people(first, last)
        if verb.frame == "place":
            counted = any(each.isdigit() for each in words)
            if (
                words & (self.events.places | self.events.subjects["vessel"])
                and last - first > 1
                and not self._people(first, last)
                and not counted
            ):
                return True
            return end >= len(self.words) or (
                self.words[end] not in _PARTICLES
                and self._is_place(first)
                and not self._is_person(first)
                and self._sure_place(first, end - 1, first < end - 1)
            )
        if verb.event == "coup":
            return bool(words & _RULERS)
        if verb.event == "founding" and not self.passage.dates:
            return False
        if verb.frame == "group":
            if self.lexicon.groups.find(self.words, first, last) or words & (self.lexicon.group_suffixes | self.lexicon.group_prefixes):
                return True
            return bool(words & self.lexicon.group_plain) and verb.event != "founding"
        return self._removed(verb, first, last, end)

    def _removed(self, verb: EventVerb, first: int, last: int, end: int) -> bool:
        """Whether a people is removed, massacred or exchanged: with wagons where the verb alone says nothing."""
        words = set(self.words[first:last])
        people = bool(words & {"population", "populations", "inhabitants", "villagers", "families", "people"}) or self._people(first, last)
        if verb.event == "deportation" and self.words[end - 1] not in ("deported", "deport", "expelled", "expel", "out"):
            return people and bool(self.events.wagons & set(self.words[end : end + 6]))
        if verb.event in ("exchange", "handover"):
            held = {"prisoners", "prisoner", "captives", "detainees", "hostages", "bodies", "soldiers", "pows"}
            return bool(words & held) and bool(self.passage.dates or self._place(first, self._end(end)))
        if verb.event == "deportation":
            counted = any(each.quantity is not None for each in self.passage.phrases if first <= each.first < last)
            return people and not counted and bool(self.passage.dates)
        return people

    def _sure_place(self, first: int, at: int, passive: bool) -> bool:
        """Whether a name is a country's, or stands behind a verb: "was captured" is said of persons too."""
        found = place_at(self.passage.sentence, first, self.lexicon)
        return found is not None and (found[2] is not None or passive is False or self.words[at] not in _OF_PERSONS)

    def _undergone(self) -> Iterator[Happening]:
        for at, end, meanings in self.events.undergoing.find(self.words):
            for verb in meanings:
                told = self._said_of_subject(at, end, verb)
                if told is not None:
                    yield told
                    break

    def _said_of_subject(self, at: int, end: int, verb: EventVerb) -> Happening | None:
        group = self.nouns.group(at)
        ing = verb.form == "ing" and at > 0 and self.words[at - 1] in self.events.beginning
        base = verb.form == "base" and (self.words[end - 1].endswith("s") and end - at == 1 and not group.infinitive)
        meant = verb.form == "base" and (group.infinitive or group.helped) and self._meant(group.first)
        if not (verb.form in ("past", "preterite", "participle") or ing or base or meant) or (
            at and self.words[at - 1] in self.nouns.closed.determiners
        ):
            return None
        start = self.nouns.group(at - 1).first if ing else group.first
        subject = self.nouns.subject(start)
        if subject is None or not self._undergoes(verb, subject.first, subject.last, end):
            return None
        event = self._disaster(subject.first, subject.last) if verb.event == "disaster" else verb.event
        actor = self.nouns.text(subject.first, subject.last) if verb.frame == "anybody" else None
        who = self.nouns.text(subject.first, subject.last) if verb.frame == "group" else None
        where = self.nouns.place_named(subject.first) if verb.frame == "place" else None
        if event is None:
            return None
        first = subject.start if start - subject.start <= 30 else start
        return Happening(event, at, end, first, self._end(end), actor, who, where)

    def _undergoes(self, verb: EventVerb, first: int, last: int, end: int) -> bool:
        words = set(self.words[first:last])
        after = self.words[end] if end < len(self.words) else "."
        if verb.frame == "place":
            if verb.event == "fall" and after not in ("to", "into", ",", ".", "on", "in", "after", "without"):
                return False
            if words & self.events.places:
                return not any(each.isdigit() for each in words)
            return self._is_place_alone(first, last) and (
                verb.event != "fall" or after in ("to", "into", ",", ".", "on", "after", "without")
            )
        if verb.frame == "group":
            if after in ("the", "its", "their") and self.words[end - 1] == "split":
                return False
            if verb.event == "split" and self.nouns.group(end - 1).passive:
                return False  # "can be divided into three groups"
            known = self.lexicon.groups.find(self.words, first, last)
            return bool(
                known or words & (self.lexicon.group_suffixes | {"group", "faction", "coalition", "alliance", "factions", "groups"})
            ) or (
                self.nouns.named(first, last)
                and words.isdisjoint(self.events.targets)
                and (last - first > 2 or (after in ("with", "from", "into", "to") and not self._is_person(first)))
                and verb.event not in ("surrender", "territorial loss")
            )
        if verb.frame in ("anybody", "anything"):
            return True
        if verb.frame == "ruler":
            return bool(words & self.events.subjects["ruler"]) and after in (",", ".", "in", "on", "to", "after")
        if verb.frame == "people":
            phrase = next((each for each in self.passage.phrases if first <= each.first < last and each.people), None)
            return phrase is not None and phrase.quantity is None and phrase.plural and bool(self.passage.dates)
        if verb.event == "disaster":
            return bool(words & self.events.subjects["nature"])
        if verb.event == "shipwreck" and self.words[first] == "the" and self.nouns.named(first + 1, last) and last - first <= 4:
            return not self._people(first, last)  # a ship by its name
        return bool(words & self.events.subjects[verb.frame])

    def _is_place_alone(self, first: int, last: int) -> bool:
        found = place_at(self.passage.sentence, first, self.lexicon)
        return found is not None and found[0] == last and not self._is_person(first)

    def _disaster(self, first: int, last: int) -> str | None:
        for at in range(first, last):
            if self.words[at] in self.events.subjects["nature"]:
                noun = self.events.nouns.match(self.words, at)
                return noun[1] if noun is not None else self.words[at]
        return None
