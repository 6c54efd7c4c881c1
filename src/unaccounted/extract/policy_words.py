"""The words of policies: verbs by stance, who is an authority, and the other forms in which a stance is told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.lexicons import Phrases, load_lexicon, read_list, verb_forms

POLICY = frozenset(["policy", "approach", "position", "line"])
LACKING = frozenset(["no", "not", "n't", "lacks", "lack", "lacked", "without"])
AFTER_PEOPLE = frozenset(
    [
        "are",
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
    fighting: frozenset[str]
    greeting: frozenset[str]
    verb_firsts: frozenset[str]
    coming_firsts: frozenset[str]
    predicate_firsts: frozenset[str]
    predicated_firsts: frozenset[str]
    denied_firsts: frozenset[str]
    finite: frozenset[str]
    """Present forms of one word, which no general list of verbs has."""
    telling: frozenset[str]
    """First words of patterns that are no common words: each may tell a stance by itself."""
    common: frozenset[str]
    """Common words ("take", "send") that tell a stance only beside an authority."""
    beside: frozenset[str]
    """Words of authorities, of which one stands beside a common word."""

    def may_tell(self, words: tuple[str, ...]) -> bool:
        """Whether a sentence has a word by which a stance can be told; a common one needs an authority beside it."""
        if not self.telling.isdisjoint(words) or not (POLICY.isdisjoint(words) or LACKING.isdisjoint(words)):
            return True
        return not (self.common.isdisjoint(words) or self.beside.isdisjoint(words))


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
    for kind, name in (("facing", "prosecutes"), ("reporting", "surveils"), ("wanted", "welcomes"), ("unwanted", "refuses")):
        for words in lists[kind]:
            predicated.add(words, name)
    denied: Phrases[str] = Phrases()
    for words in lists["denied"]:
        denied.add(words, "")
    parted: dict[str, dict[tuple[str, ...], Stance]] = {}
    for words_of in verbs.phrases():
        if len(words_of) > 1 and words_of[-1] in AFTER_PEOPLE and (match := verbs.match(words_of, 0)) is not None:
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
    firsts = [*verbs.firsts(), *watching.firsts(), *lists["taking"], *letting, *predicates.firsts(), *under, *POLICY]
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
    common = frozenset(lists["common"])
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
        frozenset(lists["fighting"]),
        frozenset(lists["greeting"]),
        frozenset([*verbs.firsts(), *watching.firsts()]),
        frozenset([*coming.firsts(), "to", "into", "safely", "again", "go", "from"]),
        frozenset([*predicates.firsts(), *under]),
        frozenset(predicated.firsts()),
        frozenset(denied.firsts()),
        frozenset(each[0] for table in (verbs, watching) for each in table.phrases() if each[0].endswith("s")),
        frozenset(firsts) - common,
        frozenset(firsts) & common,
        frozenset({"be", "will", "must", *lists["authorities"], *load_lexicon(language).demonyms.firsts(), *lists["standing"]}),
    )
