"""Bytes to text: exact, with the encoding said; what is no text is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.errors import ReadingError
from unaccounted.collect.decode import decode_bytes

WORDS = "Déjà 30 morts, “many” of them in Łódź.\r\nThe rest came back.\n"
WESTERN = "Thirty men of the Grande Armée came back, “no more” than that, the café owner said.\r\n"
RUSSIAN = "Погибли тридцать человек, остальные вернулись домой.\n"


@pytest.mark.parametrize(
    ("content", "declared", "text", "encoding"),
    [
        (WORDS.encode(), None, WORDS, "utf-8 (checked)"),
        (codecs.BOM_UTF8 + WORDS.encode(), None, WORDS, "utf-8 (byte order mark)"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), None, WORDS, "utf-16-le (byte order mark)"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), None, WORDS, "utf-16-be (byte order mark)"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), None, WORDS, "utf-32-le (byte order mark)"),
        (WORDS.encode("utf-16-le"), None, WORDS, "utf-16-le (by its zero bytes)"),
        (WORDS.encode("utf-16-be"), None, WORDS, "utf-16-be (by its zero bytes)"),
        (WESTERN.encode("cp1252"), None, WESTERN, "windows-1252 (assumed)"),
        (WESTERN.encode("cp1252"), "iso-8859-1", WESTERN, "windows-1252 (declared)"),
        (WESTERN.encode("cp1252"), "utf-8", WESTERN, "windows-1252 (assumed)"),
        (RUSSIAN.encode("koi8-r"), "KOI8-R", RUSSIAN, "koi8-r (declared)"),
        (RUSSIAN.encode(), "windows-1251", RUSSIAN, "utf-8 (checked; declared windows-1251)"),
        (RUSSIAN.encode(), "hex", RUSSIAN, "utf-8 (checked; declared hex)"),
        (b"plain", "utf-16", "plain", "utf-8 (checked)"),
    ],
)
def test_encodings(content: bytes, declared: str | None, text: str, encoding: str) -> None:
    decoded = decode_bytes(content, declared)
    assert (decoded.text, decoded.encoding, decoded.notes) == (text, encoding, ())


def test_a_few_bad_bytes_do_not_turn_all_letters_into_others() -> None:
    decoded = decode_bytes(WORDS.encode() + b"cut \xe9")
    assert decoded.text == WORDS + "cut \ufffd"
    assert decoded.encoding == "utf-8 (damaged)"
    assert "1 place" in decoded.notes[0].words
    assert decoded.notes[0].loss


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\0" * 3000, "nothing but zero bytes"),
        (b"\0", "nothing but zero bytes"),
        (bytes(range(256)) * 8, "binary content"),
        (b"some words and then \0\0\0 zero bytes", "binary content"),
        (b"\x01\x02\x03\x04 words", "binary content"),
        (b"%PDF-1.4\nwords that pretend", "it is a PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (RUSSIAN.encode("cp1251"), "encoding cannot be told"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, what: str) -> None:
    with pytest.raises(ReadingError) as raised:
        decode_bytes(content)
    assert what in raised.value.what
    assert raised.value.remedy


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1))
def test_utf8_comes_out_as_it_went_in(text: str) -> None:
    content = text.encode()
    if content.startswith(codecs.BOM_UTF8) or text.startswith(("PAR1", "BZh")):
        return
    assert decode_bytes(content).text == text


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    try:
        decoded = decode_bytes(content)
    except ReadingError:
        return
    decoded.text.encode("utf-8")
