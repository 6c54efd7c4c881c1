"""Who a verb is said of, to its left: a walk over the clause that knows where it ends.

In: a sentence's words and phrases. Out: the phrase that is the subject, with what the walk to it cost. Relative
clauses and participles on the way are stepped over, objects of other verbs and of prepositions are passed by, and
another clause's verb stops the walk.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.extract.closed import Closed, load_closed
from unaccounted.extract.lists import DASHES
from unaccounted.extract.noun_phrases import QUOTES, Phrase
from unaccounted.extract.standing import PART, Standing
from unaccounted.extract.triggers import Trigger
from unaccounted.extract.verbs import Verbs, load_verbs

_HEAD_PREPOSITIONS = frozenset(["about", "around", "than", "over", "under", "up", "to", "like", "as", "that", "off", "out"])
_SUBORDINATE = frozenset(["when", "after", "before", "while", "whereas", "although", "though", "because", "if", "unless", "until", "since"])
_OPENS_RELATIVE = frozenset(["who", "which", "that", "whom", "whose", "where", "when"])
_LONGEST_CLAUSE = 16
_FARTHEST = 60
"""Words that the walk goes back at the most, so that its cost does not grow with the sentence."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The index of the phrase, and how much stands between it and its verb."""

    index: int
    cost: float


class SubjectFinder:
    """Finds subjects in one sentence."""

    def __init__(self, standing: Standing, hidden: frozenset[int]) -> None:
        self.words, self.phrases, self.standing, self.hidden = standing.words, standing.phrases, standing, hidden
        self.closed: Closed = load_closed()
        self.verbs: Verbs = load_verbs()
        self.owner, self.fated = standing.owner, standing.fated

    def find(self, trigger: Trigger) -> Subject | None:
        """The subject of a fate word, or None where its clause has none."""
        start = trigger.start if trigger.start >= 0 else trigger.first
        at, cost = start - 1, float(trigger.first - start) * 0.1
        bare = start == trigger.first
        if trigger.relative:
            return self._antecedent(at, cost)
        infinitive = "to" in self.words[start : trigger.first]
        if not bare and self._agrees(at, start) and self._named_subject(at):
            return None
        stop = max(start - _FARTHEST, 0)
        clause = self._clause_before(start) if not bare else None
        if clause is not None:
            at, cost = clause, cost + 0.5
        depth, over = 0, False
        while at >= stop:
            word = self.words[at]
            if word in (")", "]"):
                depth, over = depth + 1, True
            elif word in ("(", "["):
                if depth == 0:
                    return None
                depth -= 1
            elif depth:
                pass
            elif word in DASHES and at in self.hidden:
                over = True
                while at >= stop and at in self.hidden:
                    at -= 1
                continue
            elif at in self.owner:
                index = self.owner[at]
                phrase = self.phrases[index]
                beside = at == start - 1 or (at == start - 2 and self.words[start - 1] == ",")
                if (beside and self.words[start - 1] != ",") or not self.standing.is_aside(phrase):
                    being = phrase.last == start and self.words[start] == "being" and phrase.quantity is not None
                    taken = 0.0 if being else self._accepts(phrase, bare and beside, phrase.last == start, not bare and over and cost < 1.5)
                else:
                    taken = None
                if taken is not None:
                    return Subject(index, cost + taken + self._unsure(phrase)) if taken >= 0 else None
                aside = self.standing.is_aside(phrase) or self.standing.part_opening(phrase) is not None
                at, cost, over = phrase.first - 1, cost + (0.5 if aside else 2), over or aside
                while at >= stop and (self.words[at] in self.closed.determiners or self.words[at] in PART or self.words[at] in QUOTES):
                    at -= 1
                continue
            elif word in (";", ":"):
                return None
            elif word == "called" and self.words[max(at - 2, 0) : at] == ("so", "-"):
                at, cost = at - 3, cost + 0.2
                continue
            elif at in self.fated or self.verbs.is_verb(self.words, at) or word in self.closed.auxiliaries:
                left = self._over(at, start, infinitive)
                if left is None:
                    return None
                at, cost = left, cost + 1
                infinitive = False
                continue
            elif (word in _SUBORDINATE and not (word == "since" and cost < 3)) or (word == "that" and cost < 1):
                return None
            else:
                cost += 0.2 if self.closed.is_adverb(word) or word == "," or word in QUOTES else 1
            at -= 1
        return None

    def _clause_before(self, start: int) -> int | None:
        """The word before a relative clause that a comma closes before a verb: "two men, who had helped the police, were shot"."""
        if start < 3 or self.words[start - 1] != ",":
            return None
        for at in range(start - 2, max(start - _LONGEST_CLAUSE, 0), -1):
            word = self.words[at]
            if word in ("who", "which"):
                return at - 1 - (self.words[at - 1] == ",")
            if word in (",", ";", ":", ")", "(") or word in DASHES:
                return None
        return None

    def _agrees(self, at: int, start: int) -> bool:
        """Whether a noun and the verb after it may be of one number: in "people who knew the farm have been killed" they are not."""
        return at < 0 or self.words[start] not in ("were", "are", "have") or self.words[at].endswith("s") or self.words[at][0] in ')]"'

    def _named_subject(self, at: int) -> bool:
        """Whether a noun that names no people we know stands as the subject right before the verb: "the boatswain was hurt"."""
        first = at
        while first >= 0 and at - first < 4 and first not in self.owner and self.words[first][0].isalpha():
            if self.words[first] in self.closed.determiners:
                before = self.words[first - 1] if first else "."
                if first and self.verbs.is_verb(self.words, first - 1):
                    return False  # "ten people who visited the farm were killed"
                return first < at and first - 1 not in self.owner and before not in self.closed.prepositions
            if self.closed.stops(self.words[first]) or self.closed.is_adverb(self.words[first]):
                return False
            if first in self.fated or self.verbs.is_verb(self.words, first):
                return False
            first -= 1
        return False

    def _unsure(self, phrase: Phrase) -> float:
        return (0 if phrase.quantity is not None else 1.5) + (1 if phrase.people is None and phrase.head is not None else 0)

    def _antecedent(self, at: int, cost: float) -> Subject | None:
        """Whom "who" or "that" stands for: the phrase right before it, over a comma, brackets or what follows its head."""
        back = at - 1
        while back >= 0 and (self.words[back] in (",", "-", "–", "—") or self.words[back] in (")", "]")):
            if self.words[back] in (")", "]"):
                while back > 0 and self.words[back] not in ("(", "["):
                    back -= 1
            back -= 1
        if back < 0:
            return None
        if back in self.owner and self.standing.is_aside(self.phrases[self.owner[back]]) and self.owner[back]:
            index = self.owner[back] - 1
            return Subject(index, cost + 1 + self._unsure(self.phrases[index]))
        if back in self.owner:
            index = self.owner[back]
            return Subject(index, cost + self._unsure(self.phrases[index]))
        if self.words[at] != "who":
            return None  # "a boat that had set out": a thing
        for reach in range(back, max(back - 5, -1), -1):
            if reach in self.owner:
                index = self.owner[reach]
                return Subject(index, cost + 1.5 + self._unsure(self.phrases[index]))
            if self.words[reach] in self.closed.auxiliaries or self.words[reach] in (";", ":"):
                return None
        return None

    def _accepts(self, phrase: Phrase, adjacent: bool, next_to: bool, near: bool = False) -> float | None:
        """What it costs to take a phrase as the subject: None to pass it by, below 0 where it stands in the way.

        Args:
            phrase: people to the left.
            adjacent: whether the fate word stands right after them without an auxiliary ("12 men abducted in May").
            next_to: whether its verb group begins right after them.
            near: whether it has an auxiliary, and nothing but what stands aside comes between.
        """
        if phrase.quantity is None and phrase.refers in ("them", "whom"):
            return None
        at = self.standing.before(phrase)
        before = self.words[at] if at >= 0 else ""
        if self.standing.part_opening(phrase) is not None or (self.standing.is_whole(phrase) and not adjacent):
            return None
        if before == "by":
            return None
        if adjacent and phrase.quantity is not None:
            return 0.0
        if before == "of":
            held = at > 0 and (self.words[at - 1] in self.verbs.containers or self.words[at - 1][:1].isdigit())
            return 1.0 if held else None
        opens = (near or next_to) and before in _SUBORDINATE  # "after six priests, five of them monks, were murdered"
        if before in self.closed.prepositions and before not in _HEAD_PREPOSITIONS and not opens:
            return None
        if at >= 0 and at not in self.owner and self._governs(at) and not ((next_to or near) and not self._in_relative(at)):
            return None
        return 0.0 if phrase.people is not False else -1.0

    def _in_relative(self, at: int) -> bool:
        """Whether a verb stands in a clause of "who" ("the men who killed 12 soldiers were tried")."""
        while at > 0 and (self.words[at - 1] in self.closed.auxiliaries or self.closed.is_adverb(self.words[at - 1])):
            at -= 1
        return at > 0 and self.words[at - 1] in ("who", "which", "that")

    def _governs(self, at: int) -> bool:
        """Whether a word is a verb that takes what follows it as its object."""
        if at in self.fated:
            return not self.fated[at].passive
        word = self.words[at]
        if word in self.closed.auxiliaries or word in self.closed.relatives:
            return False
        return self.verbs.is_verb(self.words, at) or (word.endswith("ing") and len(word) > 5)

    def _over(self, at: int, start: int, infinitive: bool) -> int | None:
        """Where to go on from another verb on the way: before a relative clause or a participle, over a verb that shares
        its subject; None where the clause ends."""
        if at in self.fated:
            at = self.fated[at].first
        first = at
        while first > 0 and (self.words[first - 1] in self.closed.auxiliaries or self.closed.is_adverb(self.words[first - 1])):
            first -= 1
        before = self.words[first - 1] if first else ""
        if before in _OPENS_RELATIVE:
            return first - 2 if first > 1 and self.words[first - 2] != "," else first - 3
        for back in range(first - 1, max(first - 7, -1), -1):
            word = self.words[back]
            if word in ("who", "which", "where", "whom", "whose"):
                return back - 1
            if word in (",", ";", ":") or word in self.closed.auxiliaries or self.verbs.is_verb(self.words, back):
                break
        participle = first == at and at not in self._finite()
        if participle and first - 1 in self.owner:
            return first - 1  # "12 men abducted in May were killed"
        if self.words[at + 1 : at + 2] == (",",):  # "12 people, police said, were killed"
            comma = next((back for back in range(at - 1, max(at - 9, 0), -1) if self.words[back] == ","), None)
            if comma is not None:
                return comma - 1
        joined = self.words[start - 1] if start else ""
        if infinitive or joined in ("and", "or", "but", "then", ",", "nor"):
            return first - 1
        return None

    def _finite(self) -> frozenset[int]:
        return frozenset(
            at for at, each in self.fated.items() if each.word.frame != "patient" or each.word.form not in ("past", "participle")
        )
