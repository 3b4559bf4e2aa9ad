"""``triage export`` and ``produce``."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path

from tests.cli.conftest import Say
from tests.records import case_of

# ``triage export`` completes families, and stops where something is privileged until it is told what to do with it.


def test_what_is_privileged_is_decided_by_an_option(texts: str, tmp_path: Path, say: Say) -> None:
    first = say("search", texts, "word1", "--ids").strip()
    say("tag", texts, "privileged", first, "--reviewer", "Rae")
    out = str(tmp_path / "out")
    refused = say("export", texts, out, "--query", "common", "--reviewer", "Rae", code=2)
    assert f"The first are: {first} 1.txt" in refused and "--privileged leave-out" in refused
    assert not Path(out).exists()
    left = say("export", texts, out, "--query", "common", "--reviewer", "Rae", "--privileged", "leave-out")
    assert left.startswith("5 findings in")


def test_families_are_completed_unless_told_otherwise(tmp_path: Path, say: Say) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "dana@orrin.example", "plan"
    message.set_content("see the files")
    for name in ("heron", "osprey"):
        message.add_attachment(f"the {name} file", filename=f"{name}.txt")
    with case_of(tmp_path, {"dana/1.eml": bytes(message), "dana/other.txt": "another text"}) as case:
        path = str(case.path)
    whole, alone = tmp_path / "whole", tmp_path / "alone"
    asked = ("--query", '"osprey file"', "--reviewer", "Rae")
    completed = say("export", path, str(whole), *asked)
    assert completed.startswith("3 findings (2 of them belong to what the query finds) in")
    assert say("export", path, str(alone), *asked, "--with", "nothing").startswith("1 finding in")
    manifest = json.loads((whole / "manifest.json").read_bytes())
    assert manifest["belonging"] == "family" and manifest["counts"]["belonging"] == 2
    mail, heron, osprey = manifest["findings"]
    assert mail["belongs_to"] == heron["belongs_to"] == osprey["id"] and osprey["belongs_to"] is None
    hits = [json.loads(line) for line in (whole / "hits.jsonl").read_text().splitlines()]
    assert {hit["item"] for hit in hits} == {osprey["id"]}, "the others are no hits"
    report = (whole / "report.html").read_text()
    assert "2 of these: they complete the families of what it finds" in report
    assert report.count("the query doesn&#x27;t find this item itself") == 2
    assert say("verify", str(whole)) and say("verify", str(alone))


def test_each_finding_shows_why_it_is_one(texts: str, tmp_path: Path, say: Say) -> None:
    """Of what was tagged, hits of a saved search or of its batch are shown, and the opening is said to be one."""
    say("saved", "add", texts, "birds", "word1", "--reviewer", "Rae")
    say("batch", "new", texts, "week 1", "word2 OR word3", "--reviewer", "Rae")
    for query in ("word1", "word2", "word4"):
        say("tag", texts, "relevant", *say("search", texts, query, "--ids").split(), "--reviewer", "Rae")
    out = tmp_path / "out"
    say("export", texts, str(out), "--reviewer", "Rae")
    articles = (out / "report.html").read_text().split("<article")[1:]
    shown = {next(word for word in ("word1", "word2", "word4") if word in article): article for article in articles}
    assert "hits of the saved search birds" in shown["word1"] and "<mark>word1</mark>" in shown["word1"]
    assert "hits of the batch week 1" in shown["word2"] and "<mark>word2</mark>" in shown["word2"]
    assert "the opening lines: no search on record marks a place in this text" in shown["word4"]


def test_reports_list_copies_once_and_tables_each(mails: str, tmp_path: Path, say: Say) -> None:
    first, second = say("search", mails, '"blue heron"', "--ids", "--sort", "custodian").split()
    say("tag", mails, "hot", first, second, "--reviewer", "Rae")
    say("tag", mails, "unsure", second, "--reviewer", "Omar Said")
    for name, query in (("both", '"blue heron"'), ("one", '"blue heron" custodian:omar')):
        say("export", mails, str(tmp_path / name), "--query", query, "--with", "copies", "--reviewer", "Rae")
    manifest = json.loads((tmp_path / "both" / "manifest.json").read_bytes())
    assert [(one["number"], one["copy_of"]) for one in manifest["findings"]] == [(1, None), (2, 1)]
    report = (tmp_path / "both" / "report.html").read_text()
    assert "2 of 4 items of the case; 1 without exact copies, which are listed together" in report
    assert report.count("<article") == 1 and "dana, omar" in report and "no. 2: omar" in report
    assert report.split("<article")[1].count(">Rae<") == 1 and "unsure (on no. 2 alone)" in report
    assert len((tmp_path / "both" / "findings.csv").read_text("utf-8-sig").splitlines()) > 2
    (article,) = (tmp_path / "one" / "report.html").read_text().split("<article")[1:]
    assert "<mark>blue heron</mark>" in article, "what the query finds is shown, and its copies with it"


def test_the_report_is_arranged_as_asked(texts: str, tmp_path: Path, say: Say) -> None:
    cover, out = tmp_path / "cover.txt", tmp_path / "out"
    cover.write_text("For the board of Orrin.\n", "utf-8")
    say("tag", texts, "hot", *say("search", texts, "word1", "--ids").split(), "--reviewer", "Rae")
    asked = ("--query", "common", "--reviewer", "Rae", "--order", "tag", "--without", "record", "--cover", str(cover))
    say("export", texts, str(out), *asked)
    report = (out / "report.html").read_text()
    assert "For the board of Orrin." in report
    heads = [part.split("<")[0] for part in report.split('<h3 dir="auto">')[1:]]
    assert heads[-2:] == ["hot", "Without a tag"] and "sha256" not in report.split("Findings</h2>")[1]
    cover.write_bytes(b"\xff\xfe")
    refused = say("export", texts, str(tmp_path / "more"), *asked, code=2)
    assert refused.strip().endswith(f"{cover} can't be read: it isn't text in UTF-8.")


def test_a_profile_keeps_how_the_report_is_arranged(texts: str, tmp_path: Path, say: Say) -> None:
    (tmp_path / "cover.txt").write_text("For the board alone.")
    asked = ("--query", "common", "--reviewer", "Rae")
    chosen = ("--order", "tag", "--without", "record", "--with", "thread", "--cover", str(tmp_path / "cover.txt"))
    say("export", texts, str(tmp_path / "first"), *asked, *chosen, "--save-profile", "board")
    say("export", texts, str(tmp_path / "second"), *asked, "--profile", "board")
    say("export", texts, str(tmp_path / "third"), *asked, "--profile", "board", "--order", "date")
    first, second, third = ((tmp_path / name / "report.html").read_text() for name in ("first", "second", "third"))
    assert "For the board alone." in second and "sha256" not in second.partition("<article")[2]
    assert first.partition("<article")[2] == second.partition("<article")[2] != third.partition("<article")[2]
    assert "Without a tag" in second and "Without a tag" not in third and "For the board alone." in third
    assert json.loads((tmp_path / "second" / "manifest.json").read_bytes())["belonging"] == "thread"
    refused = say("export", texts, str(tmp_path / "x"), *asked, "--profile", "bord", code=2)
    assert "no profile of reports named 'bord'. There are: board" in refused


def test_every_tag_that_marks_a_finding_is_exported_by_default(texts: str, tmp_path: Path, say: Say) -> None:
    for query, tag in (("word1", "relevant"), ("word2", "hot"), ("word3", "unsure")):
        say("tag", texts, tag, say("search", texts, query, "--ids").split()[0], "--reviewer", "Rae")
    said = say("export", texts, str(tmp_path / "out"), "--reviewer", "Rae")
    assert said.startswith("2 findings in") and "tagged unsure, but left out: 1 item" in said
    assert "Tagged, but left out" in (tmp_path / "out" / "report.html").read_text()
    narrow = say("export", texts, str(tmp_path / "narrow"), "--query", "tag:relevant", "--reviewer", "Rae")
    assert narrow.startswith("1 finding in") and "tagged hot, but left out: 1 item" in narrow
    palette = tmp_path / "palette.toml"
    palette.write_text('[[tag]]\nname = "relevant"\nfinding = false\n[[tag]]\nname = "unsure"\nfinding = true\n')
    say("tag", "palette", texts, "--set", str(palette), "--reviewer", "Rae")
    again = say("export", texts, str(tmp_path / "again"), "--reviewer", "Rae")
    assert again.startswith("1 finding in") and "tagged relevant, but left out: 1 item" in again


def test_a_dry_run_and_the_manifest_count_by_tag_what_is_left_out(texts: str, tmp_path: Path, say: Say) -> None:
    for tag, query in (("hot", "word1 OR word2"), ("relevant", "word2 OR word4"), ("privileged", "word4")):
        say("tag", texts, tag, *say("search", texts, query, "--ids").split(), "--reviewer", "Rae")
    asked = ("--query", "word2 OR word4", "--with", "nothing")
    open_ = say("export", texts, *asked, "--dry-run")
    assert "tagged hot, but left out: 1 item" in open_ and "tagged relevant" not in open_
    decided = (*asked, "--privileged", "leave-out")
    dry = json.loads(say("export", texts, *decided, "--dry-run", "--json"))
    assert dry["left_out"] == {"relevant": 1, "hot": 1, "privileged": 1}
    say("export", texts, str(tmp_path / "out"), *decided, "--reviewer", "Rae")
    assert json.loads((tmp_path / "out/manifest.json").read_bytes())["tagged_left_out"] == dry["left_out"]


# ``triage produce`` counts, produces, lists, and says what is wrong with a protocol.


PROTOCOL = 'name = "First"\nvolume = "VOL001"\nprefix = "ORR"\nquery = "common"\n[withhold]\nprivileged = "Advice"\n'


def test_what_a_protocol_says_is_counted_produced_listed_and_checked(texts: str, tmp_path: Path, say: Say) -> None:
    (tmp_path / "first.toml").write_text(PROTOCOL)
    asked = ("--protocol", str(tmp_path / "first.toml"), "--reviewer", "Rae")
    first = say("search", texts, "word1", "--ids").strip()
    say("tag", texts, "privileged", first, "--reviewer", "Rae")
    assert say("produce", texts, *asked) == "5 natively, 0 as text only, 1 withheld\n"
    assert "0 productions are on record" in say("produce", texts)
    done = say("produce", texts, str(tmp_path / "out"), *asked)
    assert "First: ORR0000001 to ORR0000006 in" in done and "6 documents: 5 natively" in done
    assert (tmp_path / "out" / "privilege-log.docx").is_file() and (tmp_path / "out" / "privilege-log.xlsx").is_file()
    listed = say("produce", texts)
    assert "First" in listed and "1 production is on record" in listed
    assert "6 documents have consecutive numbers" in say("verify", str(tmp_path / "out"))
    assert "production named 'First' already" in say("produce", texts, str(tmp_path / "again"), *asked, code=2)


def test_a_wrong_protocol_is_refused_with_a_sentence(texts: str, tmp_path: Path, say: Say) -> None:
    path = tmp_path / "first.toml"
    assert "no such file" in say("produce", texts, str(tmp_path / "out"), "--protocol", str(path), code=2).lower()
    path.write_text(PROTOCOL.replace("VOL001", "../VOL"))
    assert "value of volume can't be used" in say("produce", texts, "--protocol", str(path), code=2)
    path.write_bytes(b"\xff\xfe")
    assert "it isn't text in UTF-8" in say("produce", texts, "--protocol", str(path), code=2)


def test_near_misses_are_listed_and_decided_in_a_file(texts: str, tmp_path: Path, say: Say) -> None:
    """The list is written, filled in, and taken back; a decision that it doesn't know is refused."""
    (tmp_path / "first.toml").write_text(PROTOCOL)
    asked = ("--protocol", str(tmp_path / "first.toml"))
    first = say("search", texts, "word1", "--ids").strip()
    say("redact", texts, first, "--words", "word", "--reason", "Personal", "--reviewer", "Rae")
    listed, out = tmp_path / "list.csv", str(tmp_path / "out")
    assert "nearly redacted words" in say("produce", texts, out, *asked, code=2)
    assert "To decide: 1." in say("produce", texts, *asked, "--dry-run", "--csv", str(listed))
    head, line = listed.read_text("utf-8-sig").splitlines()
    assert (head, line) == (
        '"Decision","Why","Item or string","Redacted words","Times"',
        '"","nearly a redacted word","word1","word","1"',
    )
    line = line.removeprefix('""')
    listed.write_text(f"{head}\nrelease{line}\n")
    refused = say("produce", texts, out, *asked, "--decisions", str(listed), code=2)
    assert "Line 2 of" in refused and "redact, accept" in refused
    listed.write_text(f"{head}\nredact{line}\n")
    assert "To decide: 0." in say("produce", texts, *asked, "--dry-run", "--decisions", str(listed))
    say("produce", texts, out, *asked, "--decisions", str(listed), "--reviewer", "Rae")
    said = [path.read_text() for path in Path(out).rglob("TEXT/*/*.txt")]
    assert len(said) == 6 and not any("word1" in text for text in said)
