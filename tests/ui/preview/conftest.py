"""A case that holds an original for every view, opened in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import originals
from tests.parsers.office_builders import pdf, shows
from tests.records import case_of
from ui.main_window import MainWindow
from ui.panels.preview import Preview

HTML = """<link rel=stylesheet href="http://x.example/a.css">
<p style="background:url(file:///x)">the <b>blue heron</b></p>
<img src="http://x.example/p.gif"><a href="http://x.example/go">portal</a><p dir=rtl>שלום</p><p>last heron</p>"""
NESTED = "<table><tr><td>x" * 1000 + "<p>heron words stand here</p>" * 40_000
QUOTED = """From: Dana Levi <dana@halden.example>
Message-ID: <q@halden.example>
Subject: Re: gannets
Date: Tue, 02 May 2023 09:00:00 +0000
X-Mailer: Own 1
X-Second: two

New gannet words.

On Mon, 1 May 2023, Omar Said wrote:

> one gannet
> two
> three

Regards
"""

PAGE = """From: Dana Levi <dana@halden.example>
Date: Tue, 02 May 2023 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x

See the page.
--x
Content-Disposition: attachment; filename=page.html
Content-Type: text/html

<p>attached page</p>
--x--
"""

CURLEWS = "BT /F 30 Tf 72 700 Td (the curlew) Tj 0 -600 Td (a curlew, not curlews) Tj ET"

Look = Callable[[str, int], Preview]


@pytest.fixture(scope="session")
def shown_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that was made and indexed once; tests work on copies."""
    base = tmp_path_factory.mktemp("views")
    files: dict[str, bytes | str] = {
        "dana/drawing.pdf": originals.pdf(3),
        "dana/marked.pdf": pdf([shows("gulls"), CURLEWS, shows("gulls"), shows("a curlew flies", y=40)]),
        "dana/scan.png": originals.picture(),
        "dana/prices.xlsx": originals.workbook(2_500),
        "dana/rows.csv": "id,name\n1,petrel\n2,<b>bold</b>\n",
        "dana/rich.eml": originals.mail(HTML, "Rich"),
        "dana/nested.eml": originals.mail(NESTED, "Nested"),
        "dana/quoted.eml": QUOTED,
        "dana/page.eml": PAGE,
        "omar/copy.eml": QUOTED,
        "dana/letter.docx": originals.document("shearwater"),
        "dana/plain.txt": "".join(f"line {n:06d} tern\n" for n in range(60_000)),
    }
    case_of(base, files).close()
    return base / "case"


@pytest.fixture
def case_path(shown_case: Path, tmp_path: Path) -> Path:
    """A fresh copy of the case."""
    return Path(shutil.copytree(shown_case, tmp_path / "case"))


@pytest.fixture
def look(qtbot: QtBot, opened: MainWindow, find: Callable[[str], MainWindow]) -> Look:
    """Find an item by a query, look at it in a view (from 0), and wait until that is there."""

    def run(query: str, view: int) -> Preview:
        preview = find(query).panels["Item"]
        assert isinstance(preview, Preview)
        preview.look_at(view)
        assert preview.view is preview.views[view]
        if hasattr(preview.view, "message"):
            qtbot.waitUntil(lambda: preview.view._stack.currentIndex() == 1)  # type: ignore[attr-defined]
        return preview

    return run
