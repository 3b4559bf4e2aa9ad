"""Tests of triage.review.exchange: a decision file is whole or refused, and every field of it is checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.review.copies import copy, nos, original, state, unsigned
from tests.review.people import unseal
from triage.case import Case
from triage.case.team import adopt
from triage.errors import DecisionError, TriageError
from triage.messages import render
from triage.proof.keys import verifies
from triage.review import exchange
from triage.review.exchange import check_file
from triage.store import signatures


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("exchange"))


@pytest.fixture(scope="module")
def lines(base: Path) -> list[bytes]:
    with copy(base, "writer") as case:
        case.decisions.tag(nos(case)[:2], "hot", "Omar", "key")
        case.decisions.note(nos(case)[0], "two\nlines", "Omar", "key")
        case.decisions.undo("Omar")
        case.team.batches.create("common", "First", "Omar")
        case.team.batches.check_out("First", "Omar")
        case.team.samples.draw("common", "Check", "Omar", size=2, seed="s")
        case.team.samples.judge("Check", case.team.samples.named("Check").items[:1], "relevant", "Omar")
        said = case.team.export_decisions(base.parent / "written.jsonl")
        with pytest.raises(DecisionError, match="nothing is overwritten"):
            case.team.export_decisions(base.parent / "written.jsonl")
    assert (said.decisions, said.batches, said.samples, said.steps) == (4, 1, 1, 2)
    return (base.parent / "written.jsonl").read_bytes().splitlines()


def sealed(records: list[Any], folder: Path) -> Path:
    """Write records as a file with a seal that fits, as a forger would."""
    chain, path = exchange.Chain(), folder / "forged.jsonl"
    with path.open("wb") as file:
        for record in records[:-1]:
            exchange._put(file, chain, record)
        exchange._put(file, exchange.Chain(), {"kind": "end", "records": len(records) - 2, "seal": chain.hex})
    return path


def test_a_file_is_merged_and_written_alike(base: Path, lines: list[bytes], tmp_path: Path) -> None:
    with copy(base, "reader") as case:
        said = case.team.merge(base.parent / "written.jsonl", "Rae")
        assert (said.other, said.added, said.same_case) == ("writer", 8, True)
        again = case.team.export_decisions(tmp_path / "again.jsonl")
        assert (again.decisions, again.steps) == (4, 2)
        assert (tmp_path / "again.jsonl").read_bytes().splitlines()[1:5] == lines[1:5], "decisions as they came"
        with Case.open(base.parent / "writer") as writer:
            assert state(writer) == state(case)


@pytest.mark.parametrize(
    "note", ["bell \x07, form \x0c feed", "nul \x00 inside", "\u202eright to left", "x" * 20_000, "a\r\nb"]
)
def test_what_can_be_written_here_can_be_merged_there(base: Path, tmp_path: Path, note: str) -> None:
    with copy(base, "writer\u202e2\x07") as case, copy(base, "reader") as reader:
        no = nos(case)[0]
        case.decisions.note(no, note, "Omar \u202e[31m " + "o" * 180, "key")
        case.decisions.tag([no], "ta\x07g", "Omar", "key")
        case.decisions.seal([no], "why \x07", "Omar", "key")
        case.team.batches.create('custodian:dana OR "a\tb"', "B", "Omar")
        case.team.samples.draw("common OR\ncustodian:dana", "S", "Omar", size=1, seed="s\x07")
        case.team.export_decisions(tmp_path / "f.jsonl")
        reader.team.merge(tmp_path / "f.jsonl", "Rae")
        assert state(reader) == state(case)
        with pytest.raises(DecisionError, match="reviewer's name"):
            case.decisions.tag([no], "hot", "x" * 201, "key")
        with pytest.raises(DecisionError, match="A seed has at most"):
            case.team.samples.draw("common", "T", "Omar", size=1, seed="s" * 201)


def test_the_seal_is_compared_with_the_one_that_was_told(base: Path, lines: list[bytes]) -> None:
    seal = json.loads(lines[-1])["seal"]
    with copy(base, "reader") as case:
        with pytest.raises(DecisionError, match="not the one that was stated"):
            case.team.merge(base.parent / "written.jsonl", "Rae", seal="0" * 64)
        assert case.status().tags == ()
        assert case.team.merge(base.parent / "written.jsonl", "Rae", seal=f" {seal.upper()} ").added == 8


@pytest.mark.parametrize("which", range(13))
def test_a_changed_line_is_seen(base: Path, lines: list[bytes], tmp_path: Path, which: int) -> None:
    assert len(lines) == 13
    for changed in (lines[:which] + lines[which + 1 :], [*lines[:which], lines[which], *lines[which:]]):
        path = tmp_path / "changed.jsonl"
        path.write_bytes(b"\n".join(changed) + b"\n")
        with copy(base, "reader") as case:
            before = case._opened.store.audit_head()
            with pytest.raises(DecisionError, match=r"Nothing was imported|was changed"):
                case.team.merge(path, "Rae")
            assert case._opened.store.audit_head() == before and case.status().tags == ()


_DECISION = 1
WRONG: list[tuple[int, str, Any]] = [
    (0, "version", 3),
    (0, "case", "x" * 301),
    (0, "case", "a\x1b[2J"),
    (0, "more", ""),
    (_DECISION, "kind", "poison"),
    (_DECISION, "event", "x.0"),
    (_DECISION, "event", "a" * 32 + ".99999999"),
    (_DECISION, "item", "../../etc"),
    (_DECISION, "item", 7),
    (_DECISION, "action", "drop"),
    (_DECISION, "action", ["tag"]),
    (_DECISION, "value", 'a"b'),
    (_DECISION, "value", "x" * 81),
    (_DECISION, "value", ""),
    (_DECISION, "value", "\ud83d"),
    (_DECISION, "reviewer", ""),
    (_DECISION, "reviewer", "x" * 201),
    (_DECISION, "reviewer", None),
    (_DECISION, "time", "2023-05-02"),
    (_DECISION, "time", "2023-13-02T10:00:00.000Z"),
    (_DECISION, "time", "9999-01-01T00:00:00.000Z"),
    (_DECISION, "how", "x" * 21),
    (_DECISION, "undoes", "1"),
    (_DECISION, "derived", "1"),
    (_DECISION, "more", "1"),
    (5, "what", "trap"),
    (5, "items", ["0" * 20, "0" * 20]),
    (5, "items", []),
    (5, "items", {"a": 1}),
    (5, "name", "a*"),
    (5, "detail", {"blind": True}),
    (6, "detail", {"blind": 1, "population": 6, "reading": "", "seed": ""}),
    (6, "detail", {"blind": True, "population": 1, "reading": "", "seed": ""}),
    (7, "action", "steal"),
    (7, "list", "1"),
    (8, "value", "perhaps"),
    (10, "ids", "[]"),
    (10, "ids", "[" * 100_000),
    (10, "statement", "[" * 5_000),
]


@pytest.mark.parametrize(("line", "field", "value"), WRONG)
def test_a_wrong_field_is_refused_with_its_line(
    base: Path, lines: list[bytes], tmp_path: Path, line: int, field: str, value: Any
) -> None:
    records = [json.loads(text) for text in lines]
    assert records[1]["action"] == "tag" and records[5]["what"] == "batch" and records[6]["what"] == "sample"
    assert records[7]["action"] == "take" and records[8]["action"] == "judge" and records[10]["kind"] == "signature"
    records[line][field] = value
    with copy(base, "reader") as case:
        with pytest.raises(DecisionError, match=rf"line {line + 1}: .*Nothing was imported"):
            case.team.merge(sealed(records, tmp_path), "Rae")
        assert case.status().tags == () and case.team.batches.all() == [] and case.team.samples.all() == []


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"{}\n", b"[]\n", b"[" * 100_000 + b"\n", b'{"kind":"triage merge","version":1}\n', b"\x00\xff\n"],
)
def test_what_is_no_decision_file(base: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.jsonl").write_bytes(data)
    with copy(base, "reader") as case, pytest.raises(DecisionError, match="line 1"):
        case.team.merge(tmp_path / "x.jsonl", "Rae")


def test_a_line_without_end_is_bounded(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MOST_LINE", 1000)
    (tmp_path / "x.jsonl").write_bytes(b'"' + b"x" * 5000 + b'"\n')
    with copy(base, "reader") as case, pytest.raises(DecisionError, match="the line is too long"):
        case.team.merge(tmp_path / "x.jsonl", "Rae")


def test_a_known_decision_in_other_words_is_refused(base: Path, lines: list[bytes], tmp_path: Path) -> None:
    records = [json.loads(text) for text in lines]
    records[1]["value"] = "relevant"
    with Case.open(base.parent / "writer") as case:
        before = state(case)
        with pytest.raises(DecisionError, match="differently there than here"):
            case.team.merge(sealed(records, tmp_path), "Rae")
        assert state(case) == before
    records[2] = records[1]
    with copy(base, "reader") as case, pytest.raises(DecisionError, match="twice"):
        case.team.merge(sealed(records, tmp_path), "Rae")


def test_nobody_takes_back_what_another_decided(base: Path, lines: list[bytes], tmp_path: Path) -> None:
    records = [json.loads(text) for text in lines]
    (undo,) = [r for r in records if r.get("undoes")]
    undo["reviewer"] = "Mallory"
    with copy(base, "reader") as case:
        with pytest.raises(DecisionError, match=r"by Mallory .* undoes what somebody else decided"):
            case.team.merge(sealed(records, tmp_path), "Rae")
        case.decisions.tag(nos(case)[:1], "hot", "Rae", "key")
        step = str(case._opened.store.value("SELECT event FROM decision")).partition(".")[0]
        undo["undoes"] = step
        with pytest.raises(DecisionError, match="undoes what somebody else decided"):
            case.team.merge(sealed(records, tmp_path), "Rae")
        assert case.search.rows(nos(case)[:1])[0].tags == ("hot",)


@pytest.mark.parametrize("forged", ["no request", "same person", "undo"])
def test_nobody_opens_a_seal_alone(base: Path, tmp_path: Path, forged: str) -> None:
    with copy(base, "sealer") as case:
        no = case.search.run("word2").nos[0]
        case.decisions.seal([no], "customer content", "Kim", "key")
        unseal(case, no, "by mistake", asking="Omar", granting="Rae")
        approver = case.team.roster().approver
        case.team.export_decisions(tmp_path / "whole.jsonl")
    records = [json.loads(text) for text in (tmp_path / "whole.jsonl").read_bytes().splitlines()]
    (ask,) = [r for r in records if r.get("action") == "ask-unseal"]
    (opened,) = [r for r in records if r.get("action") == "unseal"]
    (shut,) = [r for r in records if r.get("action") == "seal"]
    if forged == "no request":
        records.remove(ask)
    elif forged == "same person":
        opened["reviewer"] = "omar"
    else:
        ask.update(action="untag", value="x", undoes=shut["event"].partition(".")[0])
    with copy(base, "reader") as case:
        with pytest.raises(DecisionError, match=r"had asked to open|takes two people"):
            case.team.merge(sealed(records, tmp_path), "Rae")
        assert (
            not case.decisions.seals()
            and case.team.merge(tmp_path / "whole.jsonl", "Rae", approver=approver).added == 5
        )
        assert not case.decisions.seals() and case.search.run("word2").total == 1


def test_an_undo_of_a_step_that_nobody_has_waits(base: Path, lines: list[bytes], tmp_path: Path) -> None:
    records = [r for text in lines if (r := json.loads(text))["kind"] != "signature"]
    (undo,) = [r for r in records if r.get("undoes")]
    undo["undoes"] = "f" * 32
    with copy(base, "reader") as case:
        report = case.team.merge(sealed(records, tmp_path), "Rae", unsigned=True)
        assert report.aside == 1 and case.search.run('note:"two"').total == 1
        before = case._opened.store.audit_head()
        assert adopt(case._opened) == 0 and case._opened.store.audit_head() == before, "it goes on waiting"
        assert all(check.held for check in case.verification.run())


@settings(max_examples=examples(40))
@given(st.data())
def test_any_bytes_are_merged_or_refused(base: Path, lines: list[bytes], data: st.DataObject) -> None:
    whole = bytearray(b"\n".join(lines) + b"\n")
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = base.parent / "mutated.jsonl"
    path.write_bytes(bytes(whole))
    try:
        offer = exchange.DecisionLines(path)
        try:
            list(offer.records())
            check_file(offer, verifies, unsigned=False)
        finally:
            offer.close()
    except TriageError:
        return
    assert bytes(whole) == b"\n".join(lines) + b"\n"


def test_signatures_come_along_and_are_handed_on(base: Path, lines: list[bytes], tmp_path: Path) -> None:
    with copy(base, "reader") as reader, copy(base, "third") as third:
        reader.team.merge(base.parent / "written.jsonl", "Rae")
        reader.team.export_decisions(tmp_path / "on.jsonl")
        third.team.merge(tmp_path / "on.jsonl", "Dana")
        for case in (reader, third):
            taken = {
                signature.step: signature.key for signature in signatures.every(case._opened.store) if signature.taken
            }
            assert taken == {r["step"]: r["key"] for text in lines if (r := json.loads(text))["kind"] == "signature"}
            checks = {check.name: check.held for check in case.verification.run()}
            assert checks["signatures"] and checks["content"]
        assert len({signature.key for signature in signatures.every(third._opened.store)}) == 2


def test_what_is_not_as_it_was_signed_is_refused(base: Path, lines: list[bytes], tmp_path: Path) -> None:
    records = [json.loads(text) for text in lines]
    for at, field, value in ((1, "value", "cold"), (1, "reviewer", "Mallory"), (2, "item", records[3]["item"] + "x")):
        forged = [{**record} for record in records]
        forged[at][field] = value[:20] if field != "item" else forged[at]["item"][::-1]
        with copy(base, "reader") as case, pytest.raises(DecisionError, match=r"isn't what was signed|undoes what"):
            case.team.merge(sealed(forged, tmp_path), "Rae", unsigned=True)
    wrong = [*lines[:-1], json.dumps(records[-1] | {"signature": "A" * 86 + "=="}).encode(), b""]
    (tmp_path / "wrong.jsonl").write_bytes(b"\n".join(wrong))
    with copy(base, "reader") as case, pytest.raises(DecisionError, match="signature on the file of 'writer'"):
        case.team.merge(tmp_path / "wrong.jsonl", "Rae", unsigned=True)


def test_what_is_not_signed_never_seals(base: Path, tmp_path: Path) -> None:
    with copy(base, "writer") as case:
        unsigned(case)
        case.decisions.tag(nos(case)[:1], "hot", "Omar", "key")
        case.decisions.seal(nos(case)[1:2], "customer content", "Omar", "key")
        case.team.export_decisions(tmp_path / "f.jsonl")
    with copy(base, "reader") as case:
        with pytest.raises(DecisionError, match="aren't signed"):
            case.team.merge(tmp_path / "f.jsonl", "Rae")
        report = case.team.merge(tmp_path / "f.jsonl", "Rae", unsigned=True)
        assert report.added == 1 and "2 decisions were left out" in render(report.notes[0])
        assert case.status().tags == (("hot", 1),) and not case.decisions.seals()
        case.decisions.note(nos(case)[0], "a note", "Rae", "key")
        assert [decision.way for decision in case.decisions.history(nos(case)[0])] == ["key, unsigned", "key"]
        assert all(check.held for check in case.verification.run())
