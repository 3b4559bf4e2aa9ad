"""``triage produce`` counts, produces, lists, and says what is wrong with a protocol."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say

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
