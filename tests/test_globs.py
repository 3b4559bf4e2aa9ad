"""Tests of triage.globs: what globs match, in whatever form a name is written, and in linear time."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from triage.globs import Denials, folded, translated


def matches(glob: str, path: str) -> bool:
    return Denials([("rule", translated(glob).expression)]).rule(path) == "rule"


def by_definition(glob: str, path: str) -> bool:
    """Match a glob as the documentation defines it, trying everything."""
    text = glob.strip("/")
    while text.endswith("/**"):
        text = text[:-3]
    if "/" not in text and not glob.startswith("/"):
        text = "**/" + text
    if glob.startswith("/"):
        text = "/" + text

    @cache
    def fits(g: int, p: int) -> bool:
        if g == len(text):
            return p == len(path) or path[p] == "/"
        if text.startswith("**/", g):
            return fits(g + 3, p) or any(path[i] == "/" and fits(g + 3, i + 1) for i in range(p, len(path)))
        if text.startswith("**", g):
            return any(fits(g + 2, i) for i in range(p, len(path) + 1))
        if text[g] == "*":
            return fits(g + 1, p) or (p < len(path) and path[p] != "/" and fits(g, p + 1))
        return p < len(path) and (text[g] == path[p] or (text[g] == "?" and path[p] != "/")) and fits(g + 1, p + 1)

    return fits(0, 0)


@given(st.text("ab/*?", max_size=12), st.text("ab/", max_size=12))
@example("a**b", "a/xb")
@example("****/b", "ab")
@example("/**", "/a")
def test_a_glob_matches_what_its_definition_says(glob: str, path: str) -> None:
    if glob.strip("/*"):
        assert matches(glob, path) == by_definition(glob, path)


def test_stars_cost_no_time() -> None:
    # Whatever tries more than a few million ways doesn't come to an end here.
    long = "/".join(["a" * 60] * 68)[:4096]
    globs = [
        "*a" * 100 + "b",
        "**/*a" * 50 + "b",
        "**a" * 100 + "b",
        "a*/" * 60 + "b",
        "**" * 100 + "b",
        "*?" * 50 + "b",
    ]
    globs += ["**/" + "a" * 40 + "b", "**/a*a*a*b", "**/" + "a*/" * 30 + "b"]
    for glob in globs:
        for path in (long, "a" * 4096, "a/" * 2048):
            assert not matches(glob, path)


def canonical_caseless(text: str) -> str:
    return normalize("NFD", normalize("NFD", text).casefold())


letters = st.text(
    st.sampled_from("aAeEsSßẞſςσΣιΙ\u0345\u0301\u0308\u0328\u1fb3\u1f80\u1fbe\u0390\u1fd3éÉİıÅ\u212bﬃ\u0149가ᄀ\u1161"),
    min_size=1,
    max_size=6,
)


@given(letters, letters)
@example("ΟΔΟΣ", "οδος")
@example("\u0391\u0345\u0301", "\u0386\u0345")
@example("\u1fb4", "\u03ac\u0399")
@example("straße", "STRASSE")
def test_a_name_is_denied_in_every_form_that_unicode_holds_equal(one: str, other: str) -> None:
    equal = canonical_caseless(one) == canonical_caseless(other)
    assert (folded(one) == folded(other)) == equal
    if equal:
        assert matches(one, other) and matches(one, f"x/{other}/y")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/*?"), min_size=1, max_size=8))
def test_every_writing_of_a_name_is_denied(name: str) -> None:
    for form in ("NFC", "NFD"):
        written = normalize(form, name)
        assert matches(name, written) and matches(name, normalize(form, written.casefold()))


@pytest.mark.parametrize(
    ("glob", "path", "denied"),
    [
        ("stra?e", "straße", True),
        ("stra?e", "STRAẞE", True),
        ("caf?", "cafe\u0301", True),
        ("cafe*", "caf\u00e9.txt", False),
        ("pay\u200broll", "payroll", False),
        ("x/**/**", "y/x", True),
        ("\udce9*", "\udce9t\udce9", True),
    ],
)
def test_letters(glob: str, path: str, denied: bool) -> None:
    assert matches(glob, path) is denied


@pytest.mark.parametrize("path", ["mail.pst ", "mail.PST\u00a0\u3000", "hr \t/mail.pst", "a/mail.pst \u2003/b"])
def test_blanks_at_the_end_of_a_name_get_nothing_past_a_rule(path: str) -> None:
    assert matches("*.pst", path) and matches("hr/**", path) == path.startswith("hr")
    assert not matches("*.pst", "mail.pst .txt") and not matches("a", "  /b")
