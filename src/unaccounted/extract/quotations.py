"""Who speaks over several sentences: in a quotation that runs on, and in a list after "The ministry reported:".

In: a document's text and a sentence of it in which nobody is said to speak. Out: the speaker of the sentence beside it, where the
quotation marks tell that the speech is his. It looks no further than the paragraph.
"""

from __future__ import annotations

from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence, cut_sentences, read_sentence
from unaccounted.extract.speaker_names import Speaker
from unaccounted.extract.speakers import SpeakerFinder

_OPEN, _CLOSE = frozenset(['"', "“", "``"]), frozenset(['"', "”", "''"])
_FAR = 600
"""Characters before or after a sentence in which its speaker is looked for."""


def find_quoted(text: str, sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    """The speaker of a sentence in quotation marks, from the sentence after it where the quotation goes on, else from the one before."""
    if not _OPEN.isdisjoint(sentence.forms[:1]):
        closed = not _CLOSE.isdisjoint(sentence.forms[1:])
    elif _is_open(text, sentence):
        closed = not _CLOSE.isdisjoint(sentence.forms)
    else:
        return None
    return (None if closed else _after(text, sentence, lexicon)) or find_before(text, sentence, lexicon)


def _paragraph(text: str, sentence: Sentence) -> tuple[int, int]:
    start = text.rfind("\n", max(sentence.start - _FAR, 0), sentence.start) + 1 or max(sentence.start - _FAR, 0)
    end = text.find("\n", sentence.end, sentence.end + _FAR)
    return start, end if end >= 0 else min(sentence.end + _FAR, len(text))


def _is_open(text: str, sentence: Sentence) -> bool:
    """Whether a quotation opened before a sentence of the same paragraph has not been closed."""
    before = text[_paragraph(text, sentence)[0] : sentence.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _after(text: str, sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    end = _paragraph(text, sentence)[1]
    for first, last, _ in cut_sentences(text[sentence.end : end]):
        following = read_sentence(text, sentence.end + first, sentence.end + last, 0)
        closing = next((at for at, form in enumerate(following.forms) if form in _CLOSE), None)
        if closing is not None:
            return SpeakerFinder(following, text, lexicon).find(closing)
    return None


def find_before(text: str, sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    """The last speaker before a sentence: of the sentences in quotes before it, else of the one right before it."""
    start = _paragraph(text, sentence)[0]
    for first, last, _ in reversed(list(cut_sentences(text[start : sentence.start]))):
        earlier = read_sentence(text, start + first, start + last, 0)
        found = SpeakerFinder(earlier, text, lexicon).any()
        if found is not None or _OPEN.isdisjoint(earlier.forms):
            return found
    return None


def find_lead(text: str, sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    """The speaker of a line of a list: of the last line before it that ends with a colon, where only lines of the list stand between."""
    end = text.rfind("\n", max(sentence.start - _FAR, 0), sentence.start)
    while end > 0:
        start = text.rfind("\n", max(end - _FAR, 0), end) + 1
        line = text[start:end].strip()
        if line.endswith(":"):
            return SpeakerFinder(read_sentence(text, start, end, 0), text, lexicon).any()
        if line and line[0].isalnum() and "|" not in line:
            return None
        end = start - 1
        if sentence.start - end > _FAR:
            return None
    return None
