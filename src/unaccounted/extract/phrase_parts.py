"""What the words of a noun phrase tell of the people: how far it goes on after its head, and who they are.

In: the words of a sentence and places in it. Out: one past "of ISIS" or "who joined ISIS", and a cohort with origin, affiliation,
role, sex, age and kinship as printed. Which words are a noun phrase is for `noun_phrases`.
"""

from __future__ import annotations

from unaccounted.base.records import Cohort
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence

_BEFORE_NAMES = frozenset(["the", "a", "an", "its", "their", "both", "'s", "own", "present", "-", "day"])
"""Words between "of" and a name."""


class PartsReader:
    """Reads what the words of one sentence tell of people."""

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.text, self.lexicon = sentence, text, lexicon
        self.words = sentence.words
        self.closed = load_closed()
        self.shouts = sentence.shouts

    def capital(self, at: int) -> bool:
        """Whether a word is written as a name is; in capitals every word is."""
        return self.shouts or self.sentence.forms[at][:1].isupper()

    def printed(self, first: int, last: int) -> str:
        """The words as printed, white space made single."""
        if last <= first:
            return ""
        return " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last - 1]].split())

    def after(self, at: int) -> int:
        """One past what follows a head and tells who the people are: "of ISIS", "from Dagestan", "who joined ISIS"."""
        words = self.words
        while at < len(words):
            if words[at] in ("of", "from", "in") and at + 1 < len(words):
                inner = at + 1
                while inner < len(words) and words[inner] in _BEFORE_NAMES:
                    inner += 1
                nxt = self._name_end(inner)
                if nxt is None and words[at] == "of" and inner < len(words):
                    match = self.lexicon.people.match(words, inner)
                    nxt = self._owned(match[0]) if match and words[at - 1] not in ("number",) else None
                if nxt is None:
                    return at
                at = nxt
            elif words[at] in ("who", "that") and at + 1 < len(words):
                verb = at + 1
                while verb < len(words) and (words[verb] in ("had", "have", "has") or self.closed.is_adverb(words[verb])):
                    verb += 1
                fates = self.lexicon.fates.match(words, verb) if verb < len(words) else None
                if fates is None or fates[1].fate != "joined":
                    return at
                nxt = self._name_end(fates[0] + (fates[0] < len(words) and words[fates[0]] == "the"))
                return nxt or fates[0]
            else:
                return at
        return at

    def _owned(self, at: int) -> int:
        """One past what belongs to people, where an apostrophe follows them: "the judge's escort"."""
        words = self.words
        if words[at : at + 1] not in (("'s",), ("'",)) or at + 1 >= len(words) or self.closed.stops(words[at + 1]):
            return at
        for ahead in (at + 1, at + 2):
            match = self.lexicon.people.match(words, ahead) if ahead < len(words) else None
            if match is not None:
                return match[0]
        return at

    def _name_end(self, at: int) -> int | None:
        """One past a group's, people's or army's name at a word, or None."""
        words = self.words
        if at >= len(words):
            return None
        match = self.lexicon.groups.match(words, at)
        if match:
            people = self.lexicon.people.match(words, match[0]) if match[0] < len(words) else None
            return people[0] if people else match[0]
        place = self.lexicon.demonyms.match(words, at)
        if place and self.capital(at):
            nxt = place[0]
            if nxt < len(words):
                group = self.lexicon.groups.match(words, nxt)
                nxt = group[0] if group else nxt
                people = self.lexicon.people.match(words, nxt) if nxt < len(words) else None
                nxt = people[0] if people else nxt
            return nxt
        end = at
        while end < len(words) and end - at < 5 and not self.closed.stops(words[end]):
            if words[end] in self.lexicon.group_suffixes or words[end] in self.lexicon.group_plain:
                return end + 1
            if self.lexicon.fates.match(words, end) or self.lexicon.people.match(words, end):
                return None
            end += 1
        return None

    def read(self, first: int, last: int, labelled: int | None = None) -> Cohort:
        """What the words from `first` to `last` tell of the people; the label begins at `labelled`, after the determiners."""
        words, lexicon = self.words, self.lexicon
        origin = affiliation = role = sex = age = kin = None
        kin_at = -1
        at = first
        while at < last:
            group = lexicon.groups.match(words, at)
            place = lexicon.demonyms.match(words, at) if self.capital(at) else None
            people = lexicon.people.match(words, at)
            if group and group[0] <= last:
                affiliation = affiliation or group[1]
                at = group[0]
            elif place and place[0] <= last:
                origin = origin or place[1].name
                at = place[0]
            elif people and people[0] <= last:
                meaning = people[1]
                role, sex, age = role or meaning.role, sex or meaning.sex, age or meaning.age
                if meaning.kin is not None and (kin is None or kin == "family members"):
                    kin, kin_at = meaning.kin, at
                elif meaning.age == "children" and kin is None and people[0] < last and words[people[0]] == "of":
                    kin, kin_at = "children", at
                at = people[0]
            else:
                named = self._unit(at, last)
                if named is not None and affiliation is None:
                    affiliation, at = named[1], named[0]
                else:
                    at += 1
        kin_of = self._kin_of(first, last, kin_at) if kin is not None else None
        if kin_of is not None:
            role = None
        label = self.printed(first if labelled is None else labelled, last)
        return Cohort(label, origin=origin, affiliation=affiliation, role=role, sex=sex, age=age, kin_of=kin_of)

    def _unit(self, at: int, last: int) -> tuple[int, str] | None:
        """A named army or unit inside the phrase ("the Young Guard", "the main army"): (one past it, its name)."""
        if self.closed.stops(self.words[at]) or self.words[at] in self.closed.determiners:
            return None
        for end in range(at, min(at + 5, last)):
            if (
                self.closed.stops(self.words[end])
                or self.words[end] in self.closed.determiners
                or self.lexicon.people.match(self.words, end)
            ):
                return None
            if self.words[end] in self.lexicon.group_suffixes or self.words[end] in self.lexicon.group_plain:
                return (end + 1, self.printed(at, end + 1)) if end > at else None
        return None

    def _kin_of(self, first: int, last: int, kin_at: int) -> str | None:
        """Whose kin: the possessor before, or the people after "of"; "their" stays as the word for `references`."""
        words = self.words
        before = [at for at in range(first, kin_at) if words[at] in ("'s", "'")]
        if before and before[-1] > first:
            return self.printed(first + (words[first] in ("the", "of")), before[-1])
        after = next((at for at in range(kin_at, last) if words[at] == "of"), None)
        if after is not None and after + 1 < last:
            return self.printed(after + 1, last)
        return next((words[at] for at in range(first, kin_at) if words[at] in ("their", "its", "his")), None)
