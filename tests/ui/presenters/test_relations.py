"""Related items as lines: what no header says is marked with its evidence, and counted."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from tests.records import case_of, mail
from ui.i18n import formatting
from ui.presenters import relations


def test_inferred_messages_are_marked_and_counted(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a/1.eml": mail("harvest plan", "The harvest begins at the far end.\n", date="01 May 2023 10:00:00 +0000"),
        "a/2.eml": mail(
            "Re: harvest plan", "> The harvest begins at the far end.\n", date="02 May 2023 10:00:00 +0000"
        ),
    }
    with case_of(tmp_path, files) as case:
        (no,) = case.search.run("is:inferred").nos
        (group,) = [group for group in relations.read(no, case) if group.kind == "conversation"]
        assert relations.up(no, case) == group.lines[0].no
    assert group.name == "Conversation: 2 messages, 1 inferred"
    assert [line.depth for line in group.lines] == [0, 1]
    first, second = (formatting.strip_isolates(line.text) for line in group.lines)
    assert "inferred" not in first and second.endswith("harvest plan  (inferred: quoted text)")
    assert first.startswith("2023-05-01") and second.startswith("~ 2023-05-02"), "a narrow panel cuts the end off"
    first, second = (line.hint for line in group.lines)
    assert "inferred" not in first and second.endswith("harvest plan  (inferred: quoted text)")


def _with_logo(subject: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = "d@x.example", "Tue, 02 May 2023 10:20:30 +0200", subject
    message.set_content(f"{subject}\n")
    message.add_attachment("the logo", filename="logo.txt")
    return message.as_bytes()


def test_the_same_attachment_in_other_mails_is_no_copy(tmp_path: Path) -> None:
    first = _with_logo("one")
    files: dict[str, bytes | str] = {"a/1.eml": first, "b/1.eml": first, "a/2.eml": _with_logo("two")}
    files["b/3.eml"] = _with_logo("three")
    with case_of(tmp_path, files) as case:
        logo = next(no for no in case.search.run("file:logo.txt").nos if "a/1.eml" in case.search.rows([no])[0].path)
        groups = {group.kind: group for group in relations.read(logo, case)}
        receipt = case.decisions.tag([logo], "hot", "Dana", "key", copies=True)
    assert groups["copies"].name == "Copies: 2 items"
    assert groups["elsewhere"].name == "Also in 2 other families: 3 items"
    copy = next(line.no for line in groups["copies"].lines if not line.here)
    assert {line.no for line in groups["elsewhere"].lines}.isdisjoint({copy}) and set(receipt.changed) == {logo, copy}
