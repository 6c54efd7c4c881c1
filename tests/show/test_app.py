"""The app through a real client: every page, its twins, its door and its manners."""

from __future__ import annotations

import csv
import io
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from lxml import html
from starlette.testclient import TestClient

from unaccounted.base.errors import ProjectError
from unaccounted.base.records import Alternative, Claim
from unaccounted.show.addresses import document_address, figure_address
from unaccounted.show.app import create_app
from unaccounted.show.evidence import Evidence
from unaccounted.show.guard import HEADERS, is_own_host

from .world import ABOARD, ACCOUNT, ADELIN, CLAIMS, DAY, DOCUMENTS, FIGURES, make_evidence

CANARY = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
DIED, DOCUMENT = figure_address(FIGURES[1]), document_address(ADELIN.sha256)
PAGES = ("/", "/account", DIED, DOCUMENT, "/coverage")


def _client(evidence: Evidence) -> TestClient:
    return TestClient(create_app(lambda: evidence), base_url="http://127.0.0.1:8000", raise_server_exceptions=False)


@pytest.fixture(scope="module")
def client() -> TestClient:
    return _client(make_evidence())


def _read(client: TestClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.text)


def _rows(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


@pytest.mark.parametrize("address", [*PAGES, "/style.css", "/account.csv", "/coverage.json", "/nowhere", "/figure/none", "/picture/x.svg"])
def test_every_answer_carries_the_policy(client: TestClient, address: str) -> None:
    answer = client.get(address)
    for name, words in HEADERS.items():
        assert answer.headers.get_list(name) == [words], name
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", PAGES)
def test_pages_obey_the_policy_and_link_their_twins(client: TestClient, address: str) -> None:
    page = _read(client, address)
    assert not page.xpath("//script | //style | //*[@style] | //iframe | //form")
    assert not [name for each in page.iter() for name in each.attrib if str(name).startswith("on")]
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["/style.css"]
    twins = [link for link in page.xpath("//header//a/@href") if link.endswith((".csv", ".json"))]
    assert [link.rpartition(".")[0] for link in twins] == [address if address != "/" else "/account"] * 2
    assert [client.get(link).status_code for link in twins] == [200, 200]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_link_inside_leads_somewhere(client: TestClient) -> None:
    waiting, seen = ["/"], set[str]()
    while waiting:
        address = waiting.pop()
        if address in seen or not address.startswith("/"):
            continue
        seen.add(address)
        answer = client.get(address.partition("#")[0])
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            page = html.fromstring(answer.text)
            anchor = address.partition("#")[2]
            assert not anchor or page.xpath(f"//*[@id='{anchor}']"), address
            waiting += page.xpath("//a/@href")
    assert len([each for each in seen if each.startswith("/figure/")]) >= len(FIGURES)


def test_the_account_and_its_twins_agree(client: TestClient) -> None:
    page, rows, twin = _read(client, "/"), _rows(client, "/account.csv"), client.get("/account.json").json()
    shown = {
        row.get("id"): " ".join(row.text_content().split())
        for row in page.xpath("//tbody/tr[contains(@class, 'row')]")
    }  # fmt: skip
    assert len(shown) == len(rows) == len(twin["figures"]) == len(FIGURES)
    for row, plain in zip(rows, twin["figures"], strict=True):
        words = shown[row["address"].rsplit("/", 1)[1]]
        assert row["fate"] in words
        assert row["certainty"] in words
        assert plain["best"] is None or f"{plain['best']:,}" in words
        assert row["best"] == ("" if plain["best"] is None else str(plain["best"]))


def test_a_figure_and_its_twins_agree(client: TestClient) -> None:
    address = figure_address(FIGURES[0])
    page, rows, twin = _read(client, address), _rows(client, f"{address}.csv"), client.get(f"{address}.json").json()
    assert [each.text_content() for each in page.xpath("//blockquote/mark")] == [row["quote"] for row in rows]
    assert (
        [row["claim"] for row in rows] == [each["claim"] for each in (*twin["claims"], *twin["left_out"])] == ["c01", "c15", "c05", "c12"]
    )
    assert [row["left_out"] != "" for row in rows] == [False, False, True, True]
    assert twin["figure"]["best"] == 488
    assert "Left out, and why" in page.text_content()


def test_pictures_and_alternatives_have_addresses_of_their_own() -> None:
    other = Alternative(ABOARD, "died", DAY, "without a statement", ("c02", "c07"), 100, 104, 140, -9, 0.62, "re-weighed")
    client = _client(make_evidence(alternatives=(other,)))
    page = _read(client, DIED)
    assert "up by about 9" in page.text_content() and page.xpath("//*[@id='pulls']")
    for link in (f"{DIED}.pulls.svg", f"{DIED}.says.svg"):
        assert link in page.xpath("//a/@href")
        assert client.get(link).headers["content-type"] == "image/svg+xml"
    (row,) = _rows(client, f"{DIED}.pulls.csv")
    assert (row["claims"], row["best"], row["move"], row["share"]) == ("c02 c07", "104", "-9", "0.62")
    assert client.get(f"{DIED}.json").json()["alternatives"][0]["best"] == 104
    assert _read(client, "/").xpath("//a[starts-with(@href, '/flow/')]")
    for nothing in (f"{DIED}.other.svg", f"{DIED}.says.csv", "/flow/x.svg"):
        assert client.get(nothing).status_code == 404


def test_from_a_figure_to_the_marked_sentence(client: TestClient) -> None:
    page = _read(client, DIED)
    (link,) = [each for each in page.xpath("//a/@href") if each.endswith("#c02")]
    document = _read(client, link.partition("#")[0])
    (mark,) = document.xpath("//mark[@id='c02']")
    assert mark.text_content().lstrip("0123456789") == "the coast guard had counted 112 bodies"
    assert document.xpath("//*[@id='r-c02']//a[@href='#c02']")


def test_a_document_shows_its_whole_text_with_nested_marks(client: TestClient) -> None:
    page = _read(client, DOCUMENT)
    for number in page.xpath("//sup"):
        number.drop_tree()
    assert "".join(each.text_content() for each in page.xpath("//p[@class='said']")) == ADELIN.text
    assert page.xpath("//mark[@id='c03']/mark[@id='c04']")
    twin = client.get(f"{DOCUMENT}.json").json()
    assert twin["document"]["text"] == ADELIN.text
    assert [each["id"] for each in twin["claims"]] == page.xpath("//mark[@id]/@id")
    assert [row["id"] for row in _rows(client, f"{DOCUMENT}.csv")] == page.xpath("//mark[@id]/@id")


def test_coverage_adds_up(client: TestClient) -> None:
    page, rows, twin = _read(client, "/coverage"), _rows(client, "/coverage.csv"), client.get("/coverage.json").json()
    assert len(page.xpath("//table[1]/tbody/tr")) == len(rows) == twin["totals"]["found"] == 8
    assert sum(number for name, number in twin["totals"].items() if name != "found") == 8
    assert "not read: Arabic" in page.text_content()
    assert "the reader stopped" in page.text_content()


def test_the_rest_shows_the_sum_behind_it(client: TestClient) -> None:
    page = _read(client, figure_address(FIGURES[6]))
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//table//tr")]
    assert rows[0] == ["set out", "488", "478–521"]
    assert [row[0] for row in rows[1:-1]] == ["less died", "less detained", "less rescued", "less missing"]
    assert rows[-1] == ["unaccounted for", "46", "2–117"]


def test_the_picture_is_a_file(client: TestClient) -> None:
    (link,) = [each for each in _read(client, "/").xpath("//a/@href") if each.endswith(".svg")][:1]
    answer = client.get(link)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "488 (478–521)" in answer.text


@pytest.mark.parametrize("address", ["/nowhere", "/figure/none", "/document/none", "/document/none.csv", "/picture/none.svg", "/figure/"])
def test_what_is_not_here_has_a_way_back(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert html.fromstring(answer.text).xpath("//main//a[@href='/']")


def test_nothing_is_changed_by_asking(client: TestClient) -> None:
    answer = client.post("/")
    assert answer.status_code == 405
    assert "Back to the account" in answer.text


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True), ("127.0.0.1:8000", True), ("localhost:1", True), ("LOCALHOST", True), ("[::1]", True), ("[::1]:8000", True),
        ("", False), ("evil.example", False), ("127.0.0.1.evil.example", False), ("localhost.evil.example:80", False), ("::1", False),
        ("127.0.0.1:80:80", False), ("127.0.0.1:", False), ("[::1", False), ("localhost:80@evil.example", False), ("127.0.0.1 ", True),
    ],
)  # fmt: skip
def test_only_this_machine_is_answered(client: TestClient, host: str, own: bool) -> None:
    assert is_own_host(host) is own
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == (200 if own else 400)
    assert own or "Halcyon" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def _hostile() -> Evidence:
    text = f"{CANARY} and 40 people died, & {CANARY}\n\nmore {CANARY}"
    document = replace(
        ADELIN, text=text, title=CANARY, name=CANARY, names=(CANARY,), publisher=CANARY, author=CANARY, url="javascript:alert(1)"
    )
    quote = f"40 people died, & {CANARY}"
    start = text.index(quote)
    first = replace(CLAIMS[0], start=start, end=start + len(quote), quote=quote, document_name=CANARY, person=CANARY, actor=CANARY)
    second: Claim = replace(
        first, id="c99", kind="fate", start=start + 3, end=start + len(quote) + 8, quote=text[start + 3 : start + len(quote) + 8]
    )
    evidence = make_evidence()
    flat = tuple(replace(each, source=CANARY, note=CANARY, url="javascript:alert(1)") for each in evidence.flat)
    figures = tuple(replace(each, cohort=CANARY, note=CANARY) for each in FIGURES if each.cohort == ABOARD)
    flat = tuple(replace(each, cohort=CANARY) for each in flat)
    files = tuple(replace(each, name=CANARY, reason=CANARY, remedy=CANARY) for each in evidence.files)
    contradictions = tuple(replace(each, cohort=CANARY, words=CANARY) for each in ACCOUNT.contradictions)
    inferences = tuple(replace(each, cohort=CANARY, words=CANARY) for each in ACCOUNT.inferences)
    return replace(
        evidence, documents=(document, *DOCUMENTS[1:]), claims=(first, second, *CLAIMS[7:16]), flat=flat, files=files, title=CANARY,
        account=replace(ACCOUNT, figures=figures, contradictions=contradictions, inferences=inferences),
    )  # fmt: skip


def test_what_documents_say_stays_text() -> None:
    evidence = _hostile()
    client = _client(evidence)
    for address in ("/", figure_address(evidence.account.figures[0]), DOCUMENT, "/coverage"):
        page = _read(client, address)
        assert not page.xpath("//script | //img | //*[@onerror] | //a[contains(@href, 'javascript')]"), address
        assert CANARY in page.text_content(), address
    page = _read(client, DOCUMENT)
    for number in page.xpath("//sup"):
        number.drop_tree()
    assert "".join(each.text_content() for each in page.xpath("//p[@class='said']")) == evidence.documents[0].text


def test_no_cell_of_a_twin_is_a_formula() -> None:
    evidence = make_evidence()
    formulas = ("=1+1", "+1", "-1", "@x", "\tx", "\rx")
    flat = tuple(replace(each, source=formulas[number % 6], note="=2") for number, each in enumerate(evidence.flat))
    files = tuple(replace(each, name=formulas[number % 6]) for number, each in enumerate(evidence.files))
    client = _client(replace(evidence, flat=flat, files=files))
    for address in ("/account.csv", f"{DIED}.csv", f"{DOCUMENT}.csv", "/coverage.csv"):
        for row in csv.reader(io.StringIO(client.get(address).text, newline="")):
            assert not [cell for cell in row if cell[:1] in tuple("=+-@\t\r")], address
    assert "'=1+1" in client.get("/coverage.csv").text


def test_odd_characters_do_not_break_a_page() -> None:
    odd = "nul \x00, lone \ud800, turned \u202e, line\nbreak"
    evidence = make_evidence()
    documents = tuple(replace(each, title=odd, name=odd) for each in evidence.documents)
    client = _client(replace(evidence, documents=documents, title=odd))
    for address in (*PAGES, f"{DIED}.csv", f"{DIED}.json", f"{DOCUMENT}.json"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert address.endswith((".csv", ".json")) or not set(answer.text) & set("\x00\u202e")


def test_trouble_is_told_without_a_traceback() -> None:
    def mistaken() -> Evidence:
        raise KeyError("secret")

    def refused() -> Evidence:
        raise ProjectError("this project was made by a newer version", "here", "Update unaccounted")

    for load, words in ((mistaken, "a mistake of its own (KeyError)"), (refused, "Update unaccounted")):
        answer = TestClient(create_app(load), base_url="http://localhost", raise_server_exceptions=False).get("/")
        assert answer.status_code == 500
        assert words in answer.text
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert answer.headers.get_list("content-security-policy") == [HEADERS["content-security-policy"]]


def test_pages_follow_the_evidence() -> None:
    held: list[Any] = [make_evidence()]
    client = TestClient(create_app(lambda: held[0]), base_url="http://127.0.0.1")
    assert client.get(DIED).status_code == 200
    held[0] = make_evidence(account=replace(ACCOUNT, figures=FIGURES[:1]))
    assert client.get(DIED).status_code == 404


@pytest.fixture
def served() -> Iterator[str]:
    import uvicorn

    server = uvicorn.Server(uvicorn.Config(create_app(make_evidence), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


def test_a_real_server_on_loopback(served: str) -> None:
    with httpx.Client(trust_env=False) as client:
        answer = client.get(served)
        assert answer.status_code == 200
        assert "The Halcyon" in answer.text
        assert client.get(served, headers={"host": "evil.example"}).status_code == 400
        assert client.get(f"{served}/openapi.json").status_code == 404


@pytest.mark.parametrize("address", ["/figure/nope.json", "/document/nope.json", "/nothing.json"])
def test_a_twin_that_is_not_there_is_answered_in_json(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == answer.json()["status"] == 404
    assert answer.headers["content-type"].startswith("application/json")
    assert "content-security-policy" in answer.headers
    assert answer.json()["what"].startswith("There is no ")
