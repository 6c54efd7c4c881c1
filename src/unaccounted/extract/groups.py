"""Claims about groups: their names and aliases, whose part they are, of whom they are made, their end.

In: a passage. Out: group claims whose quote is the name. Whether two names are one group is for link.
"""

from __future__ import annotations

from unaccounted.base.records import Claim
from unaccounted.extract.closed import load_closed
from unaccounted.extract.naming import load_naming
from unaccounted.extract.passage import Passage
from unaccounted.extract.references import Memory

_MADE_OF = (
    ("composed", "of"),
    ("comprised", "of"),
    ("compromised", "of"),
    ("made", "up", "of"),
    ("consisted", "of"),
    ("consisting", "of"),
    ("formed", "of"),
    ("consists", "of"),
)
_LIKE = frozenset(["like", "including", "as"])
_UNITS = frozenset(
    ["brigades", "brigade", "battalions", "battalion", "units", "unit", "regiments", "divisions", "groups", "factions", "katibas"]
)
_OPEN, _CLOSE = frozenset("“\"'‘`("), frozenset("”\"'’`)")


class GroupReader:
    """Makes group claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words, self.forms = passage.sentence.words, passage.sentence.forms
        self.lexicon = passage.lexicon

    def read(self) -> list[Claim]:
        """The passage's group claims, in order of their kinds."""
        return [*self._prefixed(), *self._so_called(), *self._self_named(), *self._organs(), *self._acronyms()]

    def _claim(self, first: int, last: int, **fields: object) -> Claim:
        source = self.passage.source(self.passage.speaker(first, self.memory))
        return self.passage.claim("group", first, last, source=source, factuality="asserted", **fields)

    def _prefixed(self) -> list[Claim]:
        """ "Katiba A, Katiba B and Jamaat C": what the sentence says of the list is said of each."""
        if self.passage.sentence.shouts or self.lexicon.group_prefixes.isdisjoint(self.words):
            return []
        claims = []
        whole, composition = self._whole(), self._composition()
        fate = next((trigger.word.fate for trigger in self.passage.triggers if trigger.word.fate == "destroyed" and trigger.passive), None)
        at = 0
        while at < len(self.words) - 1:
            if (
                self.words[at] in self.lexicon.group_prefixes
                and self.forms[at][:1].isupper()
                and self.words[at + 1] not in load_closed().prepositions
            ):
                end = at + 1
                while (
                    end < len(self.words)
                    and end - at < 6
                    and (
                        self.forms[end][:1].isupper()
                        or self.words[end] in load_naming().kunya
                        or self.words[end] in load_naming().particles
                        or self.words[end] == "-"
                    )
                ):
                    end += 1
                if end > at + 1:
                    claims.append(
                        self._claim(at, end, group=self.passage.words(at, end), part_of=whole, composition=composition, fate=fate)
                    )
                    at = end
                    continue
            at += 1
        return claims

    def _whole(self) -> str | None:
        """ "ISIS brigades ... like": the group whose brigades are listed."""
        for _, last, group in self.lexicon.groups.find(self.words):
            if last < len(self.words) and self.words[last] in _UNITS:
                return group
        return None

    def _composition(self) -> str | None:
        for phrase in _MADE_OF:
            for at in range(len(self.words) - len(phrase)):
                if self.words[at : at + len(phrase)] == phrase:
                    first = at
                    while first > 0 and self.words[first - 1] in load_closed().adverbs | {"or", "and"}:
                        first -= 1
                    last = at + len(phrase)
                    while last < len(self.words) and self.words[last] not in _LIKE | {",", "–", ".", ";", "("}:
                        last += 1
                    adverbs = self.passage.words(first, at) + " " if first < at else ""
                    return adverbs + self.passage.words(at + len(phrase), last)
        return None

    def _so_called(self) -> list[Claim]:
        claims = []
        for at in range(len(self.words) - 2):
            hyphened = self.words[at : at + 3] == ("so", "-", "called")
            start = at + 3 if hyphened else at + 1
            if (hyphened or self.words[at] == "so-called") and start < len(self.words):
                first = start + (self.words[start] in _OPEN)
                last = first
                while last < len(self.words) and self.forms[last][:1].isupper():
                    last += 1
                if last > first:
                    close = last + (last < len(self.words) and self.words[last] in _CLOSE and first > start)
                    alias = self.passage.words(first, last)
                    known = self.lexicon.groups.match(self.words, first)
                    claims.append(self._claim(at, close, group=known[1] if known else self.memory.group or alias, alias=alias))
        return claims

    def _self_named(self) -> list[Claim]:
        """ "it presented itself as X": a name that a group gives itself."""
        claims = []
        for first, last, _ in load_naming().self_named.find(self.words):
            start = last + (last < len(self.words) and self.words[last] in _OPEN)
            end = start
            while end < len(self.words) and self.words[end] not in (",", ".", ";", "(", "”", '"'):
                end += 1
            if not 0 < end - start <= 8:
                continue
            named = self.forms[start][:1].isupper() or self.words[start] in load_naming().particles
            subject = [group for _, _, group in self.lexicon.groups.find(self.words, 0, first)]
            about = any(word in ("it", "itself", "which") for word in self.words[max(first - 3, 0) : last]) or (subject and first - 3 <= 6)
            group = subject[-1] if subject else self.memory.group
            if named and about and group is not None and "itself" in self.words[first:last]:
                claims.append(self._claim(start, end, group=group, alias=self.passage.words(start, end)))
        return claims

    def _organs(self) -> list[Claim]:
        """ "the X (ISIS special services)": an organ of a group, named in another language."""
        claims = []
        for at in range(2, len(self.words)):
            if self.words[at] != "(":
                continue
            close = next((each for each in range(at, min(at + 8, len(self.words))) if self.words[each] == ")"), None)
            if close is None or self.words[close - 1] not in self.lexicon.group_organs:
                continue
            groups = self.lexicon.groups.find(self.words, at, close)
            first = at - 1
            if (
                not groups
                or not self.words[first][:1].isalpha()
                or self.lexicon.people.match(self.words, first)
                or self.lexicon.groups.match(self.words, first)
            ):
                continue
            start = first - (self.words[first - 1] in ("the", "its"))
            claims.append(
                self._claim(start, close + 1, group=self.forms[first], part_of=groups[0][2], alias=self.passage.words(at + 1, close))
            )
        return claims

    def _acronyms(self) -> list[Claim]:
        """ "Farabundo Marti National Liberation Front (FMLN)": a name with its acronym in brackets."""
        claims = []
        for at in range(2, len(self.words) - 2):
            if (
                self.words[at] not in "(["
                or self.words[at + 2] not in ")]"
                or not self.forms[at + 1].isupper()
                or not 2 <= len(self.forms[at + 1]) <= 8
            ):
                continue
            first = at
            while (
                first > 0
                and at - first < 9
                and (self.forms[first - 1][:1].isupper() or self.words[first - 1] in ("of", "for", "and", "the", "-"))
            ):
                first -= 1
            while first < at and self.words[first] in ("the", "of", "and", "for", "-"):
                first += 1
            initials = "".join(word[0] for word in self.words[first:at] if word not in ("of", "for", "and", "the", "-"))
            acronym = self.forms[at + 1].lower()
            start = next(
                (
                    each
                    for each in range(first, at)
                    if "".join(word[0] for word in self.words[each:at] if word not in ("of", "for", "and", "the", "-")) == acronym
                ),
                None,
            )
            if start is None and self.words[at - 1] in self.lexicon.group_suffixes and acronym and initials[-1:] == acronym[-1:]:
                start = first
            if start is not None and at - start >= 2:
                claims.append(
                    self._claim(start, at + 3, group=self.passage.words(start, at), alias=self.forms[at + 1], name_kind="acronym")
                )
        return claims
