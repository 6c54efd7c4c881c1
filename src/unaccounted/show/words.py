"""The word lists by which names are told from other capitals: public words, English words, given names, peoples.

In: the data files of show and the reader's lexicons. Out: sets of folded words. It judges no text.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from unaccounted.show.names import fold_word, read_ordinary, read_peoples

_VOCABULARY = ("closed", "fates", "people", "verbs", "numbers", "speakers", "units", "dates", "groups", "places", "events", "policies")


def _read(package: str, name: str) -> Any:
    import yaml

    return yaml.safe_load((files(package) / name).read_text(encoding="utf-8"))


@cache
def load_public(name: str) -> frozenset[str]:
    """A list of `public_words.yaml`, as printed there."""
    return frozenset(str(each) for each in _read("unaccounted.show", "public_words.yaml")[name]["words"])


@cache
def load_private(name: str) -> frozenset[str]:
    """A list of `private_words.yaml`, as printed there."""
    return frozenset(str(each) for each in _read("unaccounted.show", "private_words.yaml")[name]["words"])


@cache
def read_english() -> frozenset[str]:
    """English words that are no names: the words without a capital of SCOWL, size 35 (Kevin Atkinson; see NOTICE)."""
    text = (files("unaccounted.show") / "english_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


@cache
def read_vocabulary() -> frozenset[str]:
    """Words of the reader's lexicons in lower case, which are ordinary in reports on people."""
    folder = files("unaccounted.languages.en")
    found = {word for name in _VOCABULARY for word in re.findall(r"[a-z]+", (folder / f"{name}.yaml").read_text(encoding="utf-8"))}
    return frozenset(found)


@cache
def read_given() -> frozenset[str]:
    """Common given names, folded, without those that are first of all ordinary words of a text or peoples."""
    listed = _read("unaccounted.languages.en", "given_names.yaml")["given"]
    return frozenset(fold_word(str(each)) for each in listed) - read_ordinary() - read_peoples()


@cache
def read_demonyms() -> frozenset[str]:
    """Names of countries, regions and peoples, in lower case, of one word and of several."""
    found: set[str] = set()
    for part in ("countries", "regions"):
        for name, words in _read("unaccounted.languages.en", "demonyms.yaml")[part].items():
            found.add(str(name).lower())
            found.update(str(each).lower() for each in words[1:] if each)
    return frozenset(found)


@cache
def read_groups() -> frozenset[str]:
    """Names of well-known groups and bodies, in lower case."""
    known = _read("unaccounted.languages.en", "groups.yaml")["known"]
    return frozenset(str(each).lower() for name, others in known.items() for each in (name, *others)) | load_public("agencies")


def is_name_like(word: str) -> bool:
    """Whether a word is a common given name or surname, or has an Arabic article."""
    return fold_word(word) in read_given() or word.lower() in load_public("surnames") or word.lower().startswith(("al-", "el-"))


def begins_with_given(name: str) -> bool:
    """Whether a name begins as a person's: with a common given name or a kunya."""
    first = re.sub(r"['’]s?$", "", name.split()[0]) if name.split() else ""
    return any(fold_word(each) in read_given() | load_private("kunyas") for each in (first, re.split(r"[-’']", first)[0]))
