"""Every query that README and docs show, and how many items of the sample corpus each finds.

``queries`` collects them from the pages: the tables of the language, the command lines, and what stands in code style
with a field. The corpus is coded first as ``code`` does it.
"""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from io import StringIO
from pathlib import Path

from triage.case import Case
from triage.cli import parser
from triage.model.items import ItemNo
from triage.search.query.values import ATTRIBUTES, TEXT_FIELDS

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_COMMANDS = "search hits facets terms coverage saved show tag seal batch sample status export".split()
_OPTIONS = ("query", "within", "known", "found")
_BLOCK = re.compile(r"^```.*?\n(.*?)^```", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(rf"(?:NOT )?(?:{'|'.join((*TEXT_FIELDS, *ATTRIBUTES))}):[^\s:].*")

COUNTS: dict[str, int] = {
    '"project harvest"': 8,
    '"xanthe loop"': 15,
    '"xanthe loop" OR "project harvest"': 23,
    "*": 144,
    "*loop": 21,
    "/xan[a-z]+/": 20,
    '="XantheLoop"': 5,
    "all-custodians:jonas*": 33,
    "all-paths:*finance*": 6,
    'batch:"First look 1"': 20,
    "bcc:postbox": 1,
    "comment:vellichor": 1,
    "comment:word": 0,
    'custodian:"Shared drive"': 40,
    "custodian:jonas*": 26,
    "date:2024": 107,
    "date:2024-02..2024-04": 56,
    "date:2024-03": 19,
    "date:2024-03-18": 6,
    "date:2024-03-18T14": 0,
    "date:>=2024-05": 78,
    'decided:"2024-05..2024-06 by A. Reader"': 0,
    "decided:2024-05-13": 0,
    "decided:2024-05-13T14": 0,
    "domain:*.example": 79,
    "domain:wrenfield.example": 1,
    "from:(mira OR jonas)": 28,
    "from:wrenfield.example": 1,
    "gefen OR גפן OR جيفن": 18,
    "harvest": 21,
    "harvest (lunch OR menu)": 5,
    "harvest NOT (lunch OR crop OR statistics)": 13,
    "NOT is:contained": 144,
    "harvest NOT lunch": 16,
    "harvest OR gefen": 29,
    "harvest lunch": 5,
    "harvest not w/5 lunch": 18,
    "harvest varenholm": 10,
    "harvest*": 23,
    "harvest*!(harvester)": 23,
    "has:attachment": 21,
    "has:bcc": 2,
    "has:date": 144,
    "has:note": 1,
    "has:tag": 27,
    "hash:9f86d081": 0,
    "hashed pre/3 phone": 4,
    "hashed w/3 phone": 4,
    "is:attachment": 38,
    "is:contained": 0,
    "is:disputed": 2,  # what two people coded differently, and its copy
    "is:duplicate": 40,
    "is:family": 54,
    "is:inferred": 2,
    "is:near-duplicate": 0,
    "is:partly": 4,
    "is:problem": 17,
    "is:sealed": 5,
    "is:superseded": 0,
    "is:purged": 0,
    "is:tagged": 27,
    "is:undated": 37,
    "is:unsearchable": 8,
    "is:untagged": 117,
    "is:vanished": 0,
    "judged:check": 1,
    "lang:german": 0,
    "lang:he": 8,
    "lang:unknown": 50,
    "note:private": 1,
    "origin:comment": 2,
    "path:*finance*": 6,
    "path:*works-council*": 0,
    "plumfield": 1,
    "prefixes(גפן)": 13,
    "problem:needs-ocr": 2,
    'reviewer:"A. Reader"': 28,
    "sample:check": 3,
    "sent:2024-05-13": 2,
    "size:1kb..5kb": 28,
    "size:>1mb": 0,
    "stem(apply)": 0,
    "subject:harvest": 7,
    "subject:harvest date:2024-03": 5,
    "tag:hot": 1,
    "tag:relevant": 22,
    "tag:relevant OR tag:hot": 22,
    "type:docx": 8,
    "type:mail": 79,
    "type:pdf": 9,
    "type:word": 8,
    "vel?ichor": 1,
    "velichor~1": 1,
    "vellichor": 1,
}
"""Queries of README and docs, and how many items each finds; the corpus has 144."""


def queries() -> set[str]:
    """Return all of them."""
    texts = {page.name: page.read_text("utf-8") for page in PAGES}
    foreign = texts.pop("other-programs.md").partition("<!-- foreign -->")[0]  # its table has a test of its own
    found = {*_of_tables(texts["query-language.md"])}
    for text in (*texts.values(), foreign):
        lines = [line for block in _BLOCK.findall(text) for line in block.replace("\\\n", " ").splitlines()]
        codes = [span.replace("\\|", "|") for span in re.findall("`([^`\n]+)`", _BLOCK.sub("", text))]
        found.update(query for line in (*lines, *codes) if "triage " in line for query in _of_command(line))
        found.update(query for code in codes for query in re.findall("--query '([^']+)'", code))
        found.update(code for code in codes if _FIELD.fullmatch(code) and "VALUE" not in code)
    return found


def _of_tables(text: str) -> Iterator[str]:
    for line in text.splitlines():
        cells = re.split(r"(?<!\\)\|", line.strip("|"))
        if line.startswith("| `") and len(cells) > 1:
            examples = cells[1] if cells[0].strip(" `").endswith(":") else cells[0]
            yield from (code for code in re.findall("`([^`]+)`", examples) if not code.endswith(":"))


def _of_command(line: str) -> Iterator[str]:
    for inner in re.findall(r"\$\((.+?)\)", line):
        yield from _of_command(inner.split("|")[0])
    for command in re.split(r" && | \| | > ", re.sub(r"\$\((.+?)\)", "ID", line)):
        words = shlex.split(command.partition(" #")[0])
        if words[:1] == ["triage"] and len(words) > 3 and words[1] in _COMMANDS:
            args = argparse.Namespace()
            with suppress(SystemExit), redirect_stderr(StringIO()):  # a line that shows a command in part
                parser([words[1]]).parse_known_args(words[1:], args)
            values = [getattr(args, name, None) for name in _OPTIONS] + list(getattr(args, "term", []))
            yield from (value for value in values if value and value != "-" and not value.isdigit())


def code(case: Case) -> None:
    """Code the corpus in part: tags, a note, a dispute, a seal, batches of 20 items, a sample with one judgement."""
    who = "A. Reader"
    case.decisions.tag(case.search.run('"xanthe loop" OR "project harvest"').nos, "relevant", who, "command")
    case.decisions.tag(case.search.run("vellichor").nos, "hot", who, "command")
    case.decisions.note(_first(case, "harvest varenholm")[0], "private: ask counsel", who, "command")
    case.decisions.untag(_first(case, "tag:relevant"), "relevant", "B. Reader", "command")
    case.team.batches.create("NOT is:family", "First look", who, 20)
    drawn = case.team.samples.draw("harvest", "check", who, 3, seed="1", blind=False)
    case.team.samples.judge("check", [case.team.samples.judgements(drawn.name)[0].no], "relevant", who)
    case.decisions.seal(_first(case, "type:pdf"), "a test", who, "command", "")


def _first(case: Case, query: str) -> list[ItemNo]:
    """Return the item with the smallest id that a query finds: numbers depend on which reader answered first."""
    rows = case.search.rows(case.search.run(query).nos)
    return [min(rows, key=lambda row: row.id).no]
