"""What stands small in documents of every kind is found by the word it stands at, and no mark of it gets out."""

from __future__ import annotations

import re
import shutil
import struct
from pathlib import Path

import msgspec
import pytest

from tests.insight.harvest_letters import harvest_letters
from tests.parsers.mail_builders import item
from tests.records import case_of, mail
from tests.surfaces import LEARNING, asked, text_of
from tests.writers.office97 import doc
from tests.writers.opendocument import odf
from tests.writers.package import HEAD, linked, package
from tests.writers.slides import SPACES
from tests.writers.word import docx, paragraph, run
from triage.case import Case, write_table
from triage.cli import COMMANDS, main
from triage.parsers.outlook.msg import build_msg

_HTML = "<p>our harvest<sup>1</sup> said the crew: m<sup>2</sup>, H<sub>2</sub>O</p>"
_MARKS = re.compile(r"[\u2063\u2064]|u\+?206[34]|&#829[12];|&#x206[34];", re.IGNORECASE)


def _documents() -> dict[str, bytes | str]:
    """Return the same line in every format that says what stands small."""
    small = '<w:vertAlign w:val="superscript"/>'
    word = paragraph("our harvest", run("1", small), " said the crew: m", run("2", small), ", H", run("2", small), "O")
    line = "our harvest1 said the crew: m2, H2O\r"
    raised = [line.index(at) + 1 for at in ("t1", "m2", "H2")]
    looks = [(0, b""), *((at + n, struct.pack("<HB", 0x2A48, 1 - n)) for at in raised for n in (0, 1))]
    slide = "".join(
        f"<a:r><a:rPr{' baseline=' + chr(34) + '30000' + chr(34) if text.isdigit() else ''}/><a:t>{text}</a:t></a:r>"
        for text in ("our harvest", "1", " said the crew: m", "2", ", H", "2", "O")
    )
    shape = f"<p:sp><p:txBody><a:p>{slide}</a:p></p:txBody></p:sp>"
    place = '<style:text-properties style:text-position="super 58%"/>'
    style = f'<style:style style:name="T1" style:family="text">{place}</style:style>'
    spans = re.sub(r"<su[bp]>(.)</su[bp]>", r'<text:span text:style-name="T1">\1</text:span>', _HTML[3:-4])
    rtf = re.sub(r"<su[bp]>(.)</su[bp]>", r"{\\super \1}", _HTML[3:-4])
    outlook = item("tea", "")
    outlook.values[0x1013, 0x102] = _HTML.encode()
    return {
        "a.html": _HTML,
        "a.eml": mail("tea", _HTML).replace(b"text/plain", b"text/html"),
        "a.docx": docx(word),
        "a.rtf": rf"{{\rtf1\ansi {rtf}\par}}",
        "a.doc": doc({0: line}, looks),
        "a.pptx": package(
            {
                "ppt/presentation.xml": f"{HEAD}<p:presentation {SPACES}/>",
                "ppt/slides/slide1.xml": f"{HEAD}<p:sld {SPACES}><p:cSld><p:spTree>{shape}</p:spTree></p:cSld></p:sld>",
                "ppt/_rels/presentation.xml.rels": linked(("rId1", "slide", "slides/slide1.xml")),
            }
        ),
        "a.odt": odf("text", f"<text:p>{spans}</text:p>", style),
        "a.msg": build_msg(outlook),
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of such documents, and of letters that reviewers have worked on."""
    files = _documents()
    records = harvest_letters(12) | {f"small/{name}": data for name, data in files.items()}
    with case_of(tmp_path_factory.mktemp("small"), records) as case:
        nos = case.search.run('"harvest said"').nos
        assert len(nos) == len(files)
        case.decisions.tag(nos, "relevant", "Rae", "key")
        case.search.save("crop", "harvest", "Rae")
        case.team.samples.draw('"harvest said"', "drawn", "Rae", size=3)
        return case.path


@pytest.mark.parametrize(
    "query",
    [
        "harvest said",
        '"our harvest said"',
        "harvest w/1 said",
        "harvest1",
        "m2",
        "h2o",
        '="our harvest"',
        "harves?",
    ],
)
def test_the_word_is_found_in_every_format(small: Path, query: str) -> None:
    with Case.open(small, read_only=True) as case:
        found = {Path(item.path).name for no in case.search.run(query).nos for item in [case.search.item(no)]}
        assert found >= set(_documents()), query
        if query.startswith("="):
            return
        for line in case.reports.hits(f"({query}) AND crew AND m2").lines:
            assert line.hit.lower() in ("harvest1", "our harvest1 said", "said", "m2", "h2o", "crew"), line


def unmarked(said: str) -> str:
    """Return what was said, which has no mark, escaped or not."""
    assert not (found := _MARKS.search(said)), said[max(0, found.start() - 60) : found.end() + 60]
    return said


def written(path: Path) -> str:
    packed = path.suffix in (".pdf", ".docx", ".xlsx")
    return text_of(path) if packed else path.read_bytes().decode("utf-8", "replace")


def assert_printed(small: Path, folder: Path, capsys: pytest.CaptureFixture[str], leave_out: set[str]) -> None:
    """Call every command but these, for text and for JSON, and look at what they print and write."""
    case = shutil.copytree(small, folder / "case")
    with Case.open(case) as opened:
        one = opened.search.rows(opened.search.run('"harvest said" AND type:msg').nos)[0].id
    assert main(["record", "roster", "add", str(case), "--name", "Rae"]) == 0
    said = ""
    for command, calls in asked(case, folder).items():
        for call in calls if command not in leave_out else ():
            arguments = [{"CASE": str(case), "ID": one}.get(each, each) for each in call]
            assert main([command, *arguments]) == 0, capsys.readouterr().err
            if "--reviewer" not in call and not {"--csv", "--write"} & set(call) and command not in ("record", "case"):
                assert main([command, *arguments, "--json"]) == 0, capsys.readouterr().err
            said += unmarked("".join(capsys.readouterr()))
    assert "hits" in leave_out or "harvest1 said" in said
    for path in (path for path in folder.rglob("*") if path.is_file() and case not in path.parents):
        if not {"copy", "records"} & set(path.parts):
            unmarked(written(path))


def test_no_command_gives_away_a_mark(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert_printed(small, tmp_path, capsys, leave_out=set(COMMANDS) - {"search", "show", "hits"})


@pytest.mark.nightly
@pytest.mark.parametrize("some", [set(COMMANDS) - LEARNING, LEARNING], ids=["quick", "learning"])
def test_none_of_all_commands_gives_away_a_mark(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], some: set[str]
) -> None:
    assert_printed(small, tmp_path, capsys, leave_out=set(COMMANDS) - some)


@pytest.mark.nightly
def test_no_file_that_is_written_has_a_mark(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Case.open(shutil.copytree(small, tmp_path / "case")) as case:
        report = case.export.bundle(tmp_path / "out", '"harvest said"', "Rae")
        assert report.extent.whole
        for ending in (".csv", ".xlsx", ".html"):
            write_table(case.reports.hits("harvest"), tmp_path / f"hits{ending}")
        for no in case.search.run('"harvest said"').nos:
            unmarked(msgspec.json.encode(case.search.item(no)).decode())
            unmarked(str(case.search.item(no)))
    for path in (p for p in [*tmp_path.glob("hits.*"), *(tmp_path / "out").rglob("*")] if p.is_file()):
        unmarked(written(path))
    for name, data in _documents().items():
        (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        assert main(["inspect", str(tmp_path / name)]) == 0
        assert "harvest1 said" in unmarked(capsys.readouterr().out), name
