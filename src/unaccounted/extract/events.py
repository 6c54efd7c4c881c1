"""Claims about what happened that bears on people's fates: a raid, a wreck, the fall of a town, a group that split.

In: a passage. Out: event claims with the event's name, actor, group, place and date; the quote is the clause. A bare noun
("attacks continue to worry residents") is no event: it needs a name, a place, a date or a verb of happening. Which events are
one is for link.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from unaccounted.base.records import Claim, Where
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.lexicons import Phrases, read_list, verb_forms
from unaccounted.extract.nouns import Nouns, VerbGroup
from unaccounted.extract.passage import Passage
from unaccounted.extract.places import find_where, place_at
from unaccounted.extract.references import Memory

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
_ARMS = frozenset(
    [
        "rifle",
        "gun",
        "machinegun",
        "mortar",
        "artillery",
        "weapons",
        "arms",
        "returned",
        "return",
        "returning",
        "opened",
        "cease",
        "exchange",
        "friendly",
    ]
)
_PARTICLES = frozenset(
    ["off", "over", "away", "out", "aboard", "prisoner", "captive", "hostage", "to", "ill", "up", "down", "back", "alive"]
)
_OF_PERSONS = frozenset(["taken", "captured", "seized", "capture", "seize", "took", "liberated"])
_NEAR = 9
"""Words after a noun in which its place, its date or its verb may stand."""


@dataclass(frozen=True, slots=True)
class EventVerb:
    """A verb that tells an event: its name, the frame that says what it must be done to or said of, and its form."""

    event: str
    frame: str
    form: str


@dataclass(frozen=True, slots=True)
class Events:
    """The words of `events.yaml`."""

    verbs: Phrases[EventVerb]
    undergoing: Phrases[tuple[EventVerb, ...]]
    nouns: Phrases[str]
    of_name: Phrases[str]
    doing: Phrases[str]
    occurring: Phrases[str]
    subjects: dict[str, frozenset[str]]
    targets: frozenset[str]
    places: frozenset[str]
    abstract: frozenset[str]
    wagons: frozenset[str]
    beginning: frozenset[str]
    only_happening: frozenset[str]
    strong: frozenset[str]
    closed: frozenset[str]
    labels: Phrases[str]
    wished: frozenset[str]
    words: frozenset[str]
    """First words of every pattern: without one of them a sentence tells no event."""


def _phrases(words_of: list[str]) -> Phrases[str]:
    found: Phrases[str] = Phrases()
    for words in words_of:
        found.add(words, "")
    return found


def _named(lists: dict[str, list[str]]) -> Phrases[str]:
    found: Phrases[str] = Phrases()
    for name, words_of in lists.items():
        for words in words_of:
            found.add(words, name)
    return found


@cache
def load_events(language: str = "en") -> Events:
    """The words of events of a language."""
    lists = read_list(language, "events")
    verbs: Phrases[EventVerb] = Phrases()
    undergone: dict[str, tuple[EventVerb, ...]] = {}

    def add(event: str, frame: str, entries: list[str]) -> None:
        for entry in entries:
            for words, form in verb_forms(entry):
                verbs.add(words, EventVerb(event, frame, form))

    for event, entries in lists["acts"].items():
        add(event, "target", entries)
    for event, entries in lists["captures"].items():
        add(event, "place", entries)
    for event, entries in lists["closures"].items():
        add(event, "closed", entries)
    for event, entries in lists["defeats"].items():
        add(event, "group", entries)
    for event, entries in lists["removals"].items():
        add(event, "people", entries)
    for event, frames in lists["undergoes"].items():
        for frame, entries in frames.items():
            for entry in entries:
                for words, form in verb_forms(entry):
                    undergone[words] = (*undergone.get(words, ()), EventVerb(event, frame, form))
    undergoing: Phrases[tuple[EventVerb, ...]] = Phrases()
    for words, meanings in undergone.items():
        undergoing.add(words, meanings)
    nouns, of_name = _named(lists["nouns"]), _named(lists["of_name"])
    every = frozenset([*verbs.firsts(), *undergoing.firsts(), *nouns.firsts(), *of_name.firsts()])
    return Events(
        verbs,
        undergoing,
        nouns,
        of_name,
        _phrases(lists["doing"]),
        _phrases(lists["occurring"]),
        {name: frozenset(each) for name, each in lists["subjects"].items()},
        frozenset(lists["targets"]),
        frozenset(lists["places"]),
        frozenset(lists["abstract"]),
        frozenset(lists["wagons"]),
        frozenset(lists["beginning"]),
        frozenset(lists["only_happening"]),
        frozenset(words for entry in lists["strong"] for words, _ in verb_forms(entry)),
        frozenset(lists["closed"]),
        _phrases(lists["labels"]),
        frozenset(lists["wished"]),
        every,
    )


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as read.

    Args:
        event: its name. at, end: the words that name it, `end` exclusive.
        first, last: the words of the quote, `last` exclusive.
        actor, group: who did it; whom it befell.
        where: its place where the pattern tells it.
        nominal: whether a noun names it.
    """

    event: str
    at: int
    end: int
    first: int
    last: int
    actor: str | None = None
    group: str | None = None
    where: Where | None = None
    nominal: bool = False


class EventReader:
    """Makes event claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words, self.forms = passage.sentence.words, passage.sentence.forms
        self.events = load_events()
        self.nouns = Nouns(passage)
        self.lexicon = passage.lexicon
        self.verb_at = 0

    def read(self) -> list[Claim]:
        """The passage's event claims, in order of their place."""
        if self.events.words.isdisjoint(self.words):
            return []
        kept: list[Happening] = []
        for each in [*self._labelled(), *self._acts(), *self._undergone(), *self._befallen(), *self._nouns()]:
            if not any(self._same(known, each) for known in kept):
                kept.append(each)
        return [self._claim(each) for each in sorted(kept, key=lambda each: (each.first, each.at))]

    def _same(self, known: Happening, other: Happening) -> bool:
        """Whether a second pattern tells the event that a first one has told: it stands at its words, or is a noun in its clause."""
        if known.at < other.end and other.at < known.end:
            return True
        inside = known.first <= other.at < known.last and other.nominal and not known.nominal
        return inside or (known.event == other.event and known.first < other.last and other.first < known.last and known.last > other.at)

    def _labelled(self) -> Iterator[Happening]:
        """ "INCIDENT: air strike, market quarter": a form's line that names an event."""
        label = self.events.labels.match(self.words, 0)
        if label is None or self.words[label[0] : label[0] + 1] != (":",):
            return
        for at, end, event in self.events.nouns.find(self.words, label[0] + 1):
            stop = len(self.words) - (self.words[-1] == ".")
            yield Happening(event, at, end, label[0] + 1, max(stop, end))
            return

    # What somebody did

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
        return group.passive and verb.form in ("past", "participle")

    def _is_verb(self, at: int, end: int, verb: EventVerb, group: VerbGroup) -> bool:
        """Whether a word that may be noun, adjective or verb tells a deed here: a past, or a base behind "to" or "will"."""
        before = self.words[at - 1] if at else ""
        if verb.form in ("past", "participle"):
            bare = group.first == at
            return before not in self.nouns.closed.determiners and not (bare and verb.form == "participle") and before not in ("of", "-")
        if verb.form == "base":
            return (group.infinitive or group.helped) and self._meant(group.first)
        return group.passive

    def _meant(self, first: int) -> bool:
        """Whether a deed not done is planned or threatened, and not only spoken of ("the ability to attack")."""
        near = self.words[max(first - 3, 0) : first + 2]
        kinds = {cue[2] for cue in self.lexicon.cues.find(near)}
        return bool(kinds & {"planned", "threatened", "trying", "possible"})

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
            if words & self.events.places and last - first > 1 and not self._people(first, last) and not counted:
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

    def _people(self, first: int, last: int) -> bool:
        return any(first <= phrase.first < last and phrase.people for phrase in self.passage.phrases)

    def _is_person(self, first: int) -> bool:
        return any(mention.first <= first + 1 and first < mention.last for mention in self.passage.mentions)

    def _is_place(self, at: int) -> bool:
        """Whether a place's name begins at a word: a country, or a capitalised name that a preposition or the end follows."""
        found = place_at(self.passage.sentence, at, self.lexicon)
        if found is None:
            return False
        after = self.words[found[0]] if found[0] < len(self.words) else "."
        return found[2] is not None or after in self.nouns.closed.prepositions or after in (",", ".", ";", "and", "(", ":")

    def _sure_place(self, first: int, at: int, passive: bool) -> bool:
        """Whether a name is a country's, or stands behind a verb: "was captured" is said of persons too."""
        found = place_at(self.passage.sentence, first, self.lexicon)
        return found is not None and (found[2] is not None or passive is False or self.words[at] not in _OF_PERSONS)

    def _object_place(self, first: int, last: int) -> Where | None:
        if self._is_place(first):
            return self.nouns.place_named(first)
        return self.nouns.place(first, last)

    # What something underwent

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
        if not (verb.form in ("past", "participle") or ing or base or meant) or (
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
        if verb.frame == "anybody":
            return True
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

    # What befell a named place or group: "the fall of X", "the defeats of X in A and in B"

    def _befallen(self) -> Iterator[Happening]:
        for at, end, event in self.events.of_name.find(self.words):
            if self.words[end : end + 1] != ("of",) or (at and self.nouns.group(at).infinitive and self.words[at - 1] == "to"):
                continue
            object_ = self.nouns.object(end + 1)
            if object_ is None:
                continue
            first, last = object_
            group = [each for each in self.lexicon.groups.find(self.words, first, last) if each[1] == last]
            placed = self._is_place(first) or bool(self.events.places & set(self.words[first:last]))
            person = self._is_person(first) or self._people(first, last)
            if event == "sinking":
                ship = self.words[first] == "the" and self.nouns.named(first + 1, last)
                if not ship and not (self.events.subjects["vessel"] & set(self.words[first:last])):
                    continue
            elif event in ("defeat", "split", "merger", "surrender"):
                if not group and not (placed and event == "surrender" and not person):
                    continue
            elif not placed or person or group:
                continue
            if event == "capture" and at > 1 and self.words[at - 2] in ("front", "movement", "army", "for"):
                continue  # part of a group's name
            name = group[0][2] if group else None
            begin = at - 1 if at and self.words[at - 1] in ("the", "a", "its", "their") else at
            while begin and begin > at - 4 and self.words[begin - 1].isalpha() and self._modifier(begin - 1):
                begin -= 1
            spans = self._split_places(begin, last)
            for index, (start, stop) in enumerate(spans):
                where = None if group else self.nouns.place_named(first)
                yield Happening(event, at if index == 0 else start, end if index == 0 else start + 1, start, stop, None, name, where, True)

    def _modifier(self, at: int) -> bool:
        word = self.words[at]
        return word in ("the", "a") or (
            not self.nouns._ends_phrase(at) and word.endswith(("al", "ian", "an", "ish", "ic", "ed", "ive", "ary", "ous")) and word != "and"
        )

    def _split_places(self, begin: int, last: int) -> list[tuple[int, int]]:
        """The parts of a noun that tells several events: "the defeats in A in May and in B in June"."""
        stop = last
        while stop < min(last + 24, len(self.words)):
            word = self.words[stop]
            if (
                word in (".", ";", ":", "(", ")")
                or word in self.nouns.closed.relatives
                or word in self.nouns.closed.auxiliaries
                or word == "but"
            ):
                break
            if self.nouns.is_verb(stop) or (word == "," and not self._goes_on(stop)) or word in ("to", "by", "with", "after"):
                break
            if word == "and" and self.words[stop + 1 : stop + 2] not in (("in",), ("at",), ("near",)):
                break
            stop += 1
        cuts = [at for at in range(last, stop) if self.words[at] == "and"]
        spans, start = [], begin
        for cut in cuts:
            spans.append((start, cut))
            start = cut + 1
        spans.append((start, stop))
        return [(first, end) for first, end in spans if end > first]

    def _goes_on(self, comma: int) -> bool:
        """Whether a comma stands inside a place or date ("Rawa, Iraq, in November 2017")."""
        after = comma + 1
        if after >= len(self.words):
            return False
        known = self.lexicon.demonyms.match(self.words, after)
        country = known is not None and " ".join(self.words[after : known[0]]) == known[1].name.lower()
        return country or (self.words[after] in ("in", "on") and any(after < mention.first <= after + 3 for mention in self.passage.dates))

    # What a noun tells

    def _nouns(self) -> Iterator[Happening]:
        for at, end, event in self.events.nouns.find(self.words):
            told = self._noun(at, end, event)
            if told is not None:
                yield told

    def _noun(self, at: int, end: int, event: str) -> Happening | None:
        before = self.words[at - 1] if at else ""
        if before == "to" or self.words[end : end + 1] == ("-",) or (at and self.nouns.group(at).helped and before not in ("of",)):
            return None
        if self.passage.sentence.shouts is False and self.forms[at][:1].isupper() and at and event in ("operation", "retreat"):
            return None  # "Operation X": a name, and what it did stands in its verb
        begin = self._noun_start(at)
        if event == "fire" and (before == "-" or _ARMS & set(self.words[max(begin - 1, 0) : at])):
            return None  # "a cease-fire", "returned the fire", "rifle fire"
        rare = " ".join(self.words[at:end]) in self.events.only_happening
        doing = self._doing(begin)
        if doing is not None:
            verb = doing
            group = self.nouns.group(verb)
            subject = self.nouns.subject(group.first)
            if subject is not None and (not group.infinitive or self._meant(group.first)):
                actor = (
                    None
                    if self.words[subject.first] in ("it", "he", "she", "they", "who")
                    else self.nouns.text(subject.first, subject.last)
                )
                if not group.passive:
                    first = subject.start if group.first - subject.start <= 30 else group.first
                    return Happening(event, at, end, first, self._end(end), actor)
        happened = self._happens(end)
        if happened is not None:
            return Happening(event, at, end, begin, self._end(happened), self._whose(begin, at), nominal=True)
        bound = None if rare else self._bound(end)
        if bound is not None:
            where, stop = bound
            if self.words[end] == "from" and event not in ("withdrawal", "evacuation", "deportation"):
                return None
            if self.words[begin] in ("any", "no", "more", "further", "such", "future", "possible"):
                return None
            fated = self._fated(begin)
            first = fated if fated is not None else begin
            return Happening(event, at, end, first, stop, self._whose(begin, at), None, where, True)
        fated = self._fated(begin)
        if fated is not None and not rare:
            return Happening(event, at, end, fated, end, self._whose(begin, at), nominal=True)
        return None

    def _noun_start(self, at: int) -> int:
        """The first word of the noun's phrase: its article and adjectives."""
        first = at
        while first > 0 and at - first < 5:
            word = self.words[first - 1]
            if self.nouns.closed.stops(word) or self.nouns.closed.is_adverb(word) or word in self.nouns.closed.determiners:
                break
            if self.lexicon.fates.match(self.words, first - 1) or self.events.doing.match(self.words, first - 1):
                break
            if word.endswith("ing") or (word.endswith("s") and not word.endswith(("ss", "us", "'s"))) or self.nouns.is_verb(first - 1):
                break
            first -= 1
        return (
            first - 1
            if first and self.words[first - 1] in ("the", "a", "an", "this", "that", "another", "its", "their", "no", "any")
            else first
        )

    def _doing(self, begin: int) -> int | None:
        """The verb right before a noun by which somebody did it: "launched an offensive"."""
        for size in (1, 2):
            for back in range(size, size + 3):
                verb = begin - back
                if verb < 0:
                    continue
                match = self.events.doing.match(self.words, verb)
                if (
                    match is not None
                    and begin - match[0] <= 2
                    and all(
                        self.words[each] in self.nouns.closed.determiners or self.words[each].isdigit() for each in range(match[0], begin)
                    )
                ):
                    return verb
        return None

    def _happens(self, end: int) -> int | None:
        """One past the verb by which a noun comes about: "the explosion in the mine occurred"."""
        for at in range(end, min(end + _NEAR, len(self.words))):
            match = self.events.occurring.match(self.words, at)
            if match is not None:
                return match[0]
            word = self.words[at]
            if at <= end + 1 and (word in ("which", "that") or (word == "," and self.words[at + 1 : at + 2] == ("which",))):
                continue
            if word in (",", ";", ".", ":", "and", "but") or word in self.nouns.closed.relatives or self.nouns.is_verb(at):
                return None
        return None

    def _bound(self, end: int) -> tuple[Where | None, int] | None:
        """The place or date that a noun is bound to by a preposition right behind it: "the attack on X", "clashes in Y in May"."""
        stop, where, bound = end, None, False
        while stop < min(end + _NEAR + 6, len(self.words)):
            word = self.words[stop]
            if word not in ("in", "on", "at", "near", "off", "against", "of", "outside", "between", "from"):
                break
            date = next((mention for mention in self.passage.dates if stop < mention.first <= stop + 4), None)
            if date is not None:
                bound, stop = True, date.last
                continue
            object_ = self.nouns.object(stop + 1)
            if object_ is None:
                break
            if word == "of" and not bound and self._people(*object_):
                stop = object_[1]  # "the massacre of villagers at X"
                continue
            placed = self._is_place(object_[0]) or self.nouns.place(object_[0], object_[1]) is not None
            targeted = bool(self.events.targets & set(self.words[object_[0] : object_[1]])) and word in (
                "on",
                "against",
                "at",
                "near",
                "in",
            )
            grouped = bool(self.lexicon.groups.find(self.words, *object_)) and word in ("on", "against", "between")
            if not (placed or targeted or grouped):
                break
            if placed and where is None:
                where = self._object_place(*object_)
            bound, stop = True, object_[1]
        return (where, stop) if bound else None

    def _fated(self, begin: int) -> int | None:
        """Where the fate word stands that a noun gives the cause of: "injured in an airstrike", "killed during the siege"."""
        if begin < 2 or self.words[begin - 1] not in ("in", "during", "by", "from"):
            return None
        for trigger in self.passage.triggers:
            if trigger.last <= begin - 1 <= trigger.last + 6 and trigger.word.frame in ("patient", "agent", "event"):
                between = self.words[trigger.last : begin - 1]
                if not any(word in (",", ";", ".") for word in between):
                    passive = trigger.passive and trigger.first - 1 >= 0
                    return trigger.first - 1 if passive and self.nouns.closed.is_adverb(self.words[trigger.first - 1]) else trigger.first
        return None

    def _whose(self, begin: int, at: int) -> str | None:
        """Whose deed a noun is by the people or group named before it: "an American airstrike"."""
        for first, last, place in self.lexicon.demonyms.find(self.words, begin, at):
            if first >= begin and last <= at:
                return place.name
        groups = self.lexicon.groups.find(self.words, begin, at)
        return groups[0][2] if groups else None

    # The claim

    def _wished(self, told: Happening) -> bool:
        """Whether a noun's event is wanted, feared or prepared, and has not happened: "until the liberation of the city"."""
        window = self.words[max(told.first - 3, 0) : told.at]
        committed = "committed" in self.words[max(told.first - 5, 0) : told.first]
        return (committed or bool(self.events.wished & set(window))) and not any(word in (",", ";", ".", "during") for word in window)

    def _end(self, at: int) -> int:
        """One past the clause's last word; another verb's clause after "and" is not of it."""
        end = max(clause_end(self.passage.sentence, max(at - 1, 0)), at)
        for each in range(at, end):
            if self.words[each] == "--" or (self.words[each] in ("and", "but") and each + 1 < end and self.nouns.is_verb(each + 1)):
                return max(each, at)
        return end

    def _place(self, first: int, last: int) -> Where | None:
        return self.nouns.place(first, last) or find_where(self.passage, first, last, self.memory)

    def _claim(self, told: Happening) -> Claim:
        sentence = self.passage.sentence
        speaker = self.passage.speaker(told.at, self.memory)
        factuality = read_factuality(sentence, told.at, told.end, self.lexicon, speaker.cue if speaker else None, told.nominal)
        if told.nominal and factuality in ("asserted", "reported") and self._wished(told):
            factuality = "planned"
        where = told.where if told.where is not None and not told.nominal else (self._place(told.first, told.last) or told.where)
        return self.passage.claim(
            "event",
            told.first,
            told.last,
            event=told.event,
            actor=told.actor,
            group=told.group,
            when=self._when(told),
            where=where,
            source=self.passage.source(speaker),
            factuality=factuality,
            score=0.6 if told.nominal else 0.7,
        )

    def _when(self, told: Happening) -> object:
        """The date of an event: the nearest one inside its quote, else the nearest of the sentence."""
        inside = [mention for mention in self.passage.dates if told.first <= mention.first < told.last]
        if inside:
            return self.passage.when(inside[0].first, told.first)
        return self.passage.when(told.at, 0)
