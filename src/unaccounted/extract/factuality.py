"""How far a statement is held to be so, read from the words around its fate word: mark, never drop.

In: a sentence, a fate word and the quantity's place. Out: a factuality of the vocabulary. Who says it is for `speakers`.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.extract.clauses import clause_start
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence

_DASHES = frozenset(["–", "—", "--"])
_NEAR = 5
_AFTER = 40
"""Words after a statement within which the sentence may still call it false or tie it to an if."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word of a sentence: its words (`last` exclusive) and its class."""

    first: int
    last: int
    kind: str


def read_factuality(sentence: Sentence, first: int, last: int, lexicon: Lexicon, spoken: str | None, nominal: bool = False) -> str:
    """The factuality of a statement.

    Args:
        sentence: its words.
        first: the fate word; last: one past the fate word or the phrase, whichever is later.
        lexicon: the cue words.
        spoken: how its speaker says it: "say" or "alleging"; None where the report itself does.
        nominal: whether the fate word is a noun ("the murder of"), which takes the deed for granted.
    """
    words = sentence.words
    start = clause_start(sentence, first)
    cues = [Cue(*cue) for cue in lexicon.cues.find(words, 0, first)]
    cues = [cue for cue in cues if not _is_month(sentence, cue, lexicon)]
    inside = [cue for cue in cues if cue.first >= start]
    near = {cue.kind for cue in inside if first - cue.last <= _NEAR}
    over = {cue.kind for cue in cues if cue.last <= start and start - cue.last <= 2 and words[start - 1] == "that"}
    after = [Cue(*cue) for cue in lexicon.cues.find(words, last, min(last + _AFTER, len(words)))]
    if _denied(words, first, cues, after, last, nominal):
        return "denied"
    if any(cue.kind == "hypothetical" and cue.last - cue.first > 1 for cue in cues) or _would_have(words, first):
        return "hypothetical"
    if _negated(words, first, cues, start):
        return "negated"
    if any(cue.kind == "inferring" for cue in cues):
        return "inferred"
    if any(cue.kind == "hypothetical" and cue.first <= start + 1 and words[cue.first] in ("if", "unless", "whether") for cue in inside):
        return "hypothetical"
    condition = _condition(words, after, last) or (words[0] in ("if", "unless", "should") and "," in words[:start] and start > 2)
    if condition and {"planned", "possible"} & near:
        return "hypothetical"
    if "threatened" in near and first and words[first - 1] in ("to", "that", "of"):
        return "threatened"
    if "trying" in near and first and words[first - 1] == "to":
        return "planned"
    if "planned" in near and not nominal:
        return "planned"
    if not nominal and ("possible" in near or "possible" in over or condition or any(cue.kind == "possible" for cue in inside)):
        return "possible"
    if any(cue.kind == "hearsay" for cue in inside) or any(cue.kind == "hearsay" and cue.first < last + 2 for cue in after):
        return "reported"
    if spoken == "alleging":
        return "alleged"
    return "reported" if spoken == "say" else "asserted"


def _is_month(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether "May" is the month: beside a number, or with a capital inside a sentence."""
    words = sentence.words
    if words[cue.first] not in lexicon.dates["months"] or cue.last - cue.first > 1:
        return False
    beside = words[max(cue.first - 1, 0) : cue.first] + words[cue.last : cue.last + 1]
    capital = sentence.forms[cue.first][:1].isupper() and cue.first > 0 and not sentence.shouts
    return capital or any(word[:1].isdigit() for word in beside)


def _denied(words: tuple[str, ...], first: int, cues: list[Cue], after: list[Cue], last: int, nominal: bool) -> bool:
    """Whether somebody says that it is not so: "denied that ...", "it is untrue that ...", "reports that ... are false"."""
    denying = [cue.last for cue in cues if cue.kind == "denying" and (not nominal or first - cue.last <= 4)]
    anew = denying and any(  # "rejected claims that 40 were killed and said that three had died"
        cue.kind == "say" and cue.first >= denying[-1] and words[cue.first - 1] in ("and", "but", ",") for cue in cues
    )
    if denying and not anew and not any(word in (";", "but") for word in words[denying[-1] : first]):
        return True
    if any(cue.kind == "withdrawing" for cue in after):
        return True  # "an earlier bulletin gave 59 dead; that figure is superseded"
    refuting = [cue for cue in after if cue.kind == "refuting"]
    return bool(refuting) and not any(word in (";", "but", ":") for word in words[last : refuting[0].first])


def _would_have(words: tuple[str, ...], first: int) -> bool:
    """Whether it is told as what did not come about: "would have killed 5,000", "would not be dead today"."""
    near = words[max(first - 4, 0) : first]
    if "would" not in near:
        return False
    after = near[near.index("would") + 1 :]
    if after[:1] in (("not",), ("n't",), ("never",)):
        return after[1:2] in (("have",), ("be",))
    return after[:1] == ("have",)


def _condition(words: tuple[str, ...], after: list[Cue], last: int) -> bool:
    """Whether an "if" or "unless" follows in the same sentence: "would be displaced if the dam broke"."""
    for cue in after:
        if words[cue.first] in ("if", "unless") and cue.kind == "hypothetical":
            before = words[cue.first - 1]
            said = any(each.kind in ("say", "alleging") and each.last <= cue.first for each in after)
            between = words[last : cue.first]
            return not said and before not in ("as", "even", "what") and not any(word in (";", "but", '"', "“", "”") for word in between)
    return False


def _negated(words: tuple[str, ...], first: int, cues: list[Cue], start: int) -> bool:
    for cue in cues:
        if cue.kind == "negation" and cue.first >= start and first - cue.last <= 3 and "but" not in words[cue.last : first]:
            after = words[cue.first + 1] if cue.first + 1 < len(words) else ""
            if words[cue.first] == "without" and first - cue.last > 1:
                continue
            if sum(word in _DASHES for word in words[cue.last : first]) % 2 == 1:
                continue  # "seven soldiers -- not six -- were wounded"
            if after not in ("only", "all", "every", "just", "yet", "fewer", "less", "more"):
                return True
    return False
