"""Claims about how an authority stands to people: it accepts them, refuses, prosecutes, watches, has no single policy.

In: a passage. Out: policy claims with authority, stance, cohort and place. A stance is to a kind of people: what was done to a
number of them ("deported 40 migrants") is a count, and to a named person that person's fate. Planned and denied stances are marked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from unaccounted.base.records import Claim, Cohort, Where
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.lexicons import Phrases, read_list, verb_forms
from unaccounted.extract.nouns import Noun, Nouns, VerbGroup
from unaccounted.extract.passage import Passage
from unaccounted.extract.phrases import Phrase
from unaccounted.extract.places import find_where
from unaccounted.extract.references import NOBODY, Memory, resolve_cohort
from unaccounted.extract.triggers import BE

_NOT = frozenset(["not", "n't", "never"])
_OPPOSITE = {"accepts": "refuses", "repatriates": "refuses", "welcomes": "refuses", "refuses": "accepts"}
_REACH = 5
"""Words between a verb and the people it is done to."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A verb's stance, and the form that it stands in."""

    name: str
    form: str | None


@dataclass(frozen=True, slots=True)
class Policies:
    """The words of `policies.yaml`."""

    verbs: Phrases[Stance]
    watching: Phrases[Stance]
    taking: frozenset[str]
    citizenship: frozenset[str]
    letting: dict[str, str]
    coming: Phrases[str]
    predicates: Phrases[str]
    under: dict[str, str]
    willing: frozenset[str]
    unwilling: frozenset[str]
    authorities: frozenset[str]
    standing: frozenset[str]
    deeds: dict[str, str]
    favouring: Phrases[str]
    predicated: Phrases[str]
    differing: frozenset[str]
    denying: frozenset[str]
    denied: Phrases[str]
    barring: frozenset[str]
    arriving: frozenset[str]
    undecided: Phrases[str]
    parted: dict[str, dict[tuple[str, ...], Stance]]
    stations: frozenset[str]
    strong: frozenset[str]
    everyone: frozenset[str]
    nobody: frozenset[str]
    pleasing: Phrases[str]
    verb_firsts: frozenset[str]
    coming_firsts: frozenset[str]
    predicate_firsts: frozenset[str]
    predicated_firsts: frozenset[str]
    denied_firsts: frozenset[str]
    finite: frozenset[str]
    """Present forms of one word, which no general list of verbs has."""
    words: frozenset[str]
    """First words of every pattern: without one of them a sentence tells no policy."""


@cache
def load_policies(language: str = "en") -> Policies:
    """The words of policies of a language."""
    lists = read_list(language, "policies")
    verbs: Phrases[Stance] = Phrases()
    watching: Phrases[Stance] = Phrases()
    for name, entries in lists["verbs"].items():
        for entry in entries:
            for words, form in verb_forms(entry):
                verbs.add(words, Stance(name, form))
    for entry in lists["watching"]:
        for words, form in verb_forms(entry):
            watching.add(words, Stance("surveils", form))
    coming: Phrases[str] = Phrases()
    for words in lists["coming"]:
        coming.add(words, "")
    predicates: Phrases[str] = Phrases()
    for name, entries in lists["predicates"].items():
        for words in entries:
            predicates.add(words, name)
    favouring: Phrases[str] = Phrases()
    for kind in ("favouring", "opposing"):
        for words in lists[kind]:
            favouring.add(words, kind)
    predicated: Phrases[str] = Phrases()
    for kind, name in (("facing", "prosecutes"), ("reporting", "surveils")):
        for words in lists[kind]:
            predicated.add(words, name)
    denied: Phrases[str] = Phrases()
    for words in lists["denied"]:
        denied.add(words, "")
    parted: dict[str, dict[tuple[str, ...], Stance]] = {}
    for words_of in verbs.phrases():
        if len(words_of) > 1 and words_of[-1] in _AFTER_PEOPLE and (match := verbs.match(words_of, 0)) is not None:
            parted.setdefault(words_of[0], {})[words_of[1:]] = match[1]
    pleasing: Phrases[str] = Phrases()
    for words in lists["pleasing"]:
        pleasing.add(words, "")
    undecided: Phrases[str] = Phrases()
    for words in lists["undecided"]:
        undecided.add(words, "")
    deeds = {word: name for name, words in lists["deeds"].items() for word in words}
    letting = {word: name for name, words in lists["letting"].items() for word in words}
    under = {word: name for name, words in lists["under"].items() for word in words}
    firsts = [*verbs.firsts(), *watching.firsts(), *lists["taking"], *letting, *predicates.firsts(), *under, *_POLICY]
    firsts = [
        *firsts,
        *lists["unwilling"],
        *deeds,
        *predicated.firsts(),
        *lists["differing"],
        *lists["denying"],
        *lists["barring"],
        *undecided.firsts(),
        *pleasing.firsts(),
        *parted,
        "report",
        "not",
        *(verb.split(" ", 1)[0] for verb in ("subjected", "subject", "brought", "put")),
    ]
    return Policies(
        verbs,
        watching,
        frozenset(lists["taking"]),
        frozenset(lists["citizenship"]),
        letting,
        coming,
        predicates,
        under,
        frozenset(lists["willing"]),
        frozenset(lists["unwilling"]),
        frozenset(lists["authorities"]),
        frozenset(lists["standing"]),
        deeds,
        favouring,
        predicated,
        frozenset(lists["differing"]),
        frozenset(lists["denying"]),
        denied,
        frozenset(lists["barring"]),
        frozenset(lists["arriving"]),
        undecided,
        parted,
        frozenset(lists["stations"]),
        frozenset(words for entry in lists["strong"] for words, _ in verb_forms(entry)),
        frozenset(lists["everyone"]),
        frozenset(lists["nobody"]),
        pleasing,
        frozenset([*verbs.firsts(), *watching.firsts()]),
        frozenset([*coming.firsts(), "to", "into", "safely", "again", "go", "from"]),
        frozenset([*predicates.firsts(), *under]),
        frozenset(predicated.firsts()),
        frozenset(denied.firsts()),
        frozenset(each[0] for table in (verbs, watching) for each in table.phrases() if each[0].endswith("s")),
        frozenset(firsts),
    )


@cache
def _needs(language: str = "en") -> tuple[tuple[tuple[frozenset[str], ...], str], ...]:
    """Each pattern with the words of which a sentence must have one from each set, so that it is tried only where it can be."""
    lists = load_policies(language)
    return (
        ((lists.verb_firsts,), "_verbs"),
        ((frozenset(lists.parted), _AFTER_PEOPLE), "_parted"),
        ((frozenset(lists.letting), lists.coming_firsts), "_letting"),
        ((lists.taking, lists.citizenship), "_citizenship"),
        ((lists.predicate_firsts,), "_predicates"),
        ((frozenset(lists.deeds), frozenset(["of"])), "_deeds"),
        ((lists.predicated_firsts,), "_facing"),
        ((_POLICY, _LACKING), "_without_policy"),
        ((lists.differing, frozenset(["from"])), "_differing"),
        ((lists.denying, lists.denied_firsts), "_denying"),
        ((lists.barring, frozenset(["from"])), "_barring"),
        ((frozenset(lists.undecided.firsts()),), "_undecided"),
        ((frozenset(lists.pleasing.firsts()), frozenset(["each", "every"])), "_pleasing"),
        ((frozenset(["report"]), lists.stations), "_reporting"),
        ((lists.unwilling, frozenset(["so"])), "_declining"),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A stance as read: where its verb group and its verb stand, to whom, by whom."""

    stance: str
    first: int
    at: int
    last: int
    cohort: Cohort | None
    authority: str | None
    passive: bool = False


class PolicyReader:
    """Makes policy claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words, self.forms = passage.sentence.words, passage.sentence.forms
        self.policies = load_policies()
        self.nouns = Nouns(passage, self.policies.finite)
        self.lexicon = passage.lexicon

    def read(self) -> list[Claim]:
        """The passage's policy claims, in order of their place."""
        claims: list[Claim] = []
        taken: set[int] = set()
        have = frozenset(self.words)
        readers: list[Callable[[], list[Told]]] = [
            getattr(self, name) for needs, name in _needs() if not any(each.isdisjoint(have) for each in needs)
        ]
        if not readers:
            return []
        if any(stance.name in _OPPOSITE for _, _, stance in self.policies.verbs.find(self.words)):
            self.memory.stance = self.passage.sentence.paragraph
        for reader in readers:
            for told in reader():
                if told.at not in taken:
                    taken.add(told.at)
                    claims.append(self._claim(told))
                    claims.extend(self._but_not(told))
        return sorted(claims, key=lambda claim: claim.start)

    def _verbs(self) -> list[Told]:
        found: list[Told] = []
        for table in (self.policies.verbs, self.policies.watching):
            for first, last, stance in table.find(self.words):
                told = self._verb(first, last, stance)
                if told is not None:
                    found.append(told)
        return found

    def _parted(self) -> list[Told]:
        """A verb whose people stand inside it: "put the returnees on trial", "brings its children home", "sent them back"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            rests = self.policies.parted.get(word)
            if rests is None:
                continue
            for rest, stance in rests.items():
                end = self._rest(at, rest)
                if end is None:
                    continue
                group = self.nouns.group(at)
                cohort = self._between(at + 1, end - len(rest), stance)
                authority, start = self._actor(at, group) if cohort is not None else (None, at)
                if cohort is not None and authority is not None and (stance.form != "ing" or group.passive or self._leads(group.first)):
                    found.append(Told(self._turned(stance.name, at), start, at, end, cohort, authority))
                    break
        return found

    def _rest(self, at: int, rest: tuple[str, ...]) -> int | None:
        """One past the rest of a verb that stands behind its people, within a few words."""
        for first in range(at + 2, min(at + 8, len(self.words) - len(rest) + 1)):
            if self.words[first : first + len(rest)] == rest:
                return first + len(rest)
            if self.words[first] in (",", ";", ".", ":", "who", "that", "and") or self.words[first] in self.nouns.closed.auxiliaries:
                return None
        return None

    def _between(self, first: int, last: int, stance: Stance) -> Cohort | None:
        """The people inside a verb: a kind of people, or some whose number a trial does not hide."""
        for phrase in self.passage.phrases:
            if phrase.last == last and first - 1 <= phrase.first:
                if not self._kind_of_people(phrase) and not (stance.name == "prosecutes" and phrase.quantity is not None):
                    return None
                if phrase.first < first:
                    return self._cohort(replace(phrase, first=first, parts=replace(phrase.parts, label=self.passage.words(first, last))))
                return self._cohort(phrase)
        words = self.words[first:last]
        plural = words[-1].endswith("s") and words[-1] not in self.lexicon.units and not words[-1].endswith("ss")
        owned = words[0] in ("its", "their", "the", "all", "her", "his")
        if plural and owned and not any(word in self.nouns.closed.prepositions - {"of"} for word in words):
            return Cohort(self.nouns.text(first, last))
        return None

    def _leads(self, first: int) -> bool:
        """Whether an -ing word follows a willingness: "no intention of taking", "stopped letting"."""
        before = self.words[max(first - 2, 0) : first]
        return bool((self.policies.willing | self.policies.unwilling) & set(before))

    def _verb(self, first: int, last: int, stance: Stance) -> Told | None:
        group = self.nouns.group(first)
        if stance.form == "ing" and not group.passive and not self._leads(group.first):
            return None
        if self._noun_here(first, last, stance):
            return None
        name = self._turned(stance.name, first)
        if group.passive and stance.form in ("past", "participle"):
            return self._passive(first, last, group, name)
        phrase = self._whom(last)
        cohort = self._cohort(phrase) if phrase is not None else self._person(first, last, name)
        if cohort is None:
            cohort = self._unknown(first, last) or self._everyone(last)
            name = _OPPOSITE.get(name, name) if self.words[last : last + 1] and self.words[last] in self.policies.nobody else name
        if cohort is None:
            return None
        authority, start = self._actor(first, group)
        if authority is None:
            return None
        if phrase is not None and stance.form in ("past", "participle") and self._happened_once(phrase):
            return None
        return Told(name, start, first, max(last, phrase.last if phrase is not None else last + 1), cohort, authority)

    def _unknown(self, first: int, last: int) -> Cohort | None:
        """A plural noun that no list of people has, after a verb that is done to people alone: "extradites poachers"."""
        object_ = self.nouns.object(last) if " ".join(self.words[first:last]) in self.policies.strong else None
        if object_ is None:
            return None
        of = next((at for at in range(*object_) if self.words[at] == "of"), object_[1])
        head = self.words[of - 1]
        if not head.endswith("s") or head in self.lexicon.units or head.endswith("ss"):
            return None
        return Cohort(self.nouns.text(*object_))

    def _everyone(self, last: int) -> Cohort | None:
        """ "Takes in anyone", "will take none of them": all or none of the people spoken of."""
        word = self.words[last] if last < len(self.words) else ""
        after = self.words[last + 1] if last + 1 < len(self.words) else "."
        if word not in self.policies.everyone | self.policies.nobody or after not in (".", ",", ";", "who", "of", "but", "and", "one"):
            return None
        words = self.passage.words(last, min(max(clause_end(self.passage.sentence, last), last + 1), last + 8))
        return self.memory.affected or self.memory.topic or Cohort(words)

    def _reporting(self) -> list[Told]:
        """ "They must report to the gendarmerie every Monday": people who are kept under watch."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word != "report" or not {"must", "to", "should"} & set(self.words[max(at - 2, 0) : at]):
                continue
            link = next((each for each in range(at + 1, min(at + 4, len(self.words))) if self.words[each] == "to"), None)
            if link is None or not self.policies.stations & set(self.words[link + 1 : link + 4]):
                continue
            group = self.nouns.group(at)
            phrase = self._people_before(group.first)
            if phrase is not None:
                authority = self._authority_of_place(phrase.first)
                found.append(Told("surveils", self._clause_start(group.first), at, link + 3, self._cohort(phrase), authority, True))
        return found

    def _pleasing(self) -> list[Told]:
        """ "Each canton does as it pleases": no policy but many."""
        found: list[Told] = []
        if self.memory.affected is None or not {"each", "every"} & set(self.words):
            return found
        for first, last, _ in self.policies.pleasing.find(self.words):
            each = next((at for at in range(first - 1, max(first - 12, -1), -1) if self.words[at] in ("each", "every")), None)
            if each is not None and self.policies.authorities & set(self.words[each : each + 4]):
                found.append(Told("no unified policy", each, first, last, self.memory.affected, self.passage.words(each, each + 2)))
        return found

    def _person(self, first: int, last: int, name: str) -> Cohort | None:
        """One person whom an authority will not give up or take in: "declines to extradite him"; deeds to one person are fates."""
        if last >= len(self.words) or not self._against(first):
            if self.words[last - 1 : last] == ("on",) and self.words[last : last + 1] == ("their",) and name == "surveils":
                return self.memory.affected  # "keeps watch on their houses"
            return None
        if self.words[last] in ("him", "her"):
            return Cohort(self.memory.persons[-1] if self.memory.persons else self.words[last])
        mention = next((each for each in self.passage.mentions if each.first == last), None)
        if mention is not None:
            return Cohort(self.passage.words(mention.first, mention.last))
        capital = self.nouns.named(last, last + 1) and not self.lexicon.demonyms.match(self.words, last)
        return Cohort(self.forms[last]) if capital and self.forms[last].isalpha() else None

    def _happened_once(self, phrase: Phrase) -> bool:
        """Whether people done to in the past are some and no kind of people: "expelled the two men", "its ambassador"."""
        return not phrase.plural

    def _noun_here(self, first: int, last: int, stance: Stance) -> bool:
        before = self.words[first - 1] if first else ""
        return stance.form == "base" and before in self.nouns.closed.determiners

    def _passive(self, first: int, last: int, group: VerbGroup, name: str) -> Told | None:
        """ "Families are kept under surveillance", "the survivors were readmitted"; deeds told of the past are fates, not stances."""
        present = {"is", "are", "being"} & set(self.words[group.first : first]) or {"will", "must", "would", "may"} & set(
            self.words[group.first : first]
        )
        if not present and name not in ("accepts", "refuses", "surveils", "welcomes"):
            return None
        phrase = self._people_before(group.first)
        if phrase is None:
            return None
        agent = self.nouns.agent(last)
        authority = self._named_authority(*agent) if agent is not None else self._authority_of_place(phrase.first)
        if authority is None and (agent is not None or self.policies.watching.match(self.words, first) is not None):
            return None
        general = self.words[first] in _OF_ANYTHING
        if general and agent is None and authority is None and not self._comes(last):
            return None
        subject = self.nouns.subject(group.first)
        start = subject.start if subject is not None else phrase.first
        return Told(
            name,
            start if start >= phrase.last else phrase.first,
            first,
            max(last, agent[1] if agent else last),
            self._cohort(phrase),
            authority,
            True,
        )

    def _people_before(self, start: int) -> Phrase | None:
        """The kind of people that is the subject of a verb group."""
        subject = self.nouns.subject(start)
        if subject is None:
            return None
        return next(
            (
                each
                for each in self.passage.phrases
                if subject.first <= each.first < subject.last and each.first <= subject.first + 4 and self._kind_of_people(each)
            ),
            None,
        )

    def _kind_of_people(self, phrase: Phrase) -> bool:
        """Whether people are a kind, and neither so many of them nor one person."""
        known = phrase.people is True or phrase.refers in ("them", "those", "they", "whom", "these")
        return known and phrase.quantity is None and (phrase.plural or phrase.refers is not None)

    def _whom(self, last: int) -> Phrase | None:
        """The kind of people right after a verb; a verb that was taken for an adjective of theirs is cut off."""
        for phrase in self.passage.phrases:
            head = phrase.head if phrase.head is not None else phrase.first
            if not last <= head <= last + _REACH + 2 or phrase.first > last + _REACH:
                continue
            between = self.words[last : phrase.first]
            if any(word in (",", ";", ".", "that", "by") or word in self.nouns.closed.auxiliaries for word in between):
                return None
            if any(self.nouns.is_verb(at) for at in range(last, phrase.first)):
                return None
            if {"of", "from", "in", "to", "with", "as", "for", "on"} & set(between):
                return None
            if self.words[phrase.last : phrase.last + 1] in (("'s",), ("'",)) or not self._kind_of_people(phrase):
                return None
            if phrase.first < last:
                parts = replace(phrase.parts, label=self.passage.words(last, phrase.last))
                return replace(phrase, first=last, parts=parts)
            return phrase
        return None

    def _cohort(self, phrase: Phrase) -> Cohort:
        if phrase.refers in ("them", "they", "these") and phrase.head is None and self.memory.affected is not None:
            return self.memory.affected
        cohort = resolve_cohort(phrase, self.memory, [each for each in self.passage.phrases if each.last <= phrase.first])
        if cohort != NOBODY:
            return cohort
        if phrase.head is not None:
            return Cohort(self.nouns.text(phrase.first, phrase.last))
        if phrase.refers == "those":
            return Cohort(
                self.passage.words(phrase.first, min(max(clause_end(self.passage.sentence, phrase.first), phrase.last), phrase.first + 9))
            )
        return self.memory.affected or cohort

    def _turned(self, stance: str, at: int) -> str:
        """The stance turned round where the authority is unwilling: "refuses to accept", "is not ready to take back"."""
        against = self._against(at)
        return _OPPOSITE.get(stance, stance) if against else stance

    def _against(self, at: int) -> bool:
        """Whether a verb stands under an unwillingness or a "not", and not under both."""
        window = self.words[max(at - 6, 0) : at]
        for cut in (",", ";", "but", "and"):
            if cut in window:
                window = window[len(window) - window[::-1].index(cut) :]
        return bool(self.policies.unwilling & set(window)) != bool(_NOT & set(window))

    def _negated_here(self, at: int) -> bool:
        return bool(_NOT & set(self.words[max(at - 3, 0) : at]))

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
            if words[0] in ("it", "they"):
                return self._named_before(first) or self.memory.authority or self.memory.country
            return self.forms[first] if self.memory.authority is not None else None
        nouns = [at for at in range(first, last) if self.words[at] in self.policies.authorities]
        places = self.lexicon.demonyms.find(self.words, first, last)
        if nouns and places and not any(self.passage.lexicon.people.match(self.words, at) for at in range(places[-1][1], nouns[0])):
            head = nouns[-1] if nouns[-1] >= places[0][0] else nouns[0]
            authority = f"{self.words[head]} of {' and '.join(dict.fromkeys(each[2].name for each in places))}"
            return authority
        if places and places[-1][1] == last and self._is_country(places[-1][0], last):
            return " and ".join(dict.fromkeys(each[2].name for each in places))
        if nouns and last - first <= 8:
            authority = self.nouns.text(first, last)
            where = self._authority_of_place(first) if last - first <= 3 else None
            return f"{authority} of {where}" if where is not None else authority
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
        if self.passage.sentence.shouts or last - first != 1 or not self.forms[first][:1].isupper() or not self.forms[first].isalpha():
            return False
        if self.words[first] in self.nouns.closed.pronouns | self.nouns.closed.determiners | self.nouns.closed.adverbs:
            return False
        if self.lexicon.people.match(self.words, first) or self.lexicon.groups.match(self.words, first):
            return False
        return first > 0 or not self.words[first].endswith("s")

    def _authority_of_place(self, at: int) -> str | None:
        """The region or country whose authorities are meant where the sentence opens with it: "In Dagestan, families are ..."."""
        if self.words[0] not in ("in", "throughout", "across"):
            return None
        for first, _, place in self.lexicon.demonyms.find(self.words, 0, min(at, 5)):
            if first <= 3:
                return place.name
        return None

    def _letting(self) -> list[Told]:
        """ "The survivors were allowed home", "the state lets them return"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            stance = self.policies.letting.get(word)
            if stance is None:
                continue
            group = self.nouns.group(at)
            name = self._turned(stance, at)
            if group.passive:
                phrase = self._people_before(group.first)
                end = self._comes(at + 1)
                if phrase is not None and end:
                    agent = self.nouns.agent(end)
                    authority = self._named_authority(*agent) if agent else self._authority_of_place(phrase.first)
                    subject = self.nouns.subject(group.first)
                    start = subject.start if subject is not None else phrase.first
                    found.append(Told(name, start, at, end, self._cohort(phrase), authority, True))
                continue
            phrase = self._whom(at + 1)
            end = self._comes(phrase.last) if phrase is not None else 0
            if phrase is None or not end:
                continue
            authority, start = self._actor(at, group)
            if authority is not None:
                found.append(Told(name, start, at, end, self._cohort(phrase), authority))
        return found

    def _comes(self, at: int) -> int:
        """One past the words for coming home at a place: "home", "to return"; 0 where there are none."""
        while at < len(self.words) and self.words[at] in ("to", "into", "safely", "again", "go", "from"):
            at += 1
        match = self.policies.coming.match(self.words, at) if at < len(self.words) else None
        if match is None:
            return 0
        if self.words[at] in ("enter", "in", "remain", "stay", "land"):  # a country or its soil, and not "the building"
            after = match[0] + (self.words[match[0] : match[0] + 1] in (("the",), ("in",)))
            placed = after >= len(self.words) or self.words[after] in (".", ",", ";", "country", "territory", "and", "if", "unless", "only")
            if not placed and self.lexicon.demonyms.match(self.words, after) is None and self.words[at] != "land":
                return 0
        return match[0]

    def _citizenship(self) -> list[Told]:
        """ "Stripped of citizenship", "revoked the nationality of fighters", "whom it has deprived of their passports"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.taking:
                continue
            of = next(
                (each for each in range(at + 1, min(at + 12, len(self.words))) if self.words[each] in self.policies.citizenship), None
            )
            if of is None or any(each in (",", ";", ".", "that") for each in self.words[at:of]):
                continue
            group = self.nouns.group(at)
            losing = word in ("lose", "lost")
            if losing and (of - at > 3 or "of" in self.words[at:of]):
                continue
            inside = [each for each in self.passage.phrases if at < each.first < of + 4 and each.people]
            if group.passive or losing:
                phrase = self._people_before(group.first)
                agent = self.nouns.agent(of)
                if phrase is not None and phrase.quantity is None:
                    authority = self._named_authority(*agent) if agent else None
                    found.append(Told("strips citizenship", phrase.first, at, of + 1, self._cohort(phrase), authority, True))
                continue
            whom = self._whom_before(group.first)
            authority, start = self._actor(at, group)
            if authority is None:
                continue
            cohort = self._cohort(inside[0]) if inside else whom
            start = start - 1 if whom is not None and start and self.words[start - 1] == "whom" else start
            found.append(Told("strips citizenship", start, at, of + 1, cohort, authority))
        return found

    def _whom_before(self, start: int) -> Cohort | None:
        """Whom "whom it has stripped" means: the people before "whom"."""
        whom = next((each for each in range(start - 1, max(start - 6, -1), -1) if self.words[each] == "whom"), None)
        if whom is None:
            return None
        before = [each for each in self.passage.phrases if each.last <= whom and each.head is not None]
        return resolve_cohort(before[-1], self.memory, before[:-1]) if before else None

    def _predicates(self) -> list[Told]:
        """ "The government has been more welcoming"; "families are under constant surveillance"."""
        found: list[Told] = []
        for first, last, stance in self.policies.predicates.find(self.words):
            group = self.nouns.group(first)
            begin = group.first
            if not group.passive or self.words[first - 1] in ("less", "least"):
                continue
            subject = self.nouns.subject(begin)
            authority = self._named_authority(subject.first, subject.last) if subject is not None else None
            if subject is None or authority is None:
                continue
            after = next((each for each in self.passage.phrases if last < each.first <= last + 3 and self._kind_of_people(each)), None)
            cohort = self._cohort(after) if after is not None else self.memory.last
            found.append(Told(self._turned(stance, first), self._head(subject), first, last, cohort, authority))
        for at, word in enumerate(self.words):
            stance_of = self.policies.under.get(word)
            if stance_of is None or at < 2:
                continue
            under = next((each for each in range(at - 1, max(at - 4, -1), -1) if self.words[each] == "under"), None)
            if under is None:
                continue
            group = self.nouns.group(under)
            held = group.passive or self.words[under - 1] in ("remain", "remained", "live", "lived", "kept", "placed", "put", "held")
            phrase = self._people_before(self.nouns.group(under - 1 if not group.passive else under).first) if held else None
            if phrase is not None:
                subject = self.nouns.subject(group.first if group.passive else self.nouns.group(under - 1).first)
                found.append(Told(stance_of, phrase.first, at, at + 1, self._cohort(phrase), self._authority_of_place(phrase.first), True))
        return found

    def _head(self, subject: Noun) -> int:
        return subject.first

    def _without_policy(self) -> list[Told]:
        """ "Does not have a unified policy toward relatives", "there is no common approach to returnees"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in _POLICY:
                continue
            first, last, stance = at, at + 1, "no unified policy"
            while first > 0 and first > at - 4 and self.words[first - 1] not in _LACKING and self.words[first - 1].isalpha():
                first -= 1
            before = self.words[max(first - 3, 0) : first]
            lacks = _LACKING & set(before)
            whole = not _ONE.isdisjoint(self.words[first:at])
            if not lacks or any(word in (",", ";", "that") for word in before) or not (whole or before[-1:] == ("no",)):
                continue
            link = next((at for at in range(last, min(last + 3, len(self.words))) if self.words[at] in _TOWARD), None)
            phrase = self._whom(link + 1) if link is not None else None
            if phrase is None:
                continue
            verb = next((at for at in range(first - 1, max(first - 7, -1), -1) if self.words[at] in _HAVING), None)
            if verb is None:
                continue
            subject = self.nouns.subject(self.nouns.group(verb).first)
            authority = self._named_authority(subject.first, subject.last) if subject is not None else None
            start = subject.start if subject is not None and authority is not None else first
            if authority is not None or "there" in self.words[max(first - 4, 0) : first]:
                found.append(Told(stance, start, first, max(last, phrase.last), self._cohort(phrase), authority))
        return found

    def _differing(self) -> list[Told]:
        """ "Policy toward returnees differs from province to province"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.differing or self.words[at + 1 : at + 2] != ("from",):
                continue
            subject = self.nouns.subject(self.nouns.group(at).first)
            if subject is None or not {"policy", "policies", "practice", "treatment", "approach", "attitude"} & set(
                self.words[subject.first : at]
            ):
                continue
            phrase = next((each for each in self.passage.phrases if subject.first < each.first < at and self._kind_of_people(each)), None)
            if phrase is not None:
                found.append(Told("no unified policy", subject.start, at, at + 2, self._cohort(phrase), self.memory.authority))
        return found

    def _denying(self) -> list[Told]:
        """ "The survivors were refused entry", "the state denies them passports"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.denying or self._negated_here(at):
                continue
            group = self.nouns.group(at)
            if group.passive:
                what = self.policies.denied.match(self.words, at + 1) if at + 1 < len(self.words) else None
                phrase = self._people_before(group.first) if what is not None else None
                if what is not None and phrase is not None:
                    agent = self.nouns.agent(what[0])
                    authority = self._named_authority(*agent) if agent is not None else self._authority_of_place(phrase.first)
                    found.append(Told("refuses", self._clause_start(group.first), at, what[0], self._cohort(phrase), authority, True))
                continue
            phrase = self._whom(at + 1)
            what = self.policies.denied.match(self.words, phrase.last) if phrase is not None and phrase.last < len(self.words) else None
            authority, start = self._actor(at, group) if what is not None else (None, at)
            if phrase is not None and what is not None and authority is not None:
                found.append(Told("refuses", start, at, what[0], self._cohort(phrase), authority))
        return found

    def _barring(self) -> list[Told]:
        """ "Families are barred from returning", "the army keeps them from coming home"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.barring or "from" not in self.words[at + 1 : at + 10] or self._negated_here(at):
                continue
            link = self.words.index("from", at + 1)
            if self.words[link + 1 : link + 2] == () or self.words[link + 1] not in self.policies.arriving:
                continue
            group = self.nouns.group(at)
            if group.passive and link == at + 1:
                phrase = self._people_before(group.first)
                if phrase is not None:
                    authority = self._authority_of_place(phrase.first)
                    found.append(Told("refuses", self._clause_start(group.first), at, link + 2, self._cohort(phrase), authority, True))
                continue
            phrase = self._whom(at + 1)
            authority, start = self._actor(at, group) if phrase is not None else (None, at)
            if phrase is not None and authority is not None:
                found.append(Told("refuses", start, at, link + 2, self._cohort(phrase), authority))
        return found

    def _clause_start(self, verb: int) -> int:
        subject = self.nouns.subject(verb)
        return subject.start if subject is not None else verb

    def _undecided(self) -> list[Told]:
        """ "The cantons cannot agree what to do with the widows": an authority that has no stance."""
        found: list[Told] = []
        for first, last, _ in self.policies.undecided.find(self.words):
            phrase = self._whom(last)
            if phrase is None:
                continue
            begin = first
            if self.words[first] == "what":
                before = self.words[max(first - 5, 0) : first]
                if not {"never", "not", "n't", "yet", "cannot", "undecided", "unsure", "how", "or"} & set(before):
                    continue
                begin = self.nouns.group(first - 1).first
            subject = self.nouns.subject(begin)
            authority = self._named_authority(subject.first, subject.last) if subject is not None else None
            if phrase is not None and subject is not None and authority is not None:
                found.append(Told("no unified policy", subject.start, first, phrase.last, self._cohort(phrase), authority))
        return found

    def _deeds(self) -> list[Told]:
        """ "Opposes the repatriation of families", "has ruled out the return of fighters"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            name = self.policies.deeds.get(word)
            if name is None or self.words[at + 1 : at + 2] != ("of",):
                continue
            before = at - 1
            while before > 0 and (self.words[before] in ("the", "any", "all", "a", "its", "forced", "voluntary", "mass", "further")):
                before -= 1
            match = next(
                (
                    (first, kind[1])
                    for first in (before - 1, before)
                    if first >= 0 and (kind := self.policies.favouring.match(self.words, first)) is not None and kind[0] == before + 1
                ),
                None,
            )
            phrase = self._whom(at + 2)
            if match is None or phrase is None:
                continue
            authority, start = self._actor(match[0], self.nouns.group(match[0]))
            stance = name if match[1] == "favouring" else _OPPOSITE.get(name)
            if self._negated_here(match[0]) and stance is not None:
                stance = _OPPOSITE.get(stance)
            if authority is not None and stance is not None:
                found.append(Told(stance, start, at, phrase.last, self._cohort(phrase), authority))
        return found

    def _facing(self) -> list[Told]:
        """ "Returnees face trial", "widows must report weekly to the police"."""
        found: list[Told] = []
        for first, last, stance in self.policies.predicated.find(self.words):
            subject = self.nouns.subject(self.nouns.group(first).first)
            phrase = self._people_before(self.nouns.group(first).first)
            if subject is not None and phrase is not None and not self._negated_here(first):
                agent = self.nouns.agent(last)
                authority = self._named_authority(*agent) if agent is not None else self._authority_of_place(phrase.first)
                found.append(Told(stance, phrase.first, first, last, self._cohort(phrase), authority, True))
        return found

    def _declining(self) -> list[Told]:
        """ "Others have declined to do so": a stance refused that the sentence before told."""
        found: list[Told] = []
        if self.memory.stance is None or self.passage.sentence.paragraph - self.memory.stance > 1:
            return found
        for at in range(len(self.words) - 3):
            if self.words[at] in self.policies.unwilling and self.words[at + 1 : at + 4] == ("to", "do", "so"):
                subject = self.nouns.subject(self.nouns.group(at).first)
                authority = self._named_authority(subject.first, subject.last) if subject is not None else None
                if subject is not None and authority is None and self.words[subject.first] in self.policies.standing:
                    authority = self.passage.words(subject.first, subject.last)
                if subject is not None and authority is not None:
                    found.append(Told("refuses", subject.first, at, at + 4, self.memory.last, authority))
        return found

    def _but_not(self, told: Told) -> list[Claim]:
        """ "Accepts children but not their mothers": the stance turned round for others."""
        at = told.last
        if self.words[at : at + 2] != ("but", "not") and self.words[at + 1 : at + 3] != ("but", "not"):
            at = next((each for each in range(at, min(at + 8, len(self.words) - 1)) if self.words[each : each + 2] == ("but", "not")), -1)
            if at < 0:
                return []
        at = at if self.words[at] == "but" else at + 1
        phrase = self._whom(at + 2)
        opposite = _OPPOSITE.get(told.stance)
        if phrase is None or opposite is None:
            return []
        return [self._claim(replace(told, stance=opposite, first=at, at=phrase.first, last=phrase.last, cohort=self._cohort(phrase)))]

    def _claim(self, told: Told) -> Claim:
        if told.cohort is not None and told.cohort != NOBODY:
            self.memory.affected = told.cohort
        if told.authority is not None:
            self.memory.authority = told.authority
        end = max(clause_end(self.passage.sentence, told.last - 1), told.last)
        for at in range(told.last, end):
            if self.words[at] in ("and", "or", "but") and (
                self.nouns.is_verb(at + 1) or self.words[at + 1] in BE or self.words[at + 1] == "in"
            ):
                end = at
                break
        speaker = self.passage.speaker(told.at, self.memory)
        begin = next(
            (at for at in range(told.first, told.at) if self.words[at] in self.policies.unwilling | self.policies.willing), told.at
        )
        factuality = read_factuality(self.passage.sentence, begin, told.last, self.lexicon, speaker.cue if speaker else None)
        if factuality == "negated" and (told.stance in _OPPOSITE or told.stance == "no unified policy"):
            factuality = "reported" if speaker else "asserted"
        where: Where | None = find_where(self.passage, told.first, end, self.memory)
        return self.passage.claim(
            "policy",
            told.first,
            end,
            authority=told.authority,
            stance=told.stance,
            cohort=told.cohort,
            when=self.passage.when(told.at, 0),
            where=where,
            source=self.passage.source(speaker),
            factuality=factuality,
            score=0.7,
        )


_POLICY = frozenset(["policy", "approach", "position", "line"])
_ONE = frozenset(["unified", "single", "common", "coherent", "uniform", "clear", "consistent", "agreed", "joint", "settled"])
_LACKING = frozenset(["no", "not", "n't", "lacks", "lack", "lacked", "without"])
_AFTER_PEOPLE = frozenset(
    [
        "home",
        "back",
        "in",
        "away",
        "out",
        "trial",
        "justice",
        "courts",
        "court",
        "surveillance",
        "observation",
        "watch",
        "off",
        "alone",
        "peace",
        "fate",
        "border",
    ]
)
_OF_ANYTHING = frozenset(
    ["accepted", "received", "housed", "admitted", "absorbed", "sheltered", "integrated", "welcomed", "greeted", "embraced"]
)
_TOWARD = frozenset(["toward", "towards", "on", "for", "to", "regarding", "about", "concerning"])
_HAVING = frozenset(["have", "has", "had", "lack", "lacks", "lacked", "is", "was", "follow", "follows"])
