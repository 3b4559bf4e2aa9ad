"""Text of HTML pages: shown, hidden, in attributes and in comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from triage.model.items import Segment
from triage.parsers.kit.html_text import (
    BACKGROUND,
    GONE,
    INVISIBLE,
    WHITE,
    ZERO,
    flags_of,
    flat_segments,
    html_segments,
    is_bomb,
    is_hidden,
)
from triage.text import LEVEL, RAISED, indexed, spellings


def _texts(html: str) -> dict[str, str]:
    return {segment.origin: segment.text for segment in html_segments(html)}


@pytest.mark.parametrize(
    ("html", "body"),
    [
        ("fal<b>c</b>on", "falcon"),
        ("<div>one</div>two", "one\ntwo"),
        ("one<div>two</div>", "one\ntwo"),
        ("<p>one<p>two", "one\n\ntwo"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>", "1\t2\n3\t4"),
        ("<ul><li>x<li>y</ul>", "x\ny"),
        ("a \n  b&nbsp;c", "a b c"),
        ("<b>a</b> <i>b</i>", "a b"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("&lt;x&gt; &eacute;&#1488;&#x5d1;", "<x> éאב"),
        ("a<script>var x</script><style>p{}</style>b", "ab"),
        ("<img alt='the logo'>x", "the logo x"),
        ("<select><option>red<option>blue</select>", "red\nblue"),
        ("<input value='in a box'><button value=b>press</button>", "in a box b press"),
        ("a<link rel=stylesheet href=x>b", "ab"),
        ("<noscript>shown in mail</noscript>", "shown in mail"),
        ("<p>שלום<span>&rlm;</span>", "שלום\u200f"),
        ("foo<span style='display:none'>x</span>bar", "foobar"),
        ("foo<div style='display:none'>x<p>y</p></div>bar", "foobar"),
    ],
)
def test_shown_text(html: str, body: str) -> None:
    assert _texts(html)["body"] == body


@pytest.mark.parametrize(
    "html",
    [
        "<div style='display: none !important'>secret</div>",
        "<div hidden><p>secret</p></div>",
        "<span style='visibility:hidden'>secret</span>",
        "<span style='font-size:0px'>secret</span>",
        "<span style='opacity:0'>secret</span>",
        "<span style='mso-hide:all'>secret</span>",
        "<font color='#FFFFFF'>secret</font>",
        "<span style='color: rgb(255, 255, 255)'>secret</span>",
        "<body bgcolor=white><span style='color:white'>secret</span></body>",
        "<div style='max-height:0;overflow:hidden'>secret</div>",
        "<div style='text-indent:-9999px'>secret</div>",
        "<style>.x{display:none}</style><p class=x>secret</p>",
        "<template><p>secret</p></template>",
        "<input type=hidden value=secret>",
        "<!-- secret -->",
        "<a title=secret>x</a>",
        "<!--[if mso]><p style='x'>secret</p><![endif]-->",
    ],
)
def test_text_that_is_not_drawn_is_hidden(html: str) -> None:
    texts = _texts(f"<p>shown</p>{html}<p>after</p>")
    assert "secret" in texts["hidden"]
    assert "secret" not in texts["body"]
    assert "shown" in texts["body"] and "after" in texts["body"]


@pytest.mark.parametrize(
    "html",
    [
        "<td style='font-size:0'><span style='font-size:14px'>seen</span></td>",
        "<table bgcolor=#003366><tr><td><font color=white>seen</font></td></tr></table>",
        "<div style='background:#000'><p style='color:#fff'>seen</p></div>",
        "<div style='visibility:hidden'><b style='visibility:visible'>seen</b></div>",
        "<style>@media print{.x{display:none}}</style><p class=x>seen</p>",
        "<style>.x{display:none}</style><p class=x style='display:block'>seen</p>",
    ],
)
def test_text_that_is_drawn_after_all_is_body(html: str) -> None:
    assert _texts(html)["body"] == "seen"


def test_addresses_are_hidden_text_unless_the_text_shows_them() -> None:
    texts = _texts(
        "<a href='http://evil.test/q'>bank.test</a> <a href='https://ok.test/'>ok.test</a> <a href='#top'>t</a>"
    )
    assert texts["hidden"] == "http://evil.test/q"
    assert _texts("<img src='http://t.test/p.gif'>x<form action='http://f.test'></form>")["hidden"].split() == [
        "http://t.test/p.gif",
        "http://f.test",
    ]


SETTINGS = "<!--[if gte mso 9]><xml><o:Pixels>96</o:Pixels></xml><![endif]--><!--[if !mso]><!-->"
TITLE = "<head><title>Q &amp; A</title><meta name=author content='Dana Levi'></head><body>x"
CONDITIONS = "<p>one<![if !supportLists]>two<![endif]><!--[if mso]>three<![endif]--></p>"
AROUND = "<?xml version='1.0'?><!-- first --><html><body>seen</body></html><!-- last -->"
HIDDEN = "a<span hidden>be</span><b hidden>tween</b>b<span style='display:none'>us</span>c"
RUBY = "<p>a <ruby>秘<rp>(</rp><rt>ひ</rt><rp>)</rp>密<rt>みつ</rt></ruby>計画</p>"


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        (TITLE, {"body": "x", "properties": "Q & A\nDana Levi"}),
        (CONDITIONS, {"body": "onetwo", "hidden": "three"}),
        (f"<!--StartFragment-->{SETTINGS}<p>x</p><!--<![endif]--><!--EndFragment-->", {"body": "x"}),
        (AROUND, {"body": "seen", "hidden": "first\nlast"}),
        (HIDDEN, {"body": "abc", "hidden": "between\nus"}),
        (RUBY, {"body": "a 秘密計画", "alternative": "ひみつ"}),
    ],
    ids=["title and meta", "conditions", "Office's settings", "comments around", "hidden apart", "ruby"],
)
def test_texts_by_origin(html: str, texts: dict[str, str]) -> None:
    assert _texts(html) == texts
    assert {s.origin: s.text for s in html_segments(html, "deleted")} == {
        "deleted" if origin == "body" else origin: text for origin, text in texts.items()
    }


def test_nothing_gives_nothing() -> None:
    assert html_segments("") == html_segments("  \n") == html_segments("<p></p>") == []


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "canary",
        "<b>" * 100_000 + "canary",
        "".join(f"<font id={n}>" for n in range(900)) + "<p>x</p>" * 5000 + "canary",
        "<a " + " ".join(f"a{n}=1" for n in range(100_000)) + ">canary",
        "<table><tr><td>" * 20_000 + "canary",
        "<!--" * 50_000 + "-->canary",
        "<p>" + " " * 2_000_000 + "canary",
        "<style>" + "{" * 300_000 + "</style>canary",
        "<style>display" + "a" * 400_000 + "</style>canary",
        "<div style='" + ";" * 500_000 + "'>canary",
        "&" * 500_000 + " canary",
        "".join(f"<a href=http://x.test/{n}>y</a> " for n in range(20_000)) + "canary",
    ],
    ids=range(12),
)
def test_pages_made_to_hurt_are_read_in_time(html: str) -> None:
    with counted() as effort:
        segments = html_segments(html)
    assert effort.steps < 6_000_000
    assert any("canary" in segment.text for segment in segments)


@given(st.text(alphabet="<>/ab!-=\"' divptable&;\n\ud800\0", max_size=200))
def test_never_raises(html: str) -> None:
    for segment in html_segments(html):
        assert segment.text


def test_hidden_words_between_shown_ones_stay_apart() -> None:
    hide = '<font color="#ffffff">{}</font>'.format
    page = f"{hide('one')}x{hide('two')} <p>{hide('three')}</p><p>{hide('four')}</p>{hide('fi')}{hide('ve')}"
    assert html_segments(page)[1] == Segment("hidden", "one\ntwo\nthree\nfour\nfive")


@pytest.mark.parametrize(
    "html",
    ["quillback<sup>1</sup> x", 'quillback<span style="vertical-align: super">1</span> x', "quillback<sub>1</sub> x"],
)
def test_what_stands_small_is_marked(html: str) -> None:
    assert _texts(html) == {"body": f"quillback{RAISED}1{LEVEL} x"}
    assert list(spellings(indexed(_texts(html)["body"]).split()[0])) == ["quillback1", "quillback"]


# Tags taken out of HTML whose nesting or size is hostile.


def _flat_texts(html: str) -> dict[str, str]:
    return {segment.origin: segment.text for segment in flat_segments(html)}


def test_tags_become_line_ends_or_nothing() -> None:
    assert _flat_texts("<div>fal<b>c</b>on</div><p>x &amp; y")["body"] == "falcon\nx & y"


def test_scripts_are_left_out_and_values_and_comments_kept() -> None:
    texts = _flat_texts("a<script>var x</script><a href='http://x.test' title=\"tip\">b</a><!-- note -->")
    assert texts["body"].split() == ["a", "b"]
    assert texts["hidden"].split("\n") == ["http://x.test", "tip", " note "]


def test_ordinary_pages_are_no_bombs() -> None:
    row = "<tr><td><p>x</p></td><td><a href='http://x.test/?a=1&b=2'>y</a></td></tr>"
    assert not is_bomb("<table>" + row * 2000 + "</table>")
    assert not is_bomb("<p>" + "word " * 100_000 + "</p>")
    assert not is_bomb("<img src='data:image/png;base64," + "A" * 100_000 + "'>")
    assert not is_bomb("<li>x" * 5000)


def test_depth_number_and_size_of_tags_are_bombs() -> None:
    assert is_bomb("<div>" * 4000)
    assert is_bomb("<div></span>" * 4000)
    assert is_bomb("<p>x" * 900_000)
    assert is_bomb("<a " + "b " * 20_000 + ">")


# Styles that hide text: which text a reader doesn't see.


@pytest.mark.parametrize(
    ("attributes", "sets"),
    [
        ({"color": "ffffff"}, WHITE),
        ({"bgcolor": "navy"}, BACKGROUND),
        ({"hidden": None}, GONE),
        ({"style": "display:none"}, GONE),
        ({"style": "DISPLAY : NONE"}, GONE),
        ({"style": "visibility:hidden;color:red"}, INVISIBLE),
        ({"style": "font-size:0"}, ZERO),
        ({"style": "font-size:0.0em"}, ZERO),
        ({"style": "font-size:10px"}, 0),
        ({"style": "color:#FFF"}, WHITE),
        ({"style": "background:#000"}, BACKGROUND),
        ({"style": "background-color:white"}, 0),
        ({"style": "height:0;overflow:hidden"}, GONE),
        ({"style": "height:0"}, 0),
        ({"style": "nonsense"}, 0),
    ],
)
def test_styles(attributes: dict[str, str | None], sets: int) -> None:
    assert flags_of(attributes)[0] == sets


def test_white_needs_a_background_to_be_seen() -> None:
    assert is_hidden(WHITE) and not is_hidden(WHITE | BACKGROUND) and not is_hidden(BACKGROUND)
