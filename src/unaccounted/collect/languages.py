"""Which language a text is in, and whether a reader knows it.

In: a text and the language that it declares. Out: a code, and words for the ledger where it is not one that is read.
Refusing is the graver error, so it is slow to refuse: capitals, telex and lists of names are read as English unless
the letters are of another script, or the detector is sure and no English function word says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from unaccounted.collect.lists import read_list

READ_LANGUAGES = frozenset({"en"})
"""Languages that a reader knows."""

_WINDOW = 2_000
_WINDOWS = 8
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zª-ɏḀ-ỿﬀ-ﬆＡ-ｚ]")
_WORD = re.compile(r"[^\W\d_]+")
_FEW_LETTERS, _FEW_OF_A_SCRIPT = 40, 20
_SURE = 0.9
# Shares of words that are English function words: above the first it is English without asking the detector, which saves
# loading it; above the second it is never refused. Of 1,500 English newswire texts in capitals 2 hold less than .1, none
# less than .08; prose in a dozen other languages of Latin script holds none.
_ENGLISH_SHARE, _NOT_ENGLISH_SHARE = 0.1, 0.04
_PROSE_SHARE = 0.3
"""Share of words in small letters below which mixed-case text is a list of names, which have no language."""


@dataclass(frozen=True, slots=True)
class Language:
    """The language of one text.

    Args:
        code: ISO 639-1 (639-3 where there is none); None where it cannot be told.
        where: what told it: "text", or "declared".
        also: names of languages, in English, in which parts of it are; empty where it is of one piece.
    """

    code: str | None
    where: str | None
    also: tuple[str, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether a reader knows it; a language that cannot be told is tried as English."""
        return self.code is None or self.code in READ_LANGUAGES


def tell_language(text: str, declared: str | None = None) -> Language:
    """The language of a text, told from up to eight stretches of it.

    Args:
        text: any; only stretches spread over it are looked at, so that length costs nothing.
        declared: the code that the document declares; it decides only where the text does not.
    """
    told = [_tell_stretch(stretch) for stretch in _stretches(text)]
    english = any(code == "en" for code in told)
    others = list(dict.fromkeys(code for code in told if code not in (None, "en")))
    if english:
        return Language("en", "text", tuple(language_name(str(code)) for code in others))
    if others:
        most = max(others, key=lambda code: (told.count(code), -others.index(code)))
        same = declared is not None and _kin().get(declared) == _kin().get(str(most))
        return Language(declared if same else most, "text")
    share = _english_share(text[: _WINDOW * 2])
    if declared is not None and (declared in READ_LANGUAGES or share < _NOT_ENGLISH_SHARE):
        return Language(declared, "declared")
    return Language(None, None)


def _stretches(text: str) -> list[str]:
    if len(text) <= _WINDOW * 2:
        return [text]
    count = min(_WINDOWS, len(text) // _WINDOW)
    step = (len(text) - _WINDOW) / (count - 1)
    return [text[int(step * each) : int(step * each) + _WINDOW] for each in range(count)]


def _english_share(stretch: str) -> float:
    words = _WORD.findall(stretch.lower())
    return sum(word in _function_words() for word in words) / len(words) if words else 0.0


def _tell_stretch(stretch: str) -> str | None:
    letters = len(_LETTER.findall(stretch))
    latin = len(_LATIN.findall(stretch))
    if letters >= _FEW_OF_A_SCRIPT and latin < letters / 2:
        return next(code for code, _ in _rank(stretch) if _kin().get(code) not in ("english", "none"))
    if letters < _FEW_LETTERS:
        return None
    share = _english_share(stretch)
    if share >= _ENGLISH_SHARE:
        return "en"
    ranked = _rank(stretch)
    kin = _kin().get(ranked[0][0])
    if sum(number for code, number in ranked if _kin().get(code) == kin) < _SURE or kin == "none":
        return None
    if kin == "english":
        return "en"
    return ranked[0][0] if share < _NOT_ENGLISH_SHARE and _is_prose(stretch) else None


def _rank(stretch: str) -> list[tuple[str, float]]:
    return list(_detector().rank(stretch.lower()))


def _is_prose(stretch: str) -> bool:
    """Whether it has words in small letters as sentences do; capitals throughout tell nothing."""
    words = _WORD.findall(stretch)
    small = sum(word.islower() for word in words)
    return small >= len(words) * _PROSE_SHARE or stretch.isupper()


def language_name(code: str) -> str:
    """The English name of a language, or the code where the list does not hold it."""
    return next((row["name"] for row in read_list("language_names") if row["code"] == code), code)


def read_language_name(words: str) -> str | None:
    """The code that "en", "en-GB", "eng", "en_US.UTF-8" or "English" stand for; None where the list holds none.

    Args:
        words: as a document declares it.
    """
    plain = words.strip().lower()
    return _codes().get(plain) or _codes().get(re.split(r"[-_.,;]", plain)[0].strip())


@cache
def _codes() -> dict[str, str]:
    rows = read_list("language_names")
    return {row[column].lower(): row["code"] for column in ("name", "long_code", "code") for row in rows}


@cache
def _kin() -> dict[str, str]:
    return {row["code"]: row["kin"] for row in read_list("language_names")}


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_list("function_words"))


@cache
def _detector() -> Any:
    """Loaded once, when a text first needs it: it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
