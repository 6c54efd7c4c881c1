"""One file's bytes, read: its documents, what failed in it, how it ended and why. Pure: bytes in, records out.

In: a name and bytes. Out: a `Reading`. Whatever is wrong with the bytes becomes a row, never an exception; so does a fault
of a reader, which must not end the run of all others. What a document says is not looked at, only its language.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence

from unaccounted.base.errors import ReadingError
from unaccounted.base.records import Document, Failure
from unaccounted.collect.formats import choose_format, why_no_reader
from unaccounted.collect.html import read_html
from unaccounted.collect.jsonl import MOST_FAULTS, Line, read_jsonl
from unaccounted.collect.languages import Language, language_name, tell_language
from unaccounted.collect.markdown import read_markdown
from unaccounted.collect.metadata import write_metadata_from
from unaccounted.collect.reading import Layer, Note, Reading, Stated
from unaccounted.collect.text import read_text

READERS: dict[str, Callable[[bytes], Layer]] = {"text": read_text, "markdown": read_markdown, "html": read_html}
"""Readers of formats that hold one document a file."""

_TRANSLATE = "Translate it and give the translation: English is read for now"
EMPTY = "empty"
"""How the reason begins of a file in which there is nothing to read."""
_EMPTY = Reading((), (), "skipped", f"{EMPTY}: it holds no words", "Nothing to do, or look for the file that it was to be")


def read_content(name: str, content: bytes, names: Sequence[str] = ()) -> Reading:
    """Read one file's bytes.

    Args:
        name: the file's name as shown; its extension chooses the reader.
        content: its bytes.
        names: every name under which the same bytes were found; `name` alone where empty.

    Returns:
        The documents, the failures, and how the file ended. A document in a language that no reader knows has its text
        kept and the status `skipped`.
    """
    digest = hashlib.sha256(content).hexdigest()
    every = tuple(sorted({name, *names}))
    none = why_no_reader(name)
    if none is not None:
        return Reading((), (), "skipped", *none)
    try:
        chosen = choose_format(name, content)
        if chosen == "jsonl":
            lines = read_jsonl(content)
            return _read_lines(name, every, digest, lines) if lines else _EMPTY
        layer = READERS[chosen](content)
        if not layer.text.strip():
            return _EMPTY
        document, remedy = _build(layer, digest, every, digest, None)
    except ReadingError as error:
        return _failed(name, digest, error.what, error.remedy)
    except Exception as error:
        return _failed(name, digest, f"the reader failed on it ({type(error).__name__})", "Save it as plain text, and report this fault")
    return Reading((document,), (), document.status, document.reason, remedy)


def _failed(name: str, digest: str, what: str, remedy: str | None) -> Reading:
    return Reading((), (Failure("collect", name, digest, what, None, remedy),), "failed", what, remedy)


def _build(layer: Layer, digest: str, names: tuple[str, ...], original: str, part: str | None) -> tuple[Document, str | None]:
    """The document of a layer, and the remedy for what it lost."""
    found = dict(layer.metadata)
    declared = found["language"].value if "language" in found else None
    language = tell_language(layer.text, declared)
    if language.where == "text" and language.code is not None:
        found["language"] = Stated(language.code, "text")
    status, notes = _end(layer.notes, language)
    values = {field: each.value for field, each in found.items()}
    document = Document(
        sha256=digest,
        name=names[0],
        names=names,
        original=original,
        part=part,
        format=layer.format,
        encoding=layer.encoding,
        text=layer.text,
        title=values.get("title"),
        publisher=values.get("publisher"),
        author=values.get("author"),
        published=values.get("published"),
        url=values.get("url"),
        language=values.get("language"),
        metadata_from=write_metadata_from(found),
        status=status,
        reason="; ".join(note.words for note in notes) or None,
    )
    remedies = dict.fromkeys(note.remedy for note in notes if note.remedy)
    return document, ". ".join(remedies) or None


def _end(notes: tuple[Note, ...], language: Language) -> tuple[str, tuple[Note, ...]]:
    if not language.is_read:
        return "skipped", (Note(f"not read: {language_name(str(language.code))}", remedy=_TRANSLATE), *notes)
    if language.also:
        notes = (*notes, Note(f"parts of it are not read: {', '.join(language.also)}", remedy=_TRANSLATE))
    return ("partly read" if any(note.loss for note in notes) else "read"), notes


def _read_lines(name: str, names: tuple[str, ...], original: str, lines: list[Line]) -> Reading:
    documents: dict[str, Document] = {}
    failures: list[Failure] = []
    remedies: list[str | None] = []
    faults = 0
    for line in lines:
        if line.layer is not None:
            if line.sha256 not in documents:
                documents[line.sha256], remedy = _build(line.layer, line.sha256, names, original, f"line {line.number}")
                remedies.append(remedy)
            continue
        faults += 1
        if faults <= MOST_FAULTS:
            failures.append(Failure("collect", name, None, str(line.fault), f"line {line.number}", line.remedy))
    if faults > MOST_FAULTS:
        failures.append(Failure("collect", name, original, f"{faults - MOST_FAULTS:,} more lines could not be read"))
    if faults:
        remedies.insert(0, failures[0].remedy)
    repeated = len(lines) - faults - len(documents)
    status, reason = _end_of_lines(list(documents.values()), faults, failures, repeated)
    first = next((remedy for remedy in remedies if remedy), None)
    return Reading(tuple(documents.values()), tuple(failures), status, reason, first)


def _end_of_lines(documents: list[Document], faults: int, failures: list[Failure], repeated: int) -> tuple[str, str | None]:
    ends = Counter(document.status for document in documents)
    reasons = []
    if faults:
        first = f"{failures[0].where}: {failures[0].what}"
        reasons.append(f"{faults:,} line{'' if faults == 1 else 's'} could not be read ({first})")
    whys = Counter((document.status, document.reason) for document in documents if document.reason)
    for (status, why), count in whys.most_common(3):
        line = f"{count:,} document{'' if count == 1 else 's'}"
        reasons.append(str(why) if len(documents) == count == 1 else f"{line} {status}: {why}")
    if repeated:
        reasons.append(f"{repeated:,} line{' repeats' if repeated == 1 else 's repeat'} another to the letter")
    reason = "; ".join(reasons) or None
    if not documents:
        return "failed", reason
    if ends["skipped"] == len(documents) and not faults:
        return "skipped", reason
    return ("read" if ends["read"] == len(documents) and not faults else "partly read"), reason
