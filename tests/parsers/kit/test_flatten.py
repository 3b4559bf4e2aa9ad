"""Tags taken out of HTML whose nesting or size is hostile."""

from __future__ import annotations

from triage.parsers.kit.html_text import flat_segments, is_bomb


def _texts(html: str) -> dict[str, str]:
    return {segment.origin: segment.text for segment in flat_segments(html)}


def test_tags_become_line_ends_or_nothing() -> None:
    assert _texts("<div>fal<b>c</b>on</div><p>x &amp; y")["body"] == "falcon\nx & y"


def test_scripts_are_left_out_and_values_and_comments_kept() -> None:
    texts = _texts("a<script>var x</script><a href='http://x.test' title=\"tip\">b</a><!-- note -->")
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
