"""Evidence that names nobody: nothing personal left, quotes still stand, cohorts still apart."""

from __future__ import annotations

from dataclasses import asdict, replace

from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.accounts import Account
from unaccounted.base.records import Claim, Document, FlatClaim
from unaccounted.base.spans import check_grounding
from unaccounted.show.evidence import Evidence
from unaccounted.show.names import fold_word, split_words
from unaccounted.show.redaction import WITHHELD, list_protected, withhold_names

from .world import ABOARD, ADELIN, FIGURES, INQUIRY, figure, make_claim, make_evidence


def test_nothing_personal_is_left() -> None:
    evidence = make_evidence(title="What Varga left behind")
    plain = withhold_names(evidence)
    assert list_protected(evidence) == ("Captain Varga", "Teodor Varga")
    assert list_protected(plain) == ()
    words = {word for text in _strings(plain) for word, _, _ in split_words(text)}
    assert not words & {"teodor", "varga"}
    assert plain.title == f"What {WITHHELD} left behind"
    assert {claim.id for claim in evidence.claims} - {claim.id for claim in plain.claims} == {"p01"}


def test_quotes_stand_at_their_new_offsets() -> None:
    plain = withhold_names(make_evidence())
    for claim in plain.claims:
        document = plain.document(claim.document)
        assert document is not None
        check_grounding(document.text, claim.start, claim.end, claim.quote)
    moved = plain.claim("c11")
    assert moved is not None
    assert moved.quote.endswith(f"Mr {WITHHELD}'s sister among them")


def test_all_else_stays() -> None:
    evidence = make_evidence()
    plain = withhold_names(evidence)
    assert plain.account.figures == FIGURES
    assert plain.flat == evidence.flat
    brandt = next(flat for flat in plain.flat if flat.id == "c08")
    assert brandt.source == "Gen. Ilse Brandt", "a source that nobody speaks of stays"
    assert [each.name for each in plain.files if each.status == "skipped"] == [f"{WITHHELD}-interview.pdf", "sailors.txt"]


def test_a_source_of_whom_a_claim_speaks_is_withheld() -> None:
    spoken_of = make_claim("p02", INQUIRY, "the inquiry said", "identity", person="Ilse Brandt")
    evidence = make_evidence()
    plain = withhold_names(replace(evidence, claims=(*evidence.claims, spoken_of)))
    assert next(flat for flat in plain.flat if flat.id == "c08").source == f"Gen. {WITHHELD}"


def test_cohorts_called_by_names_stay_apart() -> None:
    labels = ("Varga's watch", "Teodor's watch")
    figures = tuple(figure(label, "died", (1, 2, 3), "exit", 1, str(number)) for number, label in enumerate(labels))
    flat = tuple(FlatClaim(str(number), label, "died", best=2) for number, label in enumerate(labels))
    plain = withhold_names(make_evidence(account=Account(figures), flat=flat))
    assert [each.cohort for each in plain.account.figures] == [f"{WITHHELD}'s watch", f"{WITHHELD}'s watch (2)"]
    assert [each.cohort for each in plain.flat] == [each.cohort for each in plain.account.figures]


def test_an_address_with_a_name_in_it_goes() -> None:
    urls = ("https://example.org/%56arga-drowned", "https://example.org/ferry")
    flat = tuple(FlatClaim(url, ABOARD, "died", best=2, url=url) for url in urls)
    assert [each.url for each in withhold_names(make_evidence(flat=flat)).flat] == [None, urls[1]]


@given(st.lists(st.sampled_from(["Teodor", "VARGA", " ", "40 died", ".\n", "at sea", "-"]), min_size=1, max_size=14), st.data())
def test_offsets_move_with_the_text(pieces: list[str], draw: st.DataObject) -> None:
    text = "".join(pieces)
    start = draw.draw(st.integers(0, len(text) - 1))
    end = draw.draw(st.integers(start + 1, len(text)))
    document = Document("d", "d.txt", ("d.txt",), "d", None, "text", "utf-8", text)
    person = Claim("p", "d", "d.txt", "fate", 0, 1, text[:1], person="Teodor Varga", fate="died")
    claim = Claim("c", "d", "d.txt", "count", start, end, text[start:end], fate="died", best=40)
    plain = withhold_names(Evidence(Account(()), claims=(person, claim), documents=(document,)))
    (kept,), (redacted,) = plain.claims, plain.documents
    check_grounding(redacted.text, kept.start, kept.end, kept.quote)
    assert text[start:end].count("40 died") == kept.quote.count("40 died")
    assert not {"teodor", "varga"} & {fold_word(word) for word, _, _ in split_words(redacted.text)}


def _strings(node: object) -> list[str]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict):
        return [each for value in node.values() for each in _strings(value)]
    if isinstance(node, (list, tuple)):
        return [each for value in node for each in _strings(value)]
    if isinstance(node, Evidence):
        names = ("flat", "claims", "documents", "claim_links", "entities", "links", "files", "failures", "title")
        return _strings([_plain(getattr(node, name)) for name in names]) + _strings(node.account.to_dict())
    return []


def _plain(node: object) -> object:
    return [asdict(each) for each in node] if isinstance(node, tuple) else node


def test_the_strings_of_evidence_are_all_looked_at() -> None:
    assert any("Teodor Varga" in text for text in _strings(make_evidence()))
    assert ADELIN.text in _strings(make_evidence())
