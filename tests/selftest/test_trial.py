"""The trial: the whole matrix through the real pipeline, and trials that must fail."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.records import write
from tests.selftest.plant import Builder, Plant
from triage.case import Allow, Case, Policy, known_answers
from triage.case.known_answers import dump, load
from triage.cli.check import matrix_lines
from triage.errors import CaseError
from triage.messages import render
from triage.model.items import Check
from triage.model.known_answers import MISSED, Matrix
from triage.selftest import trial
from triage.selftest.documents import HEBREW, LANGUAGES, documents, word

# The trial: the whole matrix through the real pipeline, and trials that must fail.


TEXT = "text (notes, tables, logs, source code)"

pytestmark = pytest.mark.xdist_group("selftest")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the documents and the case of the whole matrix are."""
    return tmp_path_factory.mktemp("selftest")


@pytest.fixture(scope="module")
def whole(made: Path) -> Matrix:
    """The matrix of all documents, made where none is cached; by one reader, so that items have the same numbers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "sched_getaffinity", lambda _: {0})
        patch.setenv("TRIAGE_CACHE", str(made / "cache"))
        patch.setattr(trial, "salt", lambda: "the same in each run")
        return trial.run(made)


def test_nothing_is_missed(whole: Matrix) -> None:
    """Every canary of every format, place and language."""
    assert [(a.format, a.place, a.language) for a in whole.missed] == []
    assert len(whole.answers) > 800 and whole.formats == [document.name for document in documents()]


def test_every_canary_stands_under_its_origin(whole: Matrix) -> None:
    assert [(a.format, a.place, a.said) for a in whole.elsewhere] == []


def test_forbidden_canaries_turn_up_nowhere(whole: Matrix) -> None:
    assert whole.control and whole.leaks == [] and whole.held
    assert len({canary.place for canary in whole.forbidden}) == 5
    assert len(whole.forbidden) == 5 * len(LANGUAGES)


def test_no_forbidden_word_can_stand_in_a_case_by_chance(made: Path, whole: Matrix) -> None:
    """Their ends are looked for, too; one stood where SQLite keeps "...copies" and "item" side by side."""
    with Case.open(made / "case") as case:
        data = b"\n".join(content for _, content in trial._haystacks(case))
    odd, even = trial.LETTERS
    ends = re.findall(f"(?=((?:[{even}][{odd}]){{3}}))|(?=((?:[{odd}][{even}]){{3}}))".encode(), data)
    planted = " ".join(answer.word for answer in whole.answers).encode()
    mine = " ".join(canary.word for canary in whole.forbidden).encode()
    assert [end for pair in ends for end in pair if end and end not in planted and end not in mine] == []


def test_no_canary_ends_so_that_a_number_behind_it_makes_a_forbidden_end(whole: Matrix) -> None:
    """The index puts the number of an item behind a word's end, and such a byte may be a letter."""
    odd, even = trial.LETTERS
    nearly = re.compile(f"(?:[{odd}][{even}]){{2}}[{odd}]$|(?:[{even}][{odd}]){{2}}[{even}]$")
    assert [answer.word for answer in whole.answers if nearly.search(answer.word)] == []


@pytest.mark.nightly
def test_a_case_that_holds_the_words_of_an_earlier_run_tells_of_no_leak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: Matrix
) -> None:
    """A matrix is cached for every case to come, that of the next run's own documents too."""
    monkeypatch.setenv("TRIAGE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(trial, "salt", lambda: "the same")
    few = documents()[:1]
    known_answers.store_in_cache(trial.run(tmp_path / "one", few))
    assert trial.run(tmp_path / "two", few).leaks == []


def test_it_is_quick(whole: Matrix) -> None:
    assert whole.seconds < 60


def test_text_and_json_say_the_same(whole: Matrix) -> None:
    assert load(dump(whole)) == whole
    told = "\n".join(matrix_lines(whole))
    assert f"{len(whole.answers):,} of {len(whole.answers):,} canaries found" in told
    assert "appear in no search, file, database or ledger" in told
    assert "no canaries: other known kinds of files" in told


def _lying(plant: Plant) -> bytes:
    plant("body", "left out", (HEBREW,))
    return f"{plant('body', 'there')} {plant('comment', 'in the body')}".encode()


def test_a_miss_and_a_wrong_origin_are_told(tmp_path: Path) -> None:
    made = trial.run(tmp_path / "kept", [Builder("lying", "a.txt", TEXT, _lying).document()])
    assert [(a.place, a.language) for a in made.missed] == [("left out", HEBREW)]
    assert {(a.place, a.said) for a in made.elsewhere} == {("in the body", "body")}
    assert not made.held and made.cell("lying", "body") == "!" and made.cell("lying", "comment") == "~"
    told = "\n".join(matrix_lines(made))
    assert f"missed: lying, body, left out, Hebrew: {word(HEBREW, 'lying', 'body', 'left out')}" in told
    assert "it was found in body" in told
    assert (tmp_path / "kept" / "case" / "case.db").is_file()


def test_a_leak_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A forbidden word that stands in the open too is seen in search, file and database."""

    def leaking(plant: Plant) -> bytes:
        return f"{plant('body')} {word(HEBREW, 'forbidden', 'a denied folder', 'salt', '0')}".encode()

    monkeypatch.setattr(trial, "salt", lambda: "salt")
    made = trial.run(tmp_path, [Builder("leaking", "a.txt", TEXT, leaking).document()])
    [leak] = made.leaks
    assert leak.place == "a denied folder" and not made.held
    assert any(t.startswith("a search for") for t in leak.traces)
    assert any(t.startswith("case.db") for t in leak.traces) and "the table segment" in leak.traces
    assert any(line.startswith("LEAK") for line in matrix_lines(made))


# With a case


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    monkeypatch.setenv(
        "TRIAGE_CACHE", str(tmp_path / "cache")
    )  # another test's matrix would be taken from the common one
    root = write(tmp_path / "records", {"a.txt": "heron\n"})
    return Case.create(tmp_path / "case", Policy("test", "Rae", (Allow("r", str(root), "Dana"),)))


def _audit(case: Case) -> list[str]:
    return [row[0] for row in case._opened.store.rows("SELECT detail FROM audit WHERE action='known answers'")]


def _known_answers(case: Case) -> Check:
    [check] = [check for check in case.verification.run() if check.name == "known answers"]
    return check


def test_a_case_notes_the_versions_that_read_it_and_takes_the_cached_matrix(case: Case, whole: Matrix) -> None:
    with case:
        assert not case.verification.wants_matrix
        case.index()
        assert case.verification.wants_matrix and len(_audit(case)) == 1
        assert "no matrix stored" in render(_known_answers(case).message)
        known_answers.store_in_cache(whole)
        case.index()
        assert not case.verification.wants_matrix and "canaries-found" in _audit(case)[1]
        last = _known_answers(case)
        assert last.held and "no forbidden one turned up" in render(last.message)
        assert trial.attach(case) is None


def test_the_matrix_is_made_once_for_a_set_of_versions(
    case: Case, monkeypatch: pytest.MonkeyPatch, whole: Matrix
) -> None:
    runs = []

    def run() -> Matrix:
        runs.append(1)
        return whole

    monkeypatch.setattr(trial, "run", run)
    with case:
        case.index()
        assert trial.attach(case) == whole
        assert not case.verification.wants_matrix
    assert known_answers.cached() == whole and runs == [1]


def test_a_case_that_other_versions_read_refuses_the_matrix(
    case: Case, monkeypatch: pytest.MonkeyPatch, whole: Matrix
) -> None:
    other = tuple((n, "1.0" if n == "lxml" else v) for n, v in known_answers.current())
    with case:
        with pytest.raises(CaseError, match="triage index"):
            case.verification.keep_matrix(whole)
        with monkeypatch.context() as before:
            before.setattr(known_answers, "current", lambda: other)
            case.index()
        with pytest.raises(CaseError, match=r"lxml 1\.0 then"):
            case.verification.keep_matrix(whole)
        case.index()
        assert not case.verification.wants_matrix, "nothing was read by these versions"


def test_a_matrix_of_other_versions_is_not_taken_from_the_cache(monkeypatch: pytest.MonkeyPatch, whole: Matrix) -> None:
    known_answers.store_in_cache(whole)
    assert known_answers.cached() == whole
    other = (("triage", "9"), *known_answers.current()[1:])
    monkeypatch.setattr(known_answers, "current", lambda: other)
    assert known_answers.cached() is None


def test_a_damaged_cache_is_as_none(own_cache: Path, whole: Matrix) -> None:
    known_answers.store_in_cache(whole)
    [file] = list(own_cache.rglob("*.json"))
    file.write_text('{"made": 1}', "utf-8")
    assert known_answers.cached() is None
    file.write_bytes(b"\xff")
    assert known_answers.cached() is None


def test_an_outcome_counts_missed_only_where_nothing_was_found(whole: Matrix) -> None:
    assert MISSED not in {a.outcome for a in whole.answers if a.said}


def test_the_cache_lies_where_the_system_keeps_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TRIAGE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert known_answers._folder() == tmp_path / "xdg" / "triage"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert known_answers._folder() == tmp_path / ".cache" / "triage"


# Words planted in denied places: they never look like any that may be read.


PLACES = ("a denied folder", "a file with a denied name", "outside the roots")


def ground(folder: Path, planted: list[str]) -> trial.Ground:
    return trial.Ground(folder / "root", folder / "outside", planted)


def test_every_place_holds_words_of_its_own(tmp_path: Path) -> None:
    made = ground(tmp_path, [])
    assert set(PLACES) <= set(made.words)
    words = [word for place in made.words.values() for word in place]
    assert len(set(words)) == len(words)
    denied = (tmp_path / "root" / "denied" / f"{made.words['a denied folder'][0]}-utf-8.txt").read_text("utf-8")
    assert denied.split() == made.words["a denied folder"]


@pytest.mark.parametrize("shape", ["same", "end inside", "backwards", "beginning"])
def test_no_forbidden_word_looks_like_a_canary_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    monkeypatch.setattr(trial, "salt", lambda: "the same")
    first = ground(tmp_path / "one", []).words["outside the roots"][0]
    like = {"same": first, "end inside": f"ba{first[-6:]}b", "backwards": first[::-1], "beginning": f"{first[:6]}b"}[
        shape
    ]
    other = ground(tmp_path / "two", ["wren", like]).words["outside the roots"][0]
    assert other != first and not any(form in like.encode() for form in trial._forms(other))


@pytest.mark.nightly
def test_over_many_runs_no_word_is_taken_for_a_leak(tmp_path: Path) -> None:
    """One run in a hundred had a word whose end stands in a canary, and told of a leak that was none."""
    planted = [canary.word for document in documents() for canary in document.canaries]
    read = "\n".join(planted).encode()
    for run in range(300):
        for words in ground(tmp_path / str(run), planted).words.values():
            assert not any(trial._stands_in(word, read) for word in words)
