"""Sources that are read once more: what was decided stays with its content, however the members are counted now."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sample_corpus.archive import zip_of
from tests.parsers.archive_builders import aes_member, deflated
from tests.records import scope, write
from tests.sandbox.liar import part
from triage.case import Case
from triage.indexing.identify import StaleItems
from triage.model.items import ItemNo, Row
from triage.store.records import ItemIdentity, Member

SECRETS = ("open-sesame-77", "close-sesame-78")
LONG = b" " + b" ".join(b"%x" % bits for bits in map(random.Random(1).getrandbits, [40] * 110_000))
"""A text of more than a megabyte."""


def case_over(folder: Path, box: bytes, batch: int) -> Case:
    """Return a case over one archive that is read so many items at a time, by one reader."""
    root = write(folder / "records", {"dana/box.zip": box})
    with Case.create(folder / "case", scope(root)) as case:
        (case.path / "settings.toml").write_text(f"workers = 1\nbatch_items = {batch}\n")
    return Case.open(folder / "case")


def found(case: Case, *words: str) -> dict[str, list[Row]]:
    return {word: list(case.search.run(word, limit=None).rows) for word in words}


@pytest.mark.nightly
@pytest.mark.parametrize(("batch", "more"), [(1, LONG), (1000, b"")], ids=["in batches", "at once"])
def test_what_a_password_opens_takes_no_other_member_s_place(tmp_path: Path, batch: int, more: bytes) -> None:
    """Members that stayed closed were no items, so that those after them have other numbers once they open.

    Texts of more than a megabyte come from the reader in several pieces, so that they are stored in several batches.
    """
    locked = aes_member("locked.txt", b"kestrel" + more, SECRETS[0])
    open_ = (deflated(f"{name}.txt", word + more) for name, word in (("a", b"heron"), ("c", b"egret"), ("d", b"stork")))
    first, *others = open_
    with case_over(tmp_path, zip_of(first, locked, *others), batch) as case:
        case.index()
        before = found(case, "heron", "egret", "stork")
        case.decisions.tag([before["egret"][0].no], "hot", "Rae", "key")
        steps = "SELECT count(*) FROM audit WHERE action='items'"
        stored = case._opened.store.value(steps)
        case.index(retry=["encrypted"], passwords=SECRETS)
        assert (case._opened.store.value(steps) - stored > 2) == (batch == 1)
        after = found(case, "heron", "kestrel", "egret", "stork")
        assert {word: [row.name for row in rows] for word, rows in after.items()} == {
            "heron": ["a.txt"],
            "kestrel": ["locked.txt"],
            "egret": ["c.txt"],
            "stork": ["d.txt"],
        }
        for word, (row,) in before.items():
            assert (after[word][0].no, after[word][0].id) == (row.no, row.id)
        assert [rows[0].tags for rows in after.values()] == [(), (), ("hot",), ()]
        case.index(retry=["password"], passwords=["another"])
        assert found(case, "heron", "kestrel", "egret", "stork") == after
        assert case.originals.read_bytes(after["stork"][0].no, 0, 5, "Rae").data == b"stork"
        assert all(check.held for check in case.verification.run()) and case.status().adds_up


@pytest.mark.parametrize("first", [(), SECRETS], ids=["closed first", "open first"])
def test_a_run_that_goes_on_with_other_passwords_loses_nothing(tmp_path: Path, first: tuple[str, ...]) -> None:
    locked = aes_member("locked.txt", b"kestrel", SECRETS[0])
    box = zip_of(deflated("a.txt", b"heron"), locked, deflated("c.txt", b"egret"), deflated("d.txt", b"stork"))
    with case_over(tmp_path, box, 1) as case:
        case.index(passwords=first)
        before = found(case, "heron", "egret", "stork", "kestrel")
        with case._opened.store.change("test", "kill"):  # as if it had been killed right then
            case._opened.store.db.execute("UPDATE source SET state='reading'; DELETE FROM run")
            case._opened.store.set_meta("passwords", "1" if first else "")
        case.index(passwords=SECRETS if not first else ())
        after = found(case, "heron", "egret", "stork", "kestrel")
        names = [[row.name for row in rows] for rows in after.values()]
        assert names == [["a.txt"], ["c.txt"], ["d.txt"], ["locked.txt"]]
        assert all(after[word][0].no == rows[0].no for word, rows in before.items() if rows)
        assert case.status().items == 5


def test_what_a_limit_has_kept_back_is_the_same_item_once_it_may_be_extracted(tmp_path: Path) -> None:
    bulky = deflated("bulky.txt", b"osprey " + random.Random(1).randbytes(2 << 20).hex().encode())
    with case_over(tmp_path, zip_of(deflated("a.txt", b"heron"), bulky, deflated("c.txt", b"egret")), 1000) as case:
        (case.path / "settings.toml").write_text("workers = 1\nlimit_item_mb = 1\n")
    with Case.open(tmp_path / "case") as case:
        case.index()
        ((kept,),) = found(case, "problem:not-extracted").values()
        case.decisions.tag([kept.no], "hot", "Rae", "key")
        (case.path / "settings.toml").write_text("workers = 1\n")
    with Case.open(tmp_path / "case") as case:
        case.index(retry=["not-extracted"])
        assert [(row.no, row.name, row.tags) for row in found(case, "osprey")["osprey"]] == [
            (kept.no, "bulky.txt", ("hot",))
        ]
        assert not case.search.run("problem:not-extracted").nos and case.status().items == 4
        (case.path / "settings.toml").write_text("workers = 1\nlimit_item_mb = 1\n")
    with Case.open(tmp_path / "case") as case:
        case._opened.store.db.execute("UPDATE source SET state='outdated'")
        assert case.index().indexed == 1
        assert case.search.run("osprey").nos == (kept.no,), "what was read once isn't let go"


def test_a_reading_that_was_killed_while_members_were_renumbered_goes_on() -> None:
    """What stood in the way of another item is out of place, and what lies in it still has the numbers of before."""
    known = {
        "": ("", None, "box.zip"),
        "0": ("a", 1, "a.txt"),
        "-3": ("b", 1, "b.zip"),
        "1.0": ("c", 3, "c.txt"),
        "1": ("d", 1, "locked.zip"),
    }
    members = {member: Member(member, n, 1, "", None, "", "") for n, member in ((1, ""), (2, "0"), (3, "-3"))}
    members |= {member: Member(member, n, 1, "", None, "", "") for n, member in ((4, "1.0"), (5, "1"))}
    identities = {
        member: ItemIdentity(parent, sha256 * 64, name, "", "") for member, (sha256, parent, name) in known.items()
    }
    stale = StaleItems(members, identities, anew=True, in_order=False)

    def meet(member: str, sha256: str, name: str) -> int | None:
        met = stale.meet(part(0, member, name=name, sha256=sha256 * 64, location=""))
        return met.n if met else None

    assert [meet("", "", "box.zip"), meet("0", "a", "a.txt"), meet("1", "d", "locked.zip")] == [1, 2, 5]
    assert stale.occupant("1.0") == 4 and meet("1.0", "e", "e.txt") is None, "it is in what was locked"
    assert list(stale.parents()) == [1, 3]
    assert [meet("2", "b", "b.zip"), meet("2.0", "c", "c.txt")] == [3, 4]
    assert not list(stale.parents())


def _box(chance: random.Random, words: list[str], depth: int) -> bytes:
    """Return an archive of texts and archives, some of them locked; each text has a word of its own."""
    members = []
    for at in range(chance.randint(2, 5)):
        if depth and chance.random() < 0.4:
            name, data = f"{at}.zip", _box(chance, words, depth - 1)
        else:
            words.append(f"word{len(words)}x")
            name, data = chance.choice((f"{at}.txt", "same.txt")), words[-1].encode()
        lock = chance.choice((*SECRETS, "", ""))
        members.append(aes_member(name, data, lock) if lock else deflated(name, data))
    return zip_of(*members)


@pytest.mark.parametrize("seed", [*range(4), *(pytest.param(seed, marks=pytest.mark.nightly) for seed in range(4, 30))])
def test_whatever_opens_items_keep_what_they_hold(tmp_path: Path, seed: int) -> None:
    chance, words = random.Random(seed), list[str]()
    box = _box(chance, words, 2)
    known: dict[str, ItemNo] = {}
    with case_over(tmp_path, box, chance.choice((1, 2, 1000))) as case:
        case.index()
        for passwords in chance.choice((SECRETS[:1], SECRETS[1:])), SECRETS, ():
            now = {word: [row.no for row in rows] for word, rows in found(case, *words).items() if rows}
            assert all(now[word] == [no] for word, no in known.items())
            known = {word: no for word, (no,) in now.items()}
            case.index(retry=["encrypted", "password"], passwords=passwords)
        assert sorted(known) == sorted(words), "all that was locked is open"
        assert {word: [row.no for row in rows] for word, rows in found(case, *words).items()} == {
            word: [no] for word, no in known.items()
        }
        assert all(check.held for check in case.verification.run()) and case.status().adds_up
