"""Events told by nouns: "the fall of X", "the explosion occurred", "killed in an airstrike", "INCIDENT: air strike"."""

from __future__ import annotations

from collections.abc import Iterator

from unaccounted.base.records import Where
from unaccounted.extract.happenings import Happening, Scene

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
_NEAR = 9
"""Words after a noun in which its place, its date or its verb may stand."""


class EventNouns(Scene):
    """Finds the events that the nouns of one passage tell."""

    def labelled(self) -> Iterator[Happening]:
        """ "INCIDENT: air strike, market quarter": a form's line that names an event."""
        label = self.events.labels.match(self.words, 0)
        if label is None or self.words[label[0] : label[0] + 1] != (":",):
            return
        for at, end, event in self.events.nouns.find(self.words, label[0] + 1):
            stop = len(self.words) - (self.words[-1] == ".")
            yield Happening(event, at, end, label[0] + 1, max(stop, end))
            return

    def find(self) -> Iterator[Happening]:
        """What befell a named place or group, then other nouns."""
        yield from self._befallen()
        yield from self._nouns()

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
        begin = end
        if self.words[end : end + 1] == (",",) and self.words[end + 1 : end + 2] != ("which",):  # "the tremor, of magnitude 7.1, lasted"
            begin = next((at + 1 for at in range(end + 1, min(end + 12, len(self.words))) if self.words[at] == ","), end)
        for at in range(begin, min(begin + _NEAR, len(self.words))):
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
