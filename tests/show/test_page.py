"""The self-contained page: whole in itself, names nobody unless asked, and says what it rests on."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html

from unaccounted.base.accounts import Account
from unaccounted.base.records import Alternative
from unaccounted.show import Evidence, write_page
from unaccounted.show.names import split_words
from unaccounted.show.page import STAMP
from unaccounted.show.redaction import list_protected

from .world import ABOARD, ACCOUNT, DAY, DOCUMENTS, FIGURES, figure, make_evidence

CANARY = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def _words(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.fromstring(write_page(make_evidence()))


def test_it_loads_and_runs_nothing() -> None:
    written = write_page(make_evidence())
    page = html.fromstring(written)
    assert written.startswith("<!DOCTYPE html>")
    assert not page.xpath("//script | //iframe | //object | //embed | //img | //*[@style]")
    assert [each.get("href") for each in page.xpath("//link")] == ["data:,"]
    assert not re.search(r"url\((?!#)", written), "only its own hatching is referred to"
    assert "@import" not in written
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = base64.b64encode(hashlib.sha256(page.xpath("//style")[0].text.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_a_number_opens_its_sentences(page: html.HtmlElement) -> None:
    (died,) = [row for row in page.xpath("//details[summary]") if "died 113" in _words(row[0]) and "108–121" in _words(row[0])]
    assert [_words(mark) for mark in died.xpath(".//blockquote/mark")] == [
        "the coast guard had counted 112 bodies",
        "At least 110 people died when the Halcyon went down",
        "It found that 118 had died",
    ]
    opened = _words(died)
    for shown in (
        "coast guard", "(government)", "asserted", "reported", "as of 14 March 2021", "at least 110", "B3: usually reliable",
        "2 claims that go back to one statement", "repeats coast guard", "Scores dead as ferry sinks", "wire.txt",
    ):  # fmt: skip
        assert shown in opened


def test_the_account_is_told(page: html.HtmlElement) -> None:
    words = _words(page)
    for shown in (
        "488 set out (478–521). Nobody says what became of 46 of them, 9% (2–117).",
        "not reckoned: one word of one source", "beside: wounded", "of which imprisoned", "120 people hang on it",
        "roughly 500 people must have been on the ship", "8 files found = 4 read + 1 partly read + 1 failed + 2 skipped.",
        "not read: Arabic",
        "the range is no wider than the best figure itself", "Why it is left out: denied", "1 statement about named persons",
    ):  # fmt: skip
        assert shown in words


def test_every_bar_has_its_words(page: html.HtmlElement) -> None:
    bars = page.xpath("//svg[@class='bar']")
    assert len(bars) == sum(each.best is not None for each in FIGURES)
    assert all(bar.get("role") == "img" and bar.get("aria-label") and bar.xpath("./title") for bar in bars)


def test_ids_are_unique(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {each[1:] for each in page.xpath("//a/@href") if each.startswith("#")} <= set(ids)


def test_no_protected_name_is_in_any_byte() -> None:
    bad = "Captain VARGA"
    documents = tuple(replace(each, title=f"{each.title} ({bad})", publisher="Teodor Varga Press") for each in DOCUMENTS)
    figures = tuple(replace(each, note=f"so says {bad}") for each in FIGURES)
    evidence = make_evidence(documents=documents, account=replace(ACCOUNT, figures=figures), title="teodor-varga's ferry")
    written = write_page(evidence)
    words = [word for word, _, _ in split_words(written)]
    folded = "".join(words)
    for name in list_protected(evidence):
        assert "".join(word for word, _, _ in split_words(name)) not in folded
    assert not {"varga", "teodor"} & set(words)
    assert b"varga" not in written.encode("utf-8").lower()
    assert "[name withheld]" in written


def test_internal_pages_name_people_and_say_so() -> None:
    page = html.fromstring(write_page(make_evidence(), internal=True))
    words = _words(page)
    assert "Captain Teodor Varga, who gave the order to sail" in words
    assert "Teodor Varga: died; captain reported, says coast guard" in words
    assert [_words(each) for each in page.xpath("//*[@class='stamp']")] == [STAMP]
    assert ".paper > .stamp { display: table-header-group; break-inside: avoid" in page.xpath("//style")[0].text
    assert STAMP not in write_page(make_evidence())


def test_what_documents_say_stays_text() -> None:
    documents = tuple(replace(each, title=CANARY, name=CANARY, publisher=CANARY, url="javascript:alert(1)") for each in DOCUMENTS)
    evidence = make_evidence()
    flat = tuple(replace(each, source=CANARY, note=CANARY, words=CANARY, base=CANARY) for each in evidence.flat)
    figures = tuple(replace(each, note=CANARY) for each in FIGURES)
    cohorts = tuple(replace(each, cohort=CANARY) for each in figures)
    hostile = replace(evidence, documents=documents, flat=flat, account=replace(ACCOUNT, figures=(*figures, *cohorts)), title=CANARY)
    for internal in (False, True):
        page = html.fromstring(write_page(hostile, internal))
        assert not page.xpath("//script | //img | //*[@onerror] | //a[starts-with(@href, 'javascript')]")
        assert CANARY in page.text_content()


def test_odd_characters_and_many_cohorts() -> None:
    odd = "lone \ud800, bell \x07, turned \u202e"
    figures = tuple(figure(f"{odd} {number}", "died", (1, 2, 3), "exit", 1, "") for number in range(9))
    page = html.fromstring(write_page(Evidence(Account(figures), title=odd)).encode("utf-8").decode("utf-8"))
    assert len(page.xpath("//details[contains(@class, 'more')]")) == 3
    assert not set(page.text_content()) & set("\x07\u202e")


def test_what_figures_hang_on_is_on_the_page_and_names_nobody() -> None:
    other = Alternative(ABOARD, "died", DAY, "without a statement", ("c02", "c07"), 100, 104, 140, -9, 0.62, "re-weighed")
    personal = replace(other, claims=("p01",))
    page = html.fromstring(write_page(make_evidence(alternatives=(other, personal))))
    assert "up by about 9" in _words(page)
    assert len(page.xpath("//*[contains(@id, 'pulls-')]/text()[contains(., 'Who pulls it where')]")) == 1
    renamed = tuple(replace(each, cohort=each.cohort.replace("Halcyon", "Teodor Varga")) for each in FIGURES)
    evidence = make_evidence(account=replace(ACCOUNT, figures=renamed), alternatives=(replace(other, cohort=renamed[0].cohort),))
    written = write_page(evidence)
    assert "up by about 9" in written and "Varga" not in written


def test_an_empty_account_is_an_answer() -> None:
    assert "That is an answer, not an error" in write_page(Evidence(Account(())))


def test_the_page_is_the_same_every_time() -> None:
    assert write_page(make_evidence()) == write_page(make_evidence())
    assert re.search(DAY, write_page(make_evidence()))
    assert ABOARD in write_page(make_evidence())
