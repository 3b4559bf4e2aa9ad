"""Tests of triage.insight.order.api: an order hides nothing, explains itself, and leaves no trace of a seal."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import apsw
import pytest

from tests.faults import KILL, Fault, Faults
from tests.records import case_of, mail
from triage.case import Case
from triage.errors import CaseError
from triage.insight.order import storage
from triage.insight.order.ranking import counted, packed
from triage.model.items import ItemNo, ListedPlace

WHO = "Rae Counsel"
TOPIC = "turbine heron bearing vibration gearbox rotor".split()
OTHER = "lunch budget holiday printer parking coffee invoice travel hotel badge".split()
QUERIES = ("", "turbine", "is:untagged", "tag:relevant", "from:dana", "lunch OR budget", "NOT rotor", "is:sealed")


def records() -> dict[str, bytes | str]:
    """Return forty mails, every fourth about a machine, and a file without words."""
    random, files = Random(3), dict[str, bytes | str]()
    for at in range(40):
        about = TOPIC if at % 4 == 0 else OTHER
        body = " ".join([*random.choices(about, k=8), "please", "call", f"only{at}"])
        sender = "Noa Bar <noa@orrin.example>" if at % 4 == 0 else "Dana Levi <dana@orrin.example>"
        files[f"dana/{at:02}.eml"] = mail(
            f"Note {about[at % 6]}", body, sender=sender, message_id=f"<{at}@orrin.example>"
        )
    return files | {"dana/empty.txt": ""}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with case_of(tmp_path_factory.mktemp("ordering"), records()) as case:
        return case.path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Case]:
    """A case in which a few of the mails are coded."""
    shutil.copytree(made, tmp_path / "case")
    with Case.open(tmp_path / "case") as opened:
        opened.decisions.tag(found(opened, "turbine")[:3], "relevant", WHO, "key")
        opened.decisions.tag(found(opened, "lunch NOT turbine")[:6], "not-relevant", WHO, "key")
        yield opened


def found(case: Case, query: str) -> tuple[ItemNo, ...]:
    return case.search.run(query).nos


def kept(case: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(apsw.Connection(str(case / "derived" / "item-words.db"))) as db:
        return list(db.execute(sql))


@pytest.mark.nightly
def test_the_items_shown_are_the_items_searched(case: Case) -> None:
    case.decisions.seal(found(case, "only7"), "customer content", WHO, "key")
    for query in QUERIES:
        nos = found(case, query)
        ranked = case.reports.insight.ordering.order(nos)
        assert sorted(ranked.nos) == sorted(nos) and len(ranked.scores) == len(nos)
    ranked = case.reports.insight.ordering.order(found(case, ""))
    without = [no for no, score in zip(ranked.nos, ranked.scores, strict=True) if score is None]
    assert set(without) == {*found(case, "is:sealed")} and list(ranked.nos[-len(without) :]) == without
    assert set(ranked.nos[:10]) == set(found(case, "from:noa")), "what is like the relevant items comes first"


@pytest.mark.nightly
def test_what_a_query_hides_is_hidden_and_decisions_stay(case: Case) -> None:
    before = case.status()
    ordering = case.reports.insight.ordering
    ordering.order(found(case, "lunch"), ordering.target(["turbine"]))
    assert case.status() == before


def test_people_alone_teach_and_not_what_followed_or_is_disputed(case: Case) -> None:
    ordering, nos = case.reports.insight.ordering, found(case, "")
    assert (ranking := ordering.order(nos).ranking).relevant == 3 and ranking.not_relevant == 6
    case.decisions.tag(found(case, "tag:relevant")[:1], "not-relevant", "Omar Said", "key")
    assert (ranking := ordering.order(nos).ranking).relevant == 2 and ranking.not_relevant == 6


def test_two_copies_with_the_same_decisions_show_the_same_order(case: Case, tmp_path: Path) -> None:
    """One of them has read the same files in another order, so that its items have other numbers."""
    rows = case.search.rows(found(case, ""))
    root = Path(case.scope.policy.allow[0].path)
    with Case.create(tmp_path / "other", case.scope.policy) as other:
        other.index([root / "dana" / f"{at}.eml" for at in range(20, 30)])
        other.index()
        numbers = {row.id: row.no for row in other.search.rows(found(other, ""))}
        for tag in ("not-relevant", "relevant"):
            tagged = [numbers[row.id] for row in rows if row.no in found(case, f"tag:{tag}")]
            other.decisions.tag(tagged, tag, WHO, "key")
        mine, theirs = (one.reports.insight.ordering.order(found(one, "")) for one in (case, other))
        ids = {row.no: row.id for row in rows}
        assert [numbers[ids[no]] for no in mine.nos] == list(theirs.nos) and mine.nos != theirs.nos
        assert mine.scores == theirs.scores and mine.ranking.digest == theirs.ranking.digest


def test_an_item_is_explained_by_its_words_and_people(case: Case) -> None:
    ordering = case.reports.insight.ordering
    first, last = ordering.explain([ordering.order(found(case, "")).nos[0], *found(case, "only1")])
    assert first.score is not None and first.score > 0 and last.score is not None and last.score < first.score
    named = {word for word, _ in first.speaking_for}
    assert named & {*TOPIC, "from noa@orrin.example"} and first.speaking_for[0][1] > 0
    assert {word for word, _ in last.speaking_against} & {*OTHER, "from dana@orrin.example"}


def test_it_is_refused_while_a_sample_is_judged_blind(case: Case) -> None:
    ordering, nos = case.reports.insight.ordering, found(case, "")
    case.search.blind = True
    for ask in (ordering.order, ordering.explain, ordering.review):
        with pytest.raises(CaseError, match="blind sample"):
            ask(nos)
    with pytest.raises(CaseError, match="blind sample"):
        ordering.update()
    case.search.blind = False
    assert ordering.order(nos).nos


def test_there_is_nothing_to_learn_from_without_decisions_and_words(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made, tmp_path / "case")
    with Case.open(tmp_path / "case") as case:
        ordering, nos = case.reports.insight.ordering, found(case, "")
        with pytest.raises(CaseError, match="nothing to learn from"):
            ordering.order(nos)
        case.search.save("machines", "rotor OR gearb*", WHO)
        (tmp_path / "terms.txt").write_text("bearing\n")
        target = ordering.target(["NOT lunch AND heron"], saved=["machines"], terms=tmp_path / "terms.txt")
        assert target.words == ("heron", "rotor", "gearbox", "bearing")
        assert set(ordering.order(nos, target).nos[:6]) <= set(found(case, "from:noa"))
        with pytest.raises(CaseError, match="no saved search"):
            ordering.target(saved=["nothing"])
        with pytest.raises(CaseError, match="both relevant and not"):
            ordering.target(relevant=["hot"], not_relevant=["hot"])


def test_a_seal_leaves_no_trace_and_deletes_what_learned_from_it(case: Case) -> None:
    ordering = case.reports.insight.ordering
    target = ordering.target(["only0 OR turbine"])
    ordering.order(found(case, ""), target)
    (no,) = found(case, "only0")
    ((before,),) = kept(case.path, f"SELECT columns FROM words WHERE item={no}")
    assert len(storage.rankings(case._opened.store)) == 1
    row_id = case.search.rows([no])[0].id
    case.decisions.seal([no], "customer content", WHO, "key")
    for path in (case.path / "derived").iterdir():
        data = path.read_bytes()
        assert not [trace for trace in (b"turbine", b"only0", before, row_id.encode()) if trace in data]  # type: ignore[operator]
    assert storage.rankings(case._opened.store) == []
    again = ordering.order(found(case, ""), target)
    assert again.ranking.relevant == 2 and again.nos[-1] in {no, *found(case, "type:txt")}
    assert kept(case.path, f"SELECT count(*) FROM words WHERE item={no}") == [(0,)]
    assert b"only0" not in (case.path / "derived" / "item-words.db").read_bytes()


def test_verify_makes_a_ranking_again(case: Case) -> None:
    def check() -> list[tuple[bool, str]]:
        return [(c.held, c.message.key) for c in case.verification.run() if c.name == "ranking"]

    assert check() == []
    ordering = case.reports.insight.ordering
    ordering.order(found(case, ""))
    case.decisions.tag(found(case, "only8"), "relevant", WHO, "key")  # later decisions don't count
    case.decisions.tag(found(case, "tag:not-relevant")[:1], "relevant", WHO, "key")
    assert check() == [(True, "rankings-replayed")]
    case._opened.store.db.execute("UPDATE meta SET value=json_set(value, '$.digest', 'aa') WHERE key GLOB 'ranking/*'")
    assert check() == [(False, "ranking-differs")]


def test_what_was_read_before_is_not_read_again_and_damage_is_mended(case: Case) -> None:
    read = []
    nos = found(case, "")
    first = case.reports.insight.ordering.order(nos)
    with Case.open(case.path) as again:
        again.reports.insight.ordering.update(lambda done, total: read.append(total))
        assert read == [] and again.reports.insight.ordering.order(nos) == first
    (case.path / "derived" / "item-words.db").write_bytes(b"no database" * 2_000)
    with Case.open(case.path) as again:
        again.reports.insight.ordering.update(lambda done, total: read.append(total))
        assert max(read) == len(nos) and again.reports.insight.ordering.order(nos) == first


def test_words_that_are_kept_in_portions_are_those_of_all_items(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.insight.order.api._MOST_WAITING", 500)
    nos, store = found(case, ""), case._opened.store
    before = store.audit_head()[0]
    ranked = case.reports.insight.ordering.order(nos)
    assert store.audit_head()[0] > before + 2, "one row of the audit for each portion"
    assert kept(case.path, "SELECT count(*) FROM words") == [(len(nos),)]
    shutil.rmtree(case.path / "derived")
    monkeypatch.undo()
    with Case.open(case.path) as again:
        assert again.reports.insight.ordering.order(nos) == ranked


def test_a_case_that_is_only_read_is_ordered_too(case: Case) -> None:
    nos = found(case, "")
    with Case.open(case.path, read_only=True) as reader:
        ranked = reader.reports.insight.ordering.order(nos)
        assert not (case.path / "derived").exists()
    assert ranked == case.reports.insight.ordering.order(nos)
    with Case.open(case.path, read_only=True) as reader:
        reader.reports.insight.ordering.update(lambda *_: pytest.fail("nothing is left to read"))
        assert reader.reports.insight.ordering.order(nos) == ranked


def test_another_model_is_due_after_a_tenth_more_decisions(case: Case) -> None:
    ordering, target = case.reports.insight.ordering, case.reports.insight.ordering.target()
    assert ordering.is_due(target)
    ordering.order(found(case, ""), target)
    assert not ordering.is_due(target)
    case.decisions.tag(found(case, "is:untagged")[:10], "not-relevant", WHO, "key")
    assert ordering.is_due(target)


def test_the_review_counts_copies_once_and_own_decisions_alone(case: Case) -> None:
    ordering = case.reports.insight.ordering
    curve = ordering.review(found(case, ""))
    assert (curve.in_order, curve.read, curve.coded) == (0, 0, 9), "nobody has read any of them"
    for query, tag in (("tag:relevant", "relevant"), ("tag:not-relevant", "not-relevant")):
        for place, no in enumerate(coded := found(case, query), 1):
            case.search.showing(case.search.item(no), WHO, ListedPlace(place, 0, "", max(found(case, ""))))
        case.decisions.untag(coded, tag, WHO, "key")
        case.decisions.tag(coded, tag, WHO, "key")
    curve = ordering.review(found(case, ""))
    assert (curve.read, curve.relevant, curve.misses, curve.points[-1]) == (9, 3, 6, (9, 3)) and not curve.enough
    assert ordering.review(found(case, "turbine")).relevant == 3
    coverage = case.reports.coverage
    assert coverage().review == curve and coverage(within="rotor AND NOT rotor").review is None
    assert coverage("lunch", within="lunch").review == ordering.review(found(case, "lunch"))
    case.search.blind = True
    assert case.reports.coverage().review is None
    case.search.blind = False
    for share in (0, 1.5):
        with pytest.raises(CaseError, match="between 0 and 1"):
            ordering.review([], recall=share)


@pytest.mark.nightly
def test_after_a_kill_what_is_kept_is_whole_or_made_again(made: Path, tmp_path: Path, under: Faults) -> None:
    folder, words = tmp_path / "case", ("order", tmp_path / "case", "--only-read")
    written = (folder / "derived", folder / "case.db-wal")
    shutil.copytree(made, folder)
    calls = under.calls(Fault(written), *words)
    for at in range(1, calls + 1, max(1, calls // 12)):
        shutil.rmtree(folder)
        shutil.copytree(made, folder)
        assert under.run(Fault(written, at=at, mode=KILL), *words).code == -signal.SIGKILL
        with Case.open(folder) as case:
            assert case.reports.insight.ordering.update()
            with storage.rows(case._opened.store) as stored:
                rows = list(stored)
            for no, columns, counts in rows:
                item = case.search.item(no)
                texts = [(s.origin, s.text) for s in item.segments]
                texts += [("subject", item.row.subject), ("from", item.row.sender), ("to", ", ".join(item.to))]
                assert (columns, counts) == packed(counted(texts))
            assert len(rows) == len(found(case, ""))
