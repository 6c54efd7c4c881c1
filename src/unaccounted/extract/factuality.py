"""How far a statement is held to be so, read from the words around its fate word: mark, never drop.

In: a sentence, a fate word and the quantity's place. Out: a factuality of the vocabulary. Who says it is for `speakers`.
"""

from __future__ import annotations

from unaccounted.extract.clauses import clause_start
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence

_NEAR = 5


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
    cues = lexicon.cues.find(words, 0, first)
    near = [kind for at, end, kind in cues if first - end <= _NEAR and at >= start]
    clause = [(at, kind) for at, _, kind in cues if at >= start]
    every = [(at, kind) for at, _, kind in cues]
    denying = [end for _, end, kind in cues if kind == "denying" and (not nominal or first - end <= 4)]
    if denying and not any(words[at] in (";",) for at in range(start, first)):
        return "denied"
    if _negated(words, first, cues, start):
        return "negated"
    if any(kind == "inferring" for _, kind in every):
        return "inferred"
    if any(kind == "hypothetical" for at, kind in clause if words[at] in ("if", "unless", "whether") and at <= start + 1):
        return "hypothetical"
    if "threatened" in near and first and words[first - 1] in ("to", "that", "of"):
        return "threatened"
    if "trying" in near and first and words[first - 1] == "to":
        return "planned"
    if "planned" in near and not nominal:
        return "planned"
    if not nominal and ("possible" in near or any(kind == "possible" for _, kind in clause)):
        return "possible"
    after = lexicon.cues.find(words, last, min(last + 2, len(words)))
    if any(kind == "hearsay" for _, kind in clause) or any(kind == "hearsay" for _, _, kind in after):
        return "reported"
    if spoken == "alleging":
        return "alleged"
    return "reported" if spoken == "say" else "asserted"


def _negated(words: tuple[str, ...], first: int, cues: list[tuple[int, int, str]], start: int) -> bool:
    for at, end, kind in cues:
        if kind == "negation" and at >= start and first - end <= 3:
            after = words[at + 1] if at + 1 < len(words) else ""
            if words[at] == "without" and first - end > 1:
                continue
            if after not in ("only", "all", "every", "just", "yet", "fewer", "less", "more"):
                return True
    return False
