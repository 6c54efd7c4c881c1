"""Cohorts of one name are told apart in words."""

from __future__ import annotations

import dataclasses
import re

from tests.link.conftest import Told, count, make_document
from unaccounted.base.records import When, Where


def _ferry(publisher: str | None, title: str, day: str) -> tuple[object, object]:
    document = dataclasses.replace(make_document(title + day, f"{title}.txt", title=title), publisher=publisher)
    claim = count("a", "set out", 120, "passengers", when=When(day, day, "day"))
    return document, dataclasses.replace(claim, id=f"c {title} {day}", document=document.sha256, document_name=document.name)


def _labels(*ferries: tuple[object, object]) -> list[str]:
    told = Told(*(claim for _, claim in ferries), documents=tuple(document for document, _ in ferries))  # type: ignore[misc]
    return sorted(entity.label for entity in told.linked.entities if entity.kind == "cohort")


def test_by_publisher_and_day() -> None:
    labels = _labels(_ferry("Harbour Times", "Ferry lost", "2019-05-03"), _ferry("Coast Mail", "Ferry lost", "2017-08-10"))
    assert labels == ["passengers (Coast Mail, 10 August 2017)", "passengers (Harbour Times, 3 May 2019)"]


def test_by_title_where_one_publisher_has_both() -> None:
    labels = _labels(_ferry("Agency", "Off the cape", "2019-05-03"), _ferry("Agency", "In the strait", "2019-05-03"))
    assert labels == ["passengers (In the strait, 3 May 2019)", "passengers (Off the cape, 3 May 2019)"]


def test_nothing_is_told_apart_by_a_bare_number() -> None:
    places = [count("a", "killed", 3 + number, "people", at=20 * number, where=Where(name)) for number, name in enumerate("PQRS")]
    workers = [count("a", "killed", 9, name, at=200 + number, role=name) for number, name in enumerate(("worker", "judge"))]
    same = [dataclasses.replace(claim, cohort=dataclasses.replace(claim.cohort, label="people")) for claim in workers if claim.cohort]
    told = Told(*places, *same)
    labels = [entity.label for entity in told.linked.entities if entity.kind == "cohort"]
    assert len(labels) == len(set(labels)) == 6
    assert not any(re.search(r"\[\d+\]", label) for label in labels)
    assert any("the first told of" in label for label in labels)
