"""What is withheld: what has a tag, what has its content, and what holds either."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from tests.records import case_of
from triage.store.productions import holders, withheld


def test_the_same_content_is_withheld_wherever_it_lies_and_what_holds_it_is_known(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "dana@orrin.example", "plan"
    message.set_content("see the file")
    message.add_attachment("advice", filename="advice.txt")
    message.add_attachment("", filename="empty.txt")
    files: dict[str, bytes | str] = {"dana/1.eml": bytes(message), "omar/copy.txt": "advice\n", "omar/empty.txt": ""}
    with case_of(tmp_path, files) as case:
        store = case._opened.store
        copy, empty = case.search.run("path:omar/copy.txt").nos[0], case.search.run("path:omar/empty.txt").nos[0]
        case.decisions.tag([copy, empty], "privileged", "Rae", "key")
        case.decisions.tag([copy], "hot", "Rae", "key")
        found = withheld(store, {"hot": "first basis", "privileged": "second basis"})
        (mail,) = case.search.run("subject:plan NOT is:attachment").nos
        (attached,) = case.search.run('file:"advice.txt"').nos
        assert found == {copy: "first basis", attached: "first basis", empty: "second basis"}
        assert holders(store, found) == {mail}
        assert withheld(store, {"nobody-has-it": "x"}) == {} and holders(store, []) == set()
