"""Tests of triage.messages: sentences survive the database and the airlock, and nothing else passes for one."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage import errors
from triage.errors import CaseError, EarlyEndError, FormatError, reason
from triage.messages import PLAIN, TEMPLATES, decode, encode, fields, joined, plain, render, say
from triage.model.messages import Message
from triage.selftest.documents import FOLDER

ROOT = Path(say.__code__.co_filename).parents[2]
SOURCES = [path.read_text("utf-8") for name in ("triage", "ui") for path in (ROOT / name).rglob("*.py")]
TABLES = [
    path.read_text("utf-8").split()
    for name in ("triage", "ui")
    for path in (ROOT / name).rglob("*.t[sx][vt]")
    if path.parent != FOLDER  # documents in many character sets
]
SOURCE = "\n".join([*SOURCES, *(f'"{cell}"' for table in TABLES for cell in table)])
KEYS = TEMPLATES.keys() - {PLAIN}
SAYING = {"say", "trouble", "damage", "_wrong", "Wrong", "Unreadable", *vars(errors)}
OWN = {"start", "end", "mend"}
"""What errors of a query take besides the values of their sentence."""
TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
VALUES = st.one_of(TEXTS, st.integers(-(10**9), 10**9), TEXTS.map(plain))


@pytest.mark.parametrize("key", sorted(KEYS))
def test_a_template_names_its_values_and_is_used(key: str) -> None:
    assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(TEMPLATES[key]))
    assert f'"{key}"' in SOURCE, "no code says this"
    assert render(say(key, **dict.fromkeys(fields(key), 1)))


def test_no_key_has_two_templates() -> None:
    files = (ROOT / "triage" / "messages").glob("*.json")
    keys = [key for file in files for key, _ in json.loads(file.read_bytes(), object_pairs_hook=list)]
    assert sorted(keys) == sorted(TEMPLATES)


def test_whoever_says_a_sentence_names_its_values() -> None:
    calls = [node for source in SOURCES for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    said = [(key, {k.arg for k in call.keywords} - OWN) for call in calls for key in _keys(call)]
    assert len(said) > 500
    assert [(key, names) for key, names in said if names != fields(key).keys()] == []


def _keys(call: ast.Call) -> list[str]:
    """Return the literal keys with which a call says something: two where a condition chooses, none for most calls."""
    attribute = isinstance(call.func, ast.Attribute)
    name = getattr(call.func, "attr" if attribute else "id", "")
    at = {"trouble": 1, "damage": 0}.get(name) if attribute else 0
    if at is None or len(call.args) <= at or name not in SAYING:
        return []
    chosen = call.args[at]
    ends = (chosen.body, chosen.orelse) if isinstance(chosen, ast.IfExp) else (chosen,)
    return [end.value for end in ends if isinstance(end, ast.Constant) and end.value in KEYS]


@given(st.sampled_from(sorted(TEMPLATES)), st.data())
def test_a_sentence_comes_back_as_it_was(key: str, data: st.DataObject) -> None:
    said = say(key, **{name: data.draw(VALUES) for name in fields(key) if not fields(key)[name]} | _numbers(key))
    assert decode(encode(said)) == said
    assert render(decode(encode(said))) == render(said)


def _numbers(key: str) -> dict[str, int]:
    return {name: 1234 for name, specification in fields(key).items() if specification}


def test_a_sentence_that_an_older_version_stored_is_shown_as_it_is() -> None:
    assert render(decode("It holds {no} text.")) == "It holds {no} text."
    assert render(decode('["quoted", "start"] of a line')) == '["quoted", "start"] of a line'


@pytest.mark.parametrize(
    "untrusted",
    [
        ["no-such-key", {}],
        ["attachment-trouble", {"name": "a"}],
        ["attachment-trouble", {"name": "a", "trouble": "b", "more": "c"}],
        ["attachment-trouble", {"name": "a", "trouble": None}],
        ["attachment-trouble", ["a", "b"]],
        ["attachment-trouble"],
    ],
)
def test_what_is_no_sentence_of_ours_is_text(untrusted: object) -> None:
    text = json.dumps(untrusted)
    assert decode(text) == plain(text)


def test_sentences_inside_sentences_end_somewhere() -> None:
    deep: Message = plain("x")
    for _ in range(50):
        deep = say("name-and-trouble", name="a", trouble=deep)
    assert decode(encode(deep)).key == PLAIN


def test_sentences_are_joined_in_their_order() -> None:
    for count in range(40):
        said = joined("two-clauses", [plain(str(number)) for number in range(count)])
        assert render(said) == "; ".join(map(str, range(count)))
        assert decode(encode(said)) == said or count > 32


def test_wrong_values_are_refused() -> None:
    with pytest.raises(LookupError):
        say("attachment-trouble", name="a")
    with pytest.raises(LookupError):
        CaseError("attachment-trouble", name="a", trouble="b", more="c")


def test_an_exception_with_a_sentence_gives_it_and_any_other_its_text() -> None:
    ours = say("archive-broken", error=FormatError("lzw-first-code"))
    assert dict(ours.values) == {"error": say("lzw-first-code")}
    assert render(ours) == "The archive can't be unpacked further (the first code isn't a byte)."
    assert dict(say("archive-broken", error=ValueError("their words")).values) == {"error": "their words"}
    assert reason(EarlyEndError("packed-ends-early"), 5) == say("packed-ends-early")
    assert reason(ValueError("their words"), 5) == "ValueError: their"


def test_texts_are_marked_and_numbers_are_not() -> None:
    said = say("name-and-trouble", name="a", trouble=say("attachment-trouble", name="b", trouble=3))
    assert render(said, mark=lambda text: f"<{text}>") == "<a>: Attachment <b>: 3"
    assert render(said, {"name-and-trouble": "{trouble} ({name})"}.get) == "Attachment b: 3 (a)"  # type: ignore[arg-type]
