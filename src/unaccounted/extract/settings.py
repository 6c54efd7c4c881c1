"""What a sentence tells that later sentences lean on: the country or group that acts, the place."""

from __future__ import annotations

from unaccounted.extract.passage import Passage
from unaccounted.extract.places import place_at
from unaccounted.extract.references import Memory
from unaccounted.extract.source_roles import load_speaker_words

_PLACING = frozenset(["in", "at", "near"])


def note_setting(passage: Passage, memory: Memory) -> None:
    """Take note of a sentence's acting country and its groups."""
    words, lexicon = passage.sentence.words, passage.lexicon
    groups = lexicon.groups.find(words)
    if groups:
        memory.group = groups[-1][2]
    for first, last, place in lexicon.demonyms.find(words, 0, min(len(words), 14)):
        after = words[last] if last < len(words) else ""
        if (after in load_speaker_words()["states"]) or (
            first <= 2
            and place.code
            and words[last - 1] == place.name.lower().split()[-1]
            and words[max(first - 1, 0)] not in ("in", "from", "to")
        ):
            memory.country = place.name
    if _PLACING.isdisjoint(words):
        return
    for at in range(len(words) - 2, -1, -1):  # the last place named is the one kept
        if words[at] in _PLACING:
            found = place_at(passage.sentence, at + 1, lexicon)
            if found is not None:
                memory.place = found[1]
                return
