"""Which authority a stance is of: a government, a country, a court, "it", or the region that a sentence opens with.

In: a passage and the words of a subject. Out: the authority as "government of Denmark", or None where the words name none.
"""

from __future__ import annotations

from unaccounted.extract.nouns import Nouns, VerbGroup
from unaccounted.extract.passage import Passage
from unaccounted.extract.policy_words import load_policies
from unaccounted.extract.references import Memory


class Authorities:
    """Finds the authorities in one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words, self.forms = passage.sentence.words, passage.sentence.forms
        self.policies = load_policies()
        self.nouns = Nouns(passage, self.policies.finite)
        self.lexicon = passage.lexicon

    def _actor(self, at: int, group: VerbGroup) -> tuple[str | None, int]:
        """Who stands so, and where its clause begins; behind "announced its willingness to" and "refused to" too."""
        start = group.first
        for _ in range(3):
            back = start - 1
            while back >= 0 and (
                self.words[back] in ("to", "in", "of", "its", "their", "his", "a", "the", "be", "not", "n't")
                or self.nouns.closed.is_adverb(self.words[back])
            ):
                back -= 1
            if back < 0 or not (
                self.words[back] in self.policies.willing or self.words[back] in self.policies.unwilling or self._plans(back)
            ):
                break
            start = self.nouns.group(back).first
            if start == back and back and self.words[back - 1] in ("its", "their", "his"):  # "announced its willingness"
                verb = back - 2
                start = self.nouns.group(verb).first if verb >= 0 else start
        subject = self.nouns.subject(start)
        if subject is None:
            return None, at
        authority = self._named_authority(subject.first, subject.last)
        if authority is None:
            return None, at
        return authority, min(subject.start, start)

    def _plans(self, at: int) -> bool:
        cue = self.lexicon.cues.match(self.words, at)
        return cue is not None and cue[1] in ("planned", "trying", "threatened")

    def _named_authority(self, first: int, last: int) -> str | None:
        """The authority that words name: "government of Russia" for "the Russian government"; None where they name none."""
        words = self.words[first:last]
        if not words:
            return None
        if len(words) == 1 and words[0] in self.policies.standing:
            if words[0] == "it":
                return self._named_before(first) or self.memory.authority or self.memory.country
            if words[0] == "they":
                return self.memory.authority
            return self.forms[first] if self.memory.authority is not None else None
        nouns = [at for at in range(first, last) if self.words[at] in self.policies.authorities]
        places = self.lexicon.demonyms.find(self.words, first, last)
        if nouns and places and not any(self.passage.lexicon.people.match(self.words, at) for at in range(places[-1][1], nouns[0])):
            head = nouns[-1] if nouns[-1] >= places[0][0] else nouns[0]
            return f"{self.words[head]} of {' and '.join(dict.fromkeys(each[2].name for each in places))}"
        if places and places[-1][1] == last and self._is_country(places[-1][0], last):
            return " and ".join(dict.fromkeys(each[2].name for each in places))
        if nouns and last - first <= 8:
            authority = self.nouns.text(first, last)
            where = self._authority_of_place(first) if last - first <= 3 else None
            return f"{authority} of {where}" if where is not None else authority
        if words[0] == "we":
            speaker = self.passage.speaker(first, self.memory)
            return speaker.name if speaker is not None else None
        if words[0] == "the" and last - first == 2 and self._unknown_name(first + 1, last):
            return self.passage.words(first, last)  # "The Hague"
        if self._unknown_name(first, last):
            return self.nouns.text(first, last)
        return None

    def _named_before(self, at: int) -> str | None:
        """The country that the same sentence names before "it": "Denmark said it would not"."""
        places = self.lexicon.demonyms.find(self.words, 0, at)
        if not places:
            noun = next((each for each in range(min(at, 8)) if self.words[each] in self.policies.authorities), None)
            return self.nouns.text(max(noun - 1, 0), noun + 1) if noun is not None and at > noun + 1 else None
        first, last, place = places[-1]
        noun = next((each for each in range(last, min(last + 3, at)) if self.words[each] in self.policies.authorities), None)
        if noun is not None:
            return f"{self.words[noun]} of {place.name}"
        return place.name if self._is_country(first, last) and self.words[max(first - 1, 0)] not in ("in", "from", "to") else None

    def _is_country(self, first: int, last: int) -> bool:
        """Whether words are a country's own name and not a people's ("Russia", not "Russians")."""
        known = self.lexicon.demonyms.match(self.words, first)
        if known is None:
            return False
        return " ".join(self.words[first:last]) == known[1].name.lower() or not self.words[last - 1].endswith(("s", "n", "ese", "ish", "i"))

    def _unknown_name(self, first: int, last: int) -> bool:
        """Whether one capitalised word that is no known person, group or people may be a state ("Arvenia accepts")."""
        parts = [at for at in range(first, last) if self.words[at] != "-"]
        if self.passage.sentence.shouts or last - first not in (1, 3) or len(parts) > 2 or (last - first == 3 and len(parts) != 2):
            return False
        if not all(self.forms[at][:1].isupper() and self.forms[at].isalpha() for at in parts):
            return False
        if self.words[first] in self.nouns.closed.pronouns | self.nouns.closed.determiners | self.nouns.closed.adverbs:
            return False
        if self.lexicon.people.match(self.words, first) or self.lexicon.groups.match(self.words, first):
            return False
        acts = self.words[last] if last < len(self.words) else ""
        return first > 0 or not self.words[first].endswith("s") or acts.endswith("s") or acts == "will"  # "Paris takes"

    def _authority_of_place(self, at: int) -> str | None:
        """The region or country whose authorities are meant where the sentence opens with it: "In Dagestan, families are ..."."""
        if self.words[0] not in ("in", "throughout", "across"):
            return None
        for first, _, place in self.lexicon.demonyms.find(self.words, 0, min(at, 5)):
            if first <= 3:
                return place.name
        return None
