"""Tests of triage.review.sealing: a sealed text is nowhere, stays so, and two people bring it back whole."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import apsw
import pytest

from tests.records import case_of, mail, write, zipped
from tests.review.copies import settle_seals
from tests.review.people import ask, grant, rostered, unseal
from triage.case import Case
from triage.case.opened import OpenCase
from triage.errors import DecisionError
from triage.messages import render
from triage.model.items import ItemNo
from triage.model.tags import DEFAULT
from triage.review import sealing
from triage.store import audit_log

SECRET = ("quetzalcoatl", "bandersnatch", "jabberwock", "snickersnack")
SUBJECT, BODY, NAME, TEXT = SECRET
WORLD = "Zebulon Pike <zebulon@customer.example>"


def customer_mail(more: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = WORLD, "omar@orrin.example", f"about {SUBJECT}"
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 10:20:30 +0200", "<77@customer.example>"
    message["X-Note"] = more
    message.set_content(f"the {BODY} figures\nheron\n")
    message.add_attachment(f"the {TEXT} list", filename=f"{NAME}.txt")
    message.add_attachment(b"", maintype="application", subtype="octet-stream", filename="empty.bin")
    return message.as_bytes()


FILES: dict[str, bytes | str] = {
    "dana/mail.eml": customer_mail(),
    "omar/copy.eml": customer_mail("another way"),
    "omar/list.txt": f"the {TEXT} list\n",
    "omar/empty.txt": "",
    "omar/reply.eml": mail(
        "Re: nothing", "heron again", message_id="<78@orrin.example>", more="In-Reply-To: <77@customer.example>\n"
    ),
    "omar/other.txt": "heron and nothing else",
}


@pytest.fixture(params=["fts5", "whoosh", "memory"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def case(tmp_path: Path, engine: str) -> Iterator[Case]:
    with case_of(tmp_path, FILES, engine=engine) as made:
        yield made


def only_fts5(case: Case) -> None:
    if case._opened.engine_name != "fts5":
        pytest.skip("the same with every engine")


def head(case: Case) -> ItemNo:
    (no,) = (
        row.no
        for row in case.search.rows(case.search.run("is:family").nos)
        if row.path == "dana/mail.eml" and not row.parent
    )
    return no


def sealed_by_key(case: Case) -> ItemNo:
    no = head(case)
    case.decisions.tag([no], "customer-content", "Rae", "key")
    return no


def said(case: Case) -> str:
    nos = case.search.run("").nos
    parts: list[object] = [
        case.search.rows(nos),
        [case.search.item(no) for no in nos],
        case.reports.problems(),
        case.reports.facets(nos),
    ]
    parts += [
        case.reports.coverage("heron", sample=50, seed="1"),
        case.reports.terms([f"{w[:4]}*" for w in (*SECRET, "zebulon")]),
    ]
    parts += [
        case.reports.hits("heron"),
        case.search.sorted(nos, "subject"),
        case.status(),
        case.decisions.seals(),
        case.search.saved(),
    ]
    parts += [case.decisions.history(no) for no in nos]
    parts += [case.search.conversation(nos[0])]
    return repr(parts)


def test_a_sealed_text_is_nowhere(case: Case) -> None:
    before = said(case)
    assert all(word in before for word in SECRET) and "zebulon" in before.casefold()
    no = sealed_by_key(case)
    after = said(case).replace("'jabb*'", "").casefold()
    assert not [word for word in (*SECRET, "zebulon") if word in after]
    for query in [*SECRET, "subject:about", "from:zebulon", "file:jabberwock", "path:*mail.eml*", f'="{TEXT}"']:
        assert case.search.run(query).total == 0, query
    assert case.search.run(f"{BODY[:5]}* w/3 figures").total == 0
    assert {r.path for r in case.search.rows(case.search.run("heron").nos)} == {"omar/reply.eml", "omar/other.txt"}
    row, item = case.search.rows([no])[0], case.search.item(no)
    assert (row.name, row.subject, row.sender, row.sealed) == ("[sealed]", "", "", True)
    assert row.path == item.path == f"[sealed {row.id[:10]}]"
    assert row.custodian == "dana" and row.date.startswith("2023-05-02") and row.tags == ("customer-content",)
    assert item.segments == () and item.properties == () and item.to == ()
    assert all(check.held for check in case.verification.run())


def test_no_table_that_is_read_holds_it(case: Case) -> None:
    sealed_by_key(case)
    for table, values in audit_log.values(case._opened.store):
        if table not in ("sealed", "sealed_segment") and not table.startswith("search_fts"):
            assert not [word for word in SECRET if word.encode() in values.lower()], table


def test_what_is_inside_and_copies_with_text_follow(case: Case) -> None:
    only_fts5(case)
    no = head(case)
    foreseen = case.decisions.preview([no], "customer-content")
    receipt = case.decisions.tag([no], "customer-content", "Rae", "key")
    assert (foreseen.changed, foreseen.propagated) == (1, len(receipt.derived))
    ghosts = case.search.rows(case.search.run("is:sealed").nos)
    assert len(ghosts) == len(receipt.changed) == case.status().sealed == 7, "both mails, four parts, the copied list"
    assert "empty.txt" in {row.name for row in case.search.rows(case.search.run("custodian:omar").nos)}, (
        "what has no text stays"
    )
    assert case.search.run("tag:customer-content").total == 7
    seals = {seal.no: seal for seal in case.decisions.seals()}
    assert not seals[no].derived and all(seal.derived for key, seal in seals.items() if key != no)
    assert seals[no].reviewer == "Rae" and seals[no].why == "customer content" and seals[no].time
    assert [(d.action, d.how) for d in case.decisions.history(receipt.derived[0])] == [
        ("tag", "propagated"),
        ("seal", "propagated"),
    ]


def test_coverage_and_status_say_how_many(case: Case) -> None:
    only_fts5(case)
    sealed_by_key(case)
    assert case.search.run("heron").not_searchable == 7
    (reason,) = [r for r in case.reports.coverage("heron").reasons if r.code == "sealed"]
    assert (reason.level, reason.items) == ("not", 7)
    assert case.search.run("problem:sealed").total == 7


def test_a_conversation_holds_together(case: Case) -> None:
    only_fts5(case)
    no = sealed_by_key(case)
    thread = set(case.search.thread(no))
    (reply,) = (r.no for r in case.search.rows(case.search.run("heron").nos) if r.path == "omar/reply.eml")
    assert reply in thread
    case.index()
    assert set(case.search.thread(reply)) == thread


def test_a_seal_is_taken_off_by_no_other_way(case: Case) -> None:
    only_fts5(case)
    no = sealed_by_key(case)
    with pytest.raises(DecisionError, match="two people"):
        case.decisions.untag([no], "customer-content", "Omar", "key")
    with pytest.raises(DecisionError, match="two people"):
        case.decisions.undo("Rae")
    with pytest.raises(DecisionError, match="two people"):
        case.decisions.preview([no], "customer-content", put=False)
    assert case.decisions.tag([no], "customer-content", "Rae", "key").unchanged == 1
    assert case.search.run(BODY).total == 0


def test_two_persons_bring_it_back_whole(case: Case) -> None:
    before = said(case)
    no = sealed_by_key(case)
    rostered(case, "Rae", "Omar")
    with pytest.raises(DecisionError, match="Nobody has asked"):
        grant(case, no, "Omar")
    with pytest.raises(DecisionError, match="Give a reason"):
        ask(case, no, "Rae", " ")
    ask(case, no, "Rae", "a slip")
    seal = next(iter(case.decisions.seals(no)), None)
    assert seal is not None and (seal.asked_by, seal.asked_why) == ("Rae", "a slip")
    with pytest.raises(DecisionError, match="another person has to grant"):
        grant(case, no, "RAE")
    with pytest.raises(DecisionError, match="Rae has already asked"):
        ask(case, no, "Omar", "me too")
    assert case.search.run(BODY).total == 0, "asking opens nothing"
    assert len(grant(case, no, "Omar").changed) == 7
    assert case.search.run("is:sealed").total == 0 and case.status().tags == ()
    assert {r.path for r in case.search.rows(case.search.run(BODY).nos)} == {"dana/mail.eml", "omar/copy.eml"}
    assert case.search.run(f"file:{NAME}").total == 2 and case.search.run(f"{TEXT[:4]}*").total == 3
    assert [(d.action, d.reviewer) for d in case.decisions.history(no)] == [
        ("tag", "Rae"),
        ("seal", "Rae"),
        ("ask-unseal", "Rae"),
        ("untag", "Omar"),
        ("unseal", "Omar"),
    ]
    with pytest.raises(DecisionError, match="nothing to undo"):
        case.decisions.undo("Rae")
    assert before.count(BODY) == said(case).count(BODY)
    assert all(check.held for check in case.verification.run())


def test_one_attachment_is_opened_alone(case: Case) -> None:
    only_fts5(case)
    no = sealed_by_key(case)
    inner = next(n for n in case.search.family(no) if n != no)
    unseal(case, inner, "only a form")
    assert inner in case.search.run(TEXT).nos and case.search.run(BODY).total == 0
    case.decisions.tag(case.search.run("is:sealed").nos, "customer-content", "Rae", "key")
    assert case.search.rows([inner])[0].sealed is False, "what two people opened isn't sealed again by the way"
    assert all(check.held for check in case.verification.run())


def test_a_new_copy_is_sealed_when_it_is_indexed(case: Case, tmp_path: Path) -> None:
    sealed_by_key(case)
    write(tmp_path / "records", {"kim/again.eml": customer_mail("third"), "kim/mine.txt": f"the {TEXT} list\n"})
    report = case.index()
    assert report.items == 4
    assert case.search.run(f"{BODY} OR {TEXT} OR {SUBJECT} OR file:{NAME}").total == 0
    assert [r.custodian for r in case.search.rows(case.search.run("is:sealed").nos)].count("kim") == 4
    (one,) = {d.reviewer for no in case.search.run("is:sealed").nos for d in case.decisions.history(no)}
    assert one == "Rae"
    assert all(check.held for check in case.verification.run())
    with Case.open(case.path) as again:
        assert again.search.run(BODY).total == 0


def test_reading_the_file_anew_brings_nothing_back(case: Case, tmp_path: Path) -> None:
    write(tmp_path / "records", {"dana/locked.zip": b"PK\x03\x04" + bytes(40)})
    no = sealed_by_key(case)
    os.utime(tmp_path / "records" / "dana" / "mail.eml")
    case.index()
    case.index(retry=["sealed"])
    assert case.search.run(BODY).total == 0 and case.search.rows([no])[0].sealed
    assert all(check.held for check in case.verification.run())
    unseal(case, no)
    assert case.search.run(BODY).total == 2
    assert all(check.held for check in case.verification.run())


def test_exports_withhold_text_and_original(case: Case, tmp_path: Path) -> None:
    only_fts5(case)
    inner = next(n for n in case.search.family(head(case)) if n != head(case))
    case.decisions.seal([inner], "names of customers", "Rae", "key")
    report = case.export.bundle(tmp_path / "out", "*", "Rae")
    assert report.findings == case.status().items
    withheld = dict(report.missing)
    ids = {row.no: row.id for row in case.search.rows(case.search.run("").nos)}
    assert "it is sealed, by Rae" in withheld[ids[inner]] and "names of customers" in withheld[ids[inner]]
    assert "inside it is sealed" in withheld[ids[head(case)]], "its original holds the sealed file"
    assert len([reason for reason in withheld.values() if "Withheld" in reason]) == 5
    text = b"".join(p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert TEXT.encode() not in text and NAME.encode() not in text
    assert BODY.encode() in text, "the mail's own text isn't sealed"
    assert b"names of customers" in text
    from triage.case import verify

    assert all(check.held for check in verify(tmp_path / "out"))


def test_a_whole_export_of_sealed_items_tells_nothing(case: Case, tmp_path: Path) -> None:
    only_fts5(case)
    sealed_by_key(case)
    case.export.bundle(tmp_path / "out", "*", "Rae")
    text = b"".join(p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()).lower()
    assert not [word for word in (*SECRET, "zebulon") if word.encode() in text]


def test_other_tags_may_seal_and_none_may(case: Case) -> None:
    only_fts5(case)
    no = head(case)
    case.decisions.set_palette([tag for tag in DEFAULT if not tag.seals], "Rae")
    with pytest.raises(DecisionError, match="No tag in the palette seals"):
        case.decisions.seal([no], "why", "Rae", "key")
    case.decisions.tag([no], "customer-content", "Rae", "key")
    assert case.search.run(BODY).total == 2, "without the rule it is a tag like others"
    case.decisions.set_palette(DEFAULT, "Rae")
    case.decisions.tag([no], "customer-content", "Rae", "key")
    assert case.search.run(BODY).total == 0, "an item that had the tag is sealed when it is given again"


def test_verification_finds_a_text_that_came_back(case: Case) -> None:
    only_fts5(case)
    no = sealed_by_key(case)
    with case._opened.store.change("an attacker", "items", items=0):
        case._opened.store.db.execute("UPDATE item SET subject='leaked' WHERE n=?", (no,))
    assert "text of it is still in the case" in "".join(
        render(c.message) for c in case.verification.run() if not c.held
    )
    with case._opened.store.change("an attacker", "items", items=0):
        case._opened.store.db.execute("UPDATE item SET subject='' WHERE n=?", (no,))
        case._opened.engine.replace([(no, {"body": BODY})])
    assert "a search by its text finds it" in "".join(render(c.message) for c in case.verification.run() if not c.held)
    with case._opened.store.change("an attacker", "items", items=0):
        case._opened.engine.replace([(no, {"transport": BODY})])
    assert "a search by its text finds it" in "".join(render(c.message) for c in case.verification.run() if not c.held)


def test_an_index_that_was_killed_behind_catches_up(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the transaction and the index's own files the program may die; opening the case mends it."""
    no = head(case)
    monkeypatch.setattr(OpenCase, "_commit", lambda self, engine: None)
    case.decisions.tag([no], "customer-content", "Rae", "key")
    monkeypatch.undo()
    with Case.open(case.path) as again:
        assert again.search.run(BODY).total == 0
        assert again._opened.engine.search(again.search.read("*").query)
        assert not [word for word, _ in again._opened.engine.vocabulary() if word in SECRET]


def adopt(case: Case, no: ItemNo, action: str, who: str, day: int) -> None:
    """Take a decision over as from another copy of the case."""
    group = int(case._opened.store.value("SELECT coalesce(max(grp), 0) + 1 FROM decision"))
    value = "customer-content" if action == "tag" else "why"
    row = (no, action, value, who, f"2023-01-{day:02d}T00:00:00.000Z", "key", group, f"{day:032x}.0")
    with case._opened.store.change("merge", "undo", items=1, group=group):
        sql = "INSERT INTO decision(item, action, value, reviewer, time, how, grp, event) VALUES(?,?,?,?,?,?,?,?)"
        case._opened.store.db.execute(sql, row)
        if action == "tag":
            case._opened.store.db.execute("INSERT INTO tagged VALUES(?,?)", (no, value))


def test_a_merge_of_decisions_is_settled(case: Case) -> None:
    """Decisions from another copy that speak of a seal are followed by it; one person alone opens nothing by them."""
    no = next(row.no for row in case.search.rows(case.search.run("other").nos) if row.path == "omar/other.txt")
    adopt(case, no, "tag", "Kim", 1)
    adopt(case, no, "seal", "Kim", 2)
    assert settle_seals(case) == {no}
    assert case.search.rows([no])[0].sealed and settle_seals(case) == set()
    adopt(case, no, "unseal", "Lee", 4)
    assert settle_seals(case) == set() and case.search.rows([no])[0].sealed
    assert "without an earlier request" in "".join(render(c.message) for c in case.verification.run() if not c.held)
    adopt(case, no, "ask-unseal", "Kim", 3)
    assert settle_seals(case) == set() and case.search.rows([no])[0].sealed, "two names without keys aren't two people"


def test_what_only_this_copy_has_is_sealed_along(case: Case) -> None:
    """The other copy didn't have what lies inside or is a copy, so that its decisions don't name it."""
    only_fts5(case)
    no = head(case)
    adopt(case, no, "tag", "Kim", 1)
    adopt(case, no, "seal", "Kim", 2)
    settle_seals(case)
    assert case.search.run("is:sealed").total == 7 and case.search.run(" OR ".join(SECRET)).total == 0
    assert {d.reviewer for n in case.search.run("is:sealed").nos for d in case.decisions.history(n)} == {"Kim"}
    unseal(case, no, asking="Kim", granting="Lee")
    assert case.search.run("is:sealed").total == 0 and settle_seals(case) == set()


def test_problems_say_nothing_of_it(tmp_path: Path) -> None:
    """What went wrong with a sealed file, at its own place or inside it, no longer names it, until it is open again."""
    files: dict[str, bytes | str] = {f"dana/{NAME}.zip": b"PK\x03\x04" + bytes(40), "omar/1.txt": "heron"}
    with case_of(tmp_path, files) as case:
        no = next(row.no for row in case.search.rows(case.search.run("*").nos) if row.custodian == "dana")
        (tmp_path / "records" / "dana" / f"{NAME}.zip").write_bytes(b"PK\x03\x04" + bytes(41))
        case.index()
        before = [(p.path, render(p.message)) for p in case.reports.problems()]
        assert NAME in repr(before)
        nos = [row.no for row in case.search.rows(case.search.run("custodian:dana").nos)]
        case.decisions.seal(nos, "why", "Rae", "key")
        assert NAME not in repr(case.reports.problems()) and NAME not in repr(
            case.reports.coverage("", sample=20, seed="1")
        )
        with case._opened.store.change("triage index", "items", items=0) as detail:
            sql = "INSERT INTO problem(item, path, code, sentence, searchable, run) VALUES(?,?,'damaged',?,1,2)"
            case._opened.store.db.execute(sql, (no, f"{NAME}.zip", f"{NAME} is broken"))
            sealing.keep_sealed(case._opened.store, [], [], {}, detail)
        assert NAME not in repr(case.reports.problems()), "nor does what is found later"
        case._opened.store.db.execute("DELETE FROM problem WHERE run=2 AND code='damaged' AND source IS NULL")
        for one in nos:
            unseal(case, one)
        assert sorted(before) == sorted((p.path, render(p.message)) for p in case.reports.problems())


def places(case: Case) -> dict[str, set[str]]:
    """Return by what sealed items are named in each list of them, roots left out, and numbers inside items too."""
    nos = [row.no for row in case.search.rows(case.search.run("is:sealed").nos)]
    certificate = case.reports.coverage("", sample=20, seed="1")
    return {
        "problems": {p.path for p in case.reports.problems() if p.code == "sealed"},
        "not searched": {thing.path.removeprefix("mail:") for thing in certificate.sample if "sealed" in thing.codes},
        "items": {f"{i.path}#{i.member}" if i.member else i.path for i in map(case.search.item, nos)},
        "rows": {row.path for row in case.search.rows(nos)},
    }


def test_a_sealed_attachment_is_named_by_what_it_is_in_and_its_number(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.txt": b"heron", "b.txt": NAME.encode()}).read_bytes()
    outer = zipped(tmp_path / "outer.zip", {"first.txt": b"plover", "inner.zip": inner}).read_bytes()
    files: dict[str, bytes | str] = {"dana/outer.zip": outer, f"omar/{NAME}.zip": inner + b"PK", "omar/c.txt": "kite"}
    with case_of(tmp_path, files) as case:
        at = {(row.path, row.name): row.no for row in case.search.rows(case.search.run("*").nos)}
        case.decisions.seal([at["dana/outer.zip", "inner.zip"]], "why", "Rae", "key")
        inside = {f"dana/outer.zip#{number}" for number in ("1", "1.0", "1.1")}
        file = case.search.item(at[f"omar/{NAME}.zip", f"{NAME}.zip"])
        case.decisions.seal([file.row.no], "why", "Rae", "key")
        alone = f"[sealed {file.row.id[:10]}]"
        named = inside | {alone, f"{alone}#0", f"{alone}#1"}
        assert places(case) == {
            **dict.fromkeys(("problems", "not searched", "items"), named),
            "rows": {"dana/outer.zip", alone},
        }
        case.export.bundle(tmp_path / "out", "*", "Rae")
        manifest = json.loads((tmp_path / "out/manifest.json").read_text())
        assert named == {one["place"].removeprefix("mail:") for one in manifest["findings"] if not one["sha256"]}
        assert NAME not in outputs(case, tmp_path / "all")


def test_verification_finds_a_copy_that_is_not_sealed(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/mail.eml": customer_mail(), "omar/other.eml": mail("Other", "heron")}) as case:
        no, other = sealed_by_key(case), case.search.run("path:omar/*").nos[0]
        store = case._opened.store
        with store.change("Rae", "test"):
            store.db.execute("UPDATE item SET digest=(SELECT digest FROM item WHERE n=?) WHERE n=?", (no, other))
        (failed,) = (check for check in case.verification.run() if not check.held)
        assert failed.name == "seals" and str(other) in render(failed.message)


def outputs(case: Case, folder: Path) -> str:
    """All that leaves the case: an export, decisions, reports, and what JSON of the command line is made of."""
    folder.mkdir()
    case.export.bundle(folder / "out", "*", "Rae")
    case.team.export_decisions(folder / "out.jsonl")
    files = [p.read_bytes().decode("utf-8", "replace") for p in (folder / "out").rglob("*") if p.is_file()]
    nos = [row.no for row in case.search.rows(case.search.run("*").nos)]
    shown = [repr(case.search.item(no)) for no in nos] + [repr(case.search.rows(nos))]
    more = [case.search.duplicates(no) for no in nos], [case.search.conversation(no) for no in nos]
    return said(case) + "".join([*files, *shown, repr(more), (folder / "out.jsonl").read_text()])


def test_neither_hash_nor_size_nor_name_nor_note_of_it_leaves(case: Case, tmp_path: Path) -> None:
    only_fts5(case)
    file = next(row.no for row in case.search.rows(case.search.run(TEXT).nos) if row.path == "omar/list.txt")
    for no, note in ((file, f"says {TEXT} and griffinfeather"), (head(case), "a basiliskscale one")):
        case.decisions.note(no, note, "Rae", "key")
    item = case.search.item(file)
    secrets = {item.sha256, item.digest, "list.txt", "griffinfeather", TEXT, NAME}
    secrets |= {value for no in case.search.family(head(case)) if (value := case.search.item(no).sha256)}
    secrets -= {case.search.item(no).sha256 for no in case.search.run("path:omar/empty.txt").nos}
    before = outputs(case, tmp_path / "before")
    assert not [secret for secret in secrets if secret not in before], "each would be found"
    case.decisions.seal([head(case)], "customer content", "Rae", "key")
    after = outputs(case, tmp_path / "after")
    assert not [secret for secret in (*secrets, "basiliskscale") if secret in after]
    table = csv.DictReader((tmp_path / "after/out/findings.csv").read_text("utf-8-sig").splitlines())
    (line,) = (line for line in table if line["id"] == item.row.id)
    assert (line["size"], line["sha256"], line["mih"], case.search.rows([file])[0].size) == ("", "", "", 0)


def test_a_note_is_sealed_with_its_item_and_comes_back(case: Case) -> None:
    only_fts5(case)
    no = head(case)
    case.decisions.note(no, "see griffinfeather", "Rae", "key")
    no = sealed_by_key(case)
    assert case.search.run("note:*griffin*").total == 0 and case.decisions.history(no)[0].value == ""
    for _, values in audit_log.values(case._opened.store):
        assert b"griffinfeather" not in values
    with pytest.raises(DecisionError, match="two people"):
        case.decisions.note(no, "more", "Rae", "key")
    os.utime(case.path.parent / "records" / "dana" / "mail.eml")
    case.index()
    assert case.decisions.purge_sealed()
    assert all(b"griffinfeather" not in p.read_bytes() for p in case.path.iterdir() if p.is_file())
    assert all(check.held for check in case.verification.run())
    with pytest.raises(apsw.ConstraintError), case._opened.store.change("Rae", "test"):
        case._opened.store.db.execute("UPDATE decision SET value='other'")
    unseal(case, no)
    assert case.search.run("note:*griffin*").nos == (no,)
    assert all(check.held for check in case.verification.run())


def test_a_note_that_an_earlier_version_left_is_sealed_late(case: Case) -> None:
    only_fts5(case)
    no = sealed_by_key(case)
    adopt(case, no, "note", "Kim", 1)
    assert case.decisions.history(no)[0].value == "why"
    assert case.decisions.purge_sealed() and case.decisions.history(no)[0].value == ""


def test_a_copy_that_was_opened_alone_does_not_tell_of_the_sealed_one(case: Case) -> None:
    only_fts5(case)
    file, *others = case.search.run(TEXT).nos
    assert others
    case.decisions.seal([file, *others], "why", "Rae", "key")
    unseal(case, file)
    assert case.search.duplicates(file) == [file]
    shut = case.search.run("is:sealed").nos
    assert shut and all(case.search.duplicates(no) == [no] for no in shut)
