"""Names that stand where only a person's can: somebody's kin, classmates, boat or widow, a byword for a family, a given name.

In: a text. Out: the names in it as printed. Reports call private persons by those around them ("the classmates of ...", "...'s
boat", "the ... brothers", "son of ..."), so a name in such a place is withheld whoever it is, and so is every run of capitals
that begins with a common given name, has a kunya in it, or follows Mr or Mrs. It does not know who holds an office: `private`
takes out those whom a text gives a title.

Source: positions are general English usage (`private_words.yaml`); given names are those of the reader (`given_names.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from unaccounted.show.names import fold_word, read_ordinary, read_peoples

_TOKEN = re.compile(r"[^\W\d_]\.(?=[^\W\d_]\.|\s)|[^\W\d_][\w’'-]*")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$", re.IGNORECASE)
_REGNAL = re.compile(r"[IVX]+(?:['’]s)?")
_LONGEST = 4
"""A name in capitals among capitals is read no further than so many words."""
_VOCABULARY = ("closed", "fates", "people", "verbs", "numbers", "speakers", "units", "dates", "groups")


@cache
def load_words(name: str) -> frozenset[str]:
    """A list of `private_words.yaml`."""
    import yaml

    return frozenset(yaml.safe_load((files("unaccounted.show") / "private_words.yaml").read_text(encoding="utf-8"))[name]["words"])


@cache
def read_given() -> frozenset[str]:
    """Common given names, folded, without those that are first of all ordinary words of a text or peoples."""
    import yaml

    listed = yaml.safe_load((files("unaccounted.languages.en") / "given_names.yaml").read_text(encoding="utf-8"))["given"]
    return frozenset(fold_word(str(each)) for each in listed) - read_ordinary() - read_peoples()


@cache
def _read_vocabulary() -> frozenset[str]:
    """Words of the reader's lexicons: where one stands among capitals, a name ends."""
    folder = files("unaccounted.languages.en")
    found = {word for name in _VOCABULARY for word in re.findall(r"[a-z]+", (folder / f"{name}.yaml").read_text(encoding="utf-8"))}
    return frozenset(found) - read_given()


def begins_with_given(name: str) -> bool:
    """Whether a name begins as a person's: with a common given name or a kunya."""
    first = _POSSESSIVE.sub("", name.split()[0]) if name.split() else ""
    return any(fold_word(each) in read_given() | load_words("kunyas") for each in (first, re.split(r"[-’']", first)[0]))


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word).lower()


def _is_capital(word: str) -> bool:
    """Whether a word is printed as a name: "Sahrawi", "al-Sahrawi"."""
    return word[:1].isupper() or (bool(re.match(r"(?:al|el|an|ar|as|ad|at|ul)-[^\W\d_]", word)) and word.split("-")[1][:1].isupper())


def _is_joiner(word: str) -> bool:
    """Whether a word in lower case may stand inside a name."""
    return _bare(word) in (load_words("particles") | load_words("kept")) - load_words("placing")


def _gather(text: str) -> Iterator[list[re.Match[str]]]:
    """Runs of capitalised words with particles between, over a single line end too."""
    run: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        between = text[run[-1].end() : match.start()] if run else ""
        joined = bool(run) and not between.strip() and between.count("\n") < 2
        capital = _is_capital(match[0])
        if (
            joined
            and not _POSSESSIVE.search(run[-1][0])
            and (capital or _bare(match[0]) in (load_words("particles") | load_words("kept")) - load_words("placing"))
        ):
            run.append(match)
            continue
        if run:
            yield run
        run = [match] if capital else []
    if run:
        yield run


def _cut(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """A run without the words that are no part of a name, in as many pieces as they leave."""
    shouted = len(run) > 1 and all(match[0].isupper() for match in run)
    stops = (read_ordinary() | load_words("civil")) - load_words("kept")
    piece: list[re.Match[str]] = []
    for match in run:
        word = _bare(match[0])
        is_stop = word in stops or word in load_words("relations") or word in load_words("belongings") or word in load_words("persons")
        if is_stop or (shouted and word in _read_vocabulary()):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(match)
    if piece:
        yield piece


def _trim(piece: list[re.Match[str]], lower: frozenset[str]) -> list[re.Match[str]]:
    """A piece from its first word to its last that can be of a name; one that the text prints in lower case too cannot begin it."""
    while piece and not _is_capital(piece[-1][0]):
        piece = piece[:-1]
    while piece and (not _is_capital(piece[0][0]) or _bare(piece[0][0]) in load_words("placing") | _read_vocabulary() | lower):
        piece = piece[1:]
    return piece


def list_related(text: str) -> Iterator[str]:
    """The names in `text` that stand where a person's do, as printed; one name may come more than once."""
    lower = frozenset(word for word in re.findall(r"[^\W\d_]+", text) if word.islower())
    for run in _gather(text):
        for piece in (_trim(each, lower) for each in _cut(run)):
            if not piece or _is_body(piece, text) or _is_saint(piece, text):
                continue
            before = [word.lower() for word in re.findall(r"[^\W\d_][\w’'-]*", text[max(0, piece[0].start() - 60) : piece[0].start()])]
            last = _bare(piece[-1][0])
            after = re.match(r"\s+([^\W\d_][\w’'-]*)", text[piece[-1].end() : piece[-1].end() + 40])
            owns = bool(_POSSESSIVE.search(piece[-1][0]))
            if last in read_peoples() and len(piece) == 1:
                continue
            behind = _bare(after[1]) if after is not None else ""
            if (
                _follows_relation(before)
                or behind in load_words("belongings" if owns else "families")
                or (len(piece) > 1 and behind in load_words("telling"))
                or (
                    last not in read_peoples()
                    and not _REGNAL.fullmatch(piece[-1][0])
                    and any(begins_with_given(match[0]) for match in piece)
                )
            ):
                named = piece[:_LONGEST] if all(each[0].isupper() for each in piece) else piece
                yield _POSSESSIVE.sub("", text[named[0].start() : named[-1].end()])


def _is_body(piece: list[re.Match[str]], text: str) -> bool:
    """Whether a run is a group's, a body's or a place's name by its last word, or by the word behind it with a capital."""
    behind = re.match(r"\s+([^\W\d_][\w-]*)", text[piece[-1].end() : piece[-1].end() + 30])
    words = [_bare(piece[-1][0])] if len(piece) > 1 else []
    words += [behind[1].lower()] if behind is not None and behind[1][:1].isupper() and not piece[-1][0].isupper() else []
    return any(word in load_words("bodies") for word in words)


def _is_saint(piece: list[re.Match[str]], text: str) -> bool:
    """Whether a name is a place's called after a saint ("Saint Helena")."""
    return re.search(r"\b(?:Saint|St\.?|Santa|San|Sainte)\s$", text[max(0, piece[0].start() - 8) : piece[0].start()]) is not None


def _follows_relation(before: list[str]) -> bool:
    if not before:
        return False
    if before[-1] in load_words("civil"):
        return True
    while before and before[-1] in (load_words("naming") | {"the", "late"}):
        before = before[:-1]
    if len(before) > 1 and before[-1] in ("of", "to"):
        return before[-2] in load_words("relations")
    return bool(before) and before[-1] in load_words("relations")
