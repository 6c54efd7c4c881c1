"""The role of a source, from the words that name it: the noun itself, what stands before it, what it belongs to.

In: a name as printed. Out: a role of the vocabulary. "A rebel spokesman" is the armed group's, "the Ministry of Health" the
government's, "two residents and an official" are witnesses: of several the first counts. No person's name is known here.
"""

from __future__ import annotations

import re
from functools import cache

from unaccounted.extract.lexicons import Lexicon, read_list
from unaccounted.extract.words import split_phrase

_LONGEST = 5
_NEAR = 6
_OCCURRENCES = 6
_BACK = 1500
"""Characters before a sentence in which the one who spoke before is looked for."""

_SEARCHED = 100_000
"""Characters of a text in which a name is looked for."""


@cache
def load_speaker_words(language: str = "en") -> dict[str, frozenset[str]]:
    """The words by which speakers are told, by list."""
    lists = read_list(language, "speakers")
    return {name: frozenset(words) for name, words in lists.items() if name not in ("source", "weak")}


@cache
def _weak(language: str = "en") -> dict[str, str]:
    lists = read_list(language, "speakers")["weak"]
    return {word: role for role, words in lists.items() for word in words}


def telling_role(words: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """The role that the words of a name tell, the noun before what it belongs to; None where they tell none.

    Args:
        words: in lower case, possessive endings cut off as words of their own.
        lexicon: the role words.
    """
    words = tuple(word for word in words if word not in ("'s", "'", '"', "“", "”", "."))
    belonging = load_speaker_words()["belonging"]
    joint = next((at for at in range(1, len(words)) if words[at] in ("and", "&") and words[at + 1 : at + 2] != ("rights",)), len(words))
    whole = _phrase_role(words[:joint], lexicon, 3) or _phrase_role(words, lexicon, 3)
    if whole is not None:
        return whole
    words = words[:joint]
    split = next((at for at in range(1, len(words)) if words[at] in belonging), len(words))
    head, rest = words[:split], words[split:]
    for part in (head, rest):
        role = _strong(part, lexicon)
        if role is not None:
            return role
    weak = [_weak()[word] for word in (*reversed(head), *rest) if word in _weak()]
    return next((role for role in weak if role != "unnamed"), weak[0] if weak else None)


def _phrase_role(words: tuple[str, ...], lexicon: Lexicon, least: int) -> str | None:
    for size in range(min(_LONGEST + 2, len(words)), least - 1, -1):
        for at in range(len(words) - size, -1, -1):
            role = lexicon.source_roles.get(" ".join(words[at : at + size]))
            if role is not None:
                return role
    return None


def _strong(words: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """The role of the last phrase that tells one; a body of states before what it is, an armed group before its radio."""
    # "refugee agency": people who are no more than what it is for
    modifying = [word for word in words[:-1] if lexicon.source_roles.get(word) != "witness"]
    words = (*modifying, *words[-1:])
    roles: list[str] = []
    at = len(words)
    while at > 0:
        for size in (3, 2, 1):
            phrase = " ".join(words[max(at - size, 0) : at])
            role = lexicon.source_roles.get(phrase) or lexicon.source_roles.get(phrase.rstrip("."))
            if role is not None and size <= at:
                roles.append(role)
                break
        else:
            size = 1
        at -= size
    if not roles:
        return None
    if "intergovernmental" in roles and roles[0] != "court":
        return "intergovernmental"
    return "armed group" if roles[0] == "media" and "armed group" in roles else roles[0]


def role_of_source(name: str, lexicon: Lexicon, text: str | None = None, shouts: bool = False) -> str:
    """The role of a source by the words that name it, else by what the text says of its bearer.

    Args:
        name: as printed.
        lexicon: the role words.
        text: the document's, in which a person may be introduced ("the mayor, Issoufou Dando"); None: the name alone tells.
        shouts: whether it is printed in capitals, so that capitals tell no name.

    Returns:
        A role of the vocabulary; "expert" for somebody named of whom nothing is told, "unnamed" where no name is given.
    """
    words = split_phrase(name)
    role = telling_role(words, lexicon)
    if role is not None and role != "unnamed":
        return role
    forms = [form for form in re.findall(r"[^\W\d_][\w'’-]*", name) if form.lower() not in ("the", "a", "an", "one", "some", "two")]
    named = any(form[:1].isupper() for form in forms) and not (shouts and role == "unnamed")
    if not named:
        return role or "unnamed"
    introduced = introduced_role(forms, text, lexicon) if text is not None else None
    return introduced or role or ("unnamed" if shouts else "expert")


def takes_up(name: str, earlier: str) -> bool:
    """Whether a name only takes up the last speaker: "the statement" after anybody's, "the ministry" after "the health ministry"."""
    words = split_phrase(name)
    return _is_resuming(words) and (words[1] in split_phrase(earlier) or words[1] in _weak())


def _is_resuming(words: tuple[str, ...]) -> bool:
    return len(words) == 2 and words[0] in ("the", "this", "that") and words[1] in load_speaker_words()["resuming"]


def role_taken_up(name: str, text: str, start: int, lexicon: Lexicon) -> str | None:
    """The role of whom "the radio" or "the committee" takes up, by what stood before that noun last; None where it takes up nobody.

    Args:
        name: as printed.
        text: the document's; start: where the sentence begins.
        lexicon: the role words.
    """
    words = split_phrase(name)
    if not _is_resuming(words):
        return None
    window = text[max(start - _BACK, 0) : start]
    lowered = window.lower()
    at = lowered.rfind(f" {words[1]}")
    while at > 0:
        before = window[max(at - 60, 0) : at]
        before = before[max(before.rfind(mark) for mark in ".;:,\n") + 1 :]
        forms = before.split()[-3:]
        told = [form for form in forms if form.lower() not in ("the", "a", "an", "said")]
        if told and forms[-1].lower() not in ("the", "a", "an"):
            role = telling_role((*split_phrase(" ".join(told)), words[1]), lexicon)
            plain = telling_role((words[1],), lexicon)
            return role if role != plain else introduced_role(told[-1:], text, lexicon) or role
        at = lowered.rfind(f" {words[1]}", 0, at)
    return None


def introduced_role(forms: list[str], text: str, lexicon: Lexicon) -> str | None:
    """What a text says of a person or an acronym elsewhere: "the surgeon Nathaniel Croke", "X, the mayor", "... Front (XYZ)"."""
    capitals = [form for form in forms if form[:1].isupper()]
    if not capitals:
        return None
    last = capitals[-1].removesuffix("'s").removesuffix("’s")
    found = 0
    at = text.find(last, 0, _SEARCHED)
    while at >= 0 and found < _OCCURRENCES:
        end = at + len(last)
        if (at == 0 or not text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            found += 1
            role = _beside(text, at, end, lexicon)
            if role is not None:
                return role
        at = text.find(last, end, _SEARCHED)
    return None


_APPOSITION_AFTER = re.compile(
    r"^,? (?:who is |who was )?((?:a|an|the|its|their|his|head|director|spokesman|spokeswoman|chief|leader)\b[\w'’ -]{2,60})[,.;]"
)


def _beside(text: str, at: int, end: int, lexicon: Lexicon) -> str | None:
    before = text[max(at - 90, 0) : at]
    before = before[max(before.rfind(mark) for mark in ".;:\n!?") + 1 :]
    if before.endswith("("):  # an acronym after the name that it stands for
        words = split_phrase(before[:-1])[-_NEAR:]
        start = next((each + 1 for each in range(len(words) - 1, -1, -1) if words[each] in ("the", "of", '"')), 0)
        role = telling_role(words[start:], lexicon)
        if role not in (None, "unnamed"):
            return role
    role = _title_before(before, lexicon)
    if role is not None:
        return role
    match = _APPOSITION_AFTER.match(text[end : end + 90])
    role = telling_role(split_phrase(match[1])[: _NEAR + 2], lexicon) if match is not None else None
    return role if role != "unnamed" else None


def _title_before(before: str, lexicon: Lexicon) -> str | None:
    """The role that the words right before a name tell: "the town's surgeon, X", "Mayor Idris" before "Benn"."""
    forms = _FORM.findall(before)[-_NEAR - 3 :]
    at, skipped = len(forms) - 1, 0
    while at >= 0 and skipped < 3 and forms[at][:1].isupper():
        role = lexicon.source_roles.get(forms[at].lower().rstrip("."))
        if role is not None:
            return role
        at, skipped = at - 1, skipped + 1
    if at >= 0 and forms[at] == ",":
        at -= 1
    words = split_phrase(" ".join(forms[max(at - _NEAR + 1, 0) : at + 1]))
    start = next((each for each in range(len(words) - 1, -1, -1) if words[each] in ("the", "a", "an")), None)
    if start is None:
        start = max(len(words) - 1, 0)
    role = telling_role(words[start:], lexicon) if words else None
    return role if role != "unnamed" else None


_FORM = re.compile(r"[^\W\d_][\w'’.-]*|,")
