"""Versions in the panel Suggestions: contained mails beside the later ones, compared, and still in every list."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.records import case_of, mail
from tests.ui.views import brought
from ui.main_window import MainWindow
from ui.suggestions.versions import VersionsView
from ui.widgets.builders import children

_ASKED = "Please send the plan of the harbour to Omar before Friday, he is waiting for it.\n"
_ANSWER = "Done, see you.\n\nOn Tue, 2 May 2023 08:20:30 +0000, Dana Levi <dana@orrin.example> wrote:\n> " + _ASKED
DANA, OMAR = "Dana Levi <dana@orrin.example>", "Omar Said <omar@orrin.example>"


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of a question, and an answer that quotes it."""
    files: dict[str, bytes | str] = {
        "dana/ask.eml": mail("Plan", _ASKED, sender=DANA, to=OMAR, message_id="<1@orrin.example>"),
        "omar/answer.eml": mail(
            "Re: Plan",
            _ANSWER,
            sender=OMAR,
            to=DANA,
            date="Wed, 03 May 2023 08:20:30 +0000",
            more="In-Reply-To: <1@orrin.example>\n",
        ),
    }
    with case_of(tmp_path_factory.mktemp("versions"), files) as case:
        return case.path


def test_a_contained_mail_is_compared_with_the_later_one(qtbot: QtBot, opened: MainWindow) -> None:
    view = brought(opened, VersionsView)
    with qtbot.waitSignal(opened.session.task_finished):
        view.empty.button.click()
    qtbot.waitUntil(lambda: view.list.topLevelItemCount() == 1)
    (line,) = children(view.list)
    assert "Plan" in line.text(0) and "2023-05-03" in line.text(3) and "1 of 2 mails compared" in view.status.text()
    view.list.setCurrentItem(line)
    view.compare_button.click()
    assert view.dialog is not None and view.dialog.isVisible()
    view.dialog.close()
    with qtbot.waitSignal(opened.session.results_changed):
        view.search_button.click()
    assert opened.session.results is not None and opened.session.results.total == 1


def test_near_duplicates_are_listed_once_they_are_found(qtbot: QtBot, opened: MainWindow) -> None:
    view = brought(opened, VersionsView)
    with qtbot.waitSignal(opened.session.results_changed):
        view.near_button.click()
    assert opened.session.results is not None and opened.session.results.text == "is:near-duplicate"
