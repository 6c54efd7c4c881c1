"""Reading tells how far it is, in characters, and never more than there are."""

from __future__ import annotations

from unaccounted.base.progress import listen_to_progress
from unaccounted.base.records import Document
from unaccounted.extract import extract_claims


def test_progress_is_told_in_characters_up_to_the_end() -> None:
    text = "Twelve men were killed. The sea was calm.\n\nSome 40 people joined the march. Two of them were wounded."
    heard: list[tuple[int, int]] = []
    with listen_to_progress(lambda done, whole: heard.append((done, whole))):
        extract_claims(Document("d", "d.txt", ("d.txt",), "d", None, "text", "utf-8", text))
    assert {whole for _, whole in heard} == {len(text)}
    done = [each for each, _ in heard]
    assert done == sorted(done) and len(done) == 4 and done[-1] == len(text)
