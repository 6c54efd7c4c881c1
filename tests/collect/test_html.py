"""HTML: no word that the page shows is lost, none that it hides is used unsaid, at any depth."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unaccounted.base.errors import ReadingError
from unaccounted.collect.html import read_html


def _text(page: str) -> str:
    return read_html(page.encode()).text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One\n  two<p>three", "One two\n\nthree"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<p>30<b>0</b> killed", "300 killed"),
        ("<span>30</span> <span>killed</span>", "30 killed"),
        ("<p>a<br>b<br><br>c", "a\nb\n\nc"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<figure><img alt='unseen'><figcaption>12 saved</figcaption></figure>", "12 saved"),
        ("<table><caption>Toll</caption><tr><th>Place<th>Dead<tr><td>Upper<td>20</table>end", "Toll\n\nPlace | Dead\nUpper | 20\n\nend"),
        ("<table><tr><td><p>Upper</p></td> <td><div>20</div></td></tr></table>", "Upper | 20"),
        ("<table><tr><td>a</td><td></td><td>c</td></tr></table>", "a |  | c"),
        ("<table><tr><td colspan=2>a</td><td>c</td></tr></table>", "a |  | c"),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", "One.\n\nTwo."),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table><td>d</table>", "a | b | c | d"),
        ("<pre>a  b\n c</pre>d", "a  b\n c\n\nd"),
        ("<p>20<sup>1</sup> of 10<sup>2</sup>, the 3<sup>rd</sup> CO<sub>2</sub>", "20¹ of 10², the 3rd CO₂"),
        ("<p><q>none</q> came", "“none” came"),
        ("<p>casu\u00adalties of 5&nbsp;000", "casualties of 5\u00a0000"),
        ("<p>a &lt;b&gt; &amp; c &eacute; &#8212; x < y", "a <b> & c é — x < y"),
        ("<form><p>Thirty died</p><input value=no><button>Send</button></form>", "Thirty died"),
        ("<nav>Home</nav><p>Thirty died</p><footer>(c)</footer><div role=navigation>More</div>", "Thirty died"),
        ("<p>Thirty died<script>var x='<p>no</p>'</script><style>p{}</style><noscript>no</noscript><template>no</template>", "Thirty died"),
        ("<svg><title>no</title><text>30</text></svg>", "30"),
        ("<p>a</p><script src='x'/></script><p>b</p>", "a\n\nb"),
        ("text without any tag but <b>this</b>", "text without any tag but this"),
        ("<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Thirty</p></body></html>", "Thirty"),
        ("<p>one</p></body></html><p>after the end</p>", "one\n\nafter the end"),
        ("<p>zero\0inside", "zero\ufffdinside"),
    ],
)
def test_words(page: str, text: str) -> None:
    assert _text("<!-- x -->" * 400 + page) == text


@pytest.mark.parametrize(
    ("page", "note"),
    [
        ("<p>a</p><p hidden>two words</p>", "2 words in hidden parts"),
        ("<p>a</p><p style='color:red; DISPLAY : none'>one</p>", "1 word in hidden parts"),
        ("<p>a</p><p style='visibility:hidden'>x<script>y z</script></p>", "1 word in hidden parts"),
        ("<p>a <del>40</del> 43</p>", "1 word struck out"),
        ("<p>a</p><footer>many more words than the body has</footer>", "more than in the page's body"),
        ("<p>a</p><!-- <p>lost</p>", "never closed"),
        ("<p>a</p><script>x <p>lost</p>", "never closed"),
        ("<p>a</p><textarea><p>lost</p>", "never closed"),
    ],
)
def test_what_is_left_out_is_said(page: str, note: str) -> None:
    layer = read_html(page.encode())
    assert layer.text.startswith("a")
    assert "lost" not in layer.text
    assert any(note in each.words and each.loss and each.remedy for each in layer.notes)


@pytest.mark.parametrize(
    "page", ["<p>a</p><p hidden></p>", "<p>a</p><div hidden><script>x y</script><img></div>", "<p>a b c</p><nav>x</nav>"]
)
def test_what_hides_no_words_is_not_said(page: str) -> None:
    assert read_html(page.encode()).notes == ()


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote", "a", "sup", "q", "p"])
def test_nesting_of_any_depth(tag: str) -> None:
    closing = "".join(f"</{each}>" for each in reversed(tag.replace(">", "").split("<")))
    text = _text(f"<p>First.</p>{f'<{tag}>' * 100_000}thirty killed{closing * 100_000}<p>Last.</p>")
    assert "thirty killed" in text
    assert text.startswith("First.")
    assert text.endswith("Last.")


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p> </p>", "<div id=root></div><script>fill()</script>", "<img alt='thirty killed'>", "<p>--</p>"]
)
def test_a_page_without_words_is_refused(page: str) -> None:
    with pytest.raises(ReadingError, match="no words"):
        read_html(page.encode())


@pytest.mark.parametrize(
    "declared", ['<meta charset="windows-1251">', '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">']
)
def test_the_declared_encoding(declared: str) -> None:
    layer = read_html(f"<html><head>{declared}</head><body><p>Погибли тридцать человек".encode("cp1251"))
    assert (layer.text, layer.encoding) == ("Погибли тридцать человек", "windows-1251 (declared)")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["<p>", "</p>", "<td>", "</td>", "<tr>", "</table>", "<table>", "<pre>", "</pre>", "<sup>", "</sup>", "<b", "&#x", "<br>"]
            ),
            st.sampled_from(
                ["</div>", "<div hidden>", "<q>", "</q>", "<!--", "-->", "<nav>", "</nav>", "<li/>", "<x:y>", "&amp", "<td colspan=9999>"]
            ),
            st.text(max_size=5),
        ),
        max_size=40,
    )
)
def test_any_soup_is_read_or_refused(pieces: list[str]) -> None:
    content = "".join(pieces).encode("utf-8", "replace")
    try:
        layer = read_html(content)
    except ReadingError:
        return
    assert layer.text == layer.text.strip()
    assert layer == read_html(content)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "div", "b", "td", "li", "h2", "figcaption", "i", "section"]), st.integers(0, 99999)), min_size=1
    )
)
def test_every_number_shown_is_in_the_text_once(parts: list[tuple[str, int]]) -> None:
    layer = read_html("".join(f"<{tag}>n{number} </{tag}>" for tag, number in parts).encode())
    assert [word for word in layer.text.split() if word != "|"] == [f"n{number}" for _, number in parts]
