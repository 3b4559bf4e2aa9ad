"""Mail HTML made harmless: nothing that could be fetched or run is left, every word is, and every part is small."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import TIMES, counted
from triage.sandbox.render import html
from triage.sandbox.render.html import harmless

HOSTILE = """<html><head><title>t</title><link rel=stylesheet href=http://x.example/a.css><base href=http://x.example>
<meta http-equiv=refresh content="0;url=http://x.example"><style>@import url(http://x.example/b.css);</style></head>
<body background=http://x.example/c.png onload=alert(1)><p style="background:url(file:///etc/passwd)">one</p>
<img src=http://x.example/d.png alt=logo><iframe src=http://x.example>two</iframe><object data=http://x.example>x</object>
<form action=http://x.example><input value=three><button>four</button></form><svg><image href=http://x.example/></svg>
<video src=http://x.example poster=http://x.example></video><script>alert(2)</script>
<div style="display:none">five</div><table background=http://x.example/e.png><tr><td>six</table></body></html>"""


def words(parts: list[str]) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", "".join(parts)).split())


def test_nothing_that_could_be_fetched_or_run_is_left() -> None:
    parts, notes = harmless(HOSTILE)
    markup = "".join(parts)
    assert "x.example" not in markup
    assert not re.search(r"\b(src|style|background|on\w+|action|poster|data|content)\s*=", markup)
    assert not re.search(r"<(img|link|meta|base|script|style|iframe|object|form|input|svg|video|body|head)", markup)
    assert notes == ["pictures"]


def test_every_word_is_kept_and_hidden_text_is_shown() -> None:
    parts, _ = harmless(HOSTILE)
    assert [word for word in words(parts).split() if word in ("one", "four", "five", "six")] == [
        "one",
        "four",
        "five",
        "six",
    ]
    assert "[logo]" in words(parts)


def test_a_link_keeps_its_address_as_text_only() -> None:
    parts, _ = harmless('<a href="javascript:alert(1)&quot;><script>" onclick=x target=_top>go</a>')
    assert parts == ['<div><a href="javascript:alert(1)&quot;&gt;&lt;script&gt;">go</a></div>']


def test_text_that_looks_like_markup_stays_text() -> None:
    parts, _ = harmless("a &lt;img src=x&gt; b<![CDATA[c]]><!-- d -->")
    assert "&lt;img src=x&gt;" in parts[0]
    assert "<img" not in parts[0]


def deepest(markup: str) -> int:
    depth = most = 0
    for tag in re.findall(r"<(/?)table", markup):
        depth += -1 if tag else 1
        most = max(most, depth)
    return most


def test_tables_nested_past_six_become_flat() -> None:
    parts, notes = harmless("<table><tr><td>x" * 1000)
    assert max(map(deepest, parts)) <= html.DEEPEST_TABLE
    assert "tables" in notes
    assert words(parts).split() == ["x"] * 1000
    parts, notes = harmless("<table><tr><td>x" * 6)
    assert deepest(parts[0]) == 6
    assert notes == []


def test_much_text_in_nested_tables_keeps_fewer_levels() -> None:
    parts, notes = harmless("<table><tr><td>" * 6 + "word " * 2000)
    assert max(map(deepest, parts)) < 6
    assert "tables" in notes
    for part in parts:
        depth = cost = 0
        for closing, text in re.findall(r"<(/?)table|([^<>]+)(?=<)", part):
            depth += 0 if text else -1 if closing else 1
            cost += len(text) << depth
        assert cost < 2 * html._DEAREST


def test_a_large_page_comes_in_parts_that_are_closed_and_open_again() -> None:
    parts, _ = harmless("<table><tr><td><b>" + "heron " * 10_000)
    assert len(parts) > 3
    for part in parts:
        assert len(part) < 2 * html._PART
        assert part.count("<table") == part.count("</table>") == 1
        assert part.count("<b>") == part.count("</b>") == 1
    assert words(parts).split() == ["heron"] * 10_000


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize(
    ("tags", "count", "letters"),
    [("<table><tr><td>x", 100, 100_000), ("<div>", 2000, 1), ("<p>hi <b>x</b>", 6000, 0), ("<ul><li>a", 500, 0)],
)
def test_a_hostile_page_is_done_soon(tags: str, count: int, letters: int, times: int) -> None:
    page = tags * count * times + "y" * letters * times
    with counted() as effort:
        parts, _ = harmless(page)
        assert parts
    assert effort.steps < 30 * len(page)


@given(st.text(alphabet="<>/=\"' abtdrhple!-&;#x", max_size=400))
def test_any_text_gives_balanced_markup_of_known_tags(text: str) -> None:
    for part in harmless(text)[0]:
        open_: list[str] = []
        for closing, name in re.findall(r"<(/?)([a-z0-9]+)", part):
            assert name in html._KEPT | {"div"}
            if name in html._VOID:
                continue
            if closing:
                assert open_.pop() == name
            else:
                open_.append(name)
        assert not open_


def test_tables_that_run_from_right_to_left_stand_on_the_right() -> None:
    cell = "<tr><td>x</td></tr></table>"
    for page, right in (
        (f"<body dir=rtl><table>{cell}</body>", True),
        (f"<table dir=RTL>{cell}", True),
        (f"<body dir=rtl><div dir=ltr><table>{cell}</div></body>", False),
        (f"<body dir=rtl><table align=left>{cell}</body>", False),
        (f"<table>{cell}", False),
    ):
        assert ('<table align="right"' in harmless(page)[0][0]) == right, page
