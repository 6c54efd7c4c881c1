"""Names of any script fold to something, and to the same for the same letters."""

from __future__ import annotations

import pytest

from tests.link.conftest import Told
from unaccounted.base.records import Claim, name_claim
from unaccounted.link.folding import fold

UNKNOWN = "\U00012000\U00012001\U00012002"
"""Cuneiform, which the transliteration does not know."""


@pytest.mark.parametrize(
    ("printed", "folded"),
    [("Ḥusayn  O'Neil", "husayn oneil"), ("Шамиль", "shamil"), (UNKNOWN, UNKNOWN), (f"Ana {UNKNOWN}", f"ana {UNKNOWN}"), ("- …", "")],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert fold(fold(printed)) == fold(printed)


def test_a_name_in_a_script_that_is_not_known_makes_a_person() -> None:
    claim = name_claim(Claim("", "a" * 64, "a.txt", "fate", 0, 5, "words", person=UNKNOWN, fate="killed"))
    told = Told(claim)
    assert [entity.label for entity in told.linked.entities if entity.kind == "person"] == [UNKNOWN]
    assert told.links[claim.id].person is not None
