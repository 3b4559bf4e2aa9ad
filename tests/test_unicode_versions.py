"""Which characters versions of Unicode judge differently, by the Python that runs the test."""

from __future__ import annotations

import unicodedata

from triage.unicode_versions import HERE, judged_differently

NEW = {"15.0.0": "\U00031350", "15.1.0": "\U0002ebf0", "16.0.0": "\U00010d50"}


def test_a_character_is_judged_differently_by_versions_before_and_after_it_came() -> None:
    order = ["14.0.0", *NEW]
    for there in order:
        for here in order:
            pattern = judged_differently([there], here)
            between = order[min(map(order.index, (there, here))) + 1 : max(map(order.index, (there, here))) + 1]
            found = {version for version, letter in NEW.items() if pattern and pattern.search(letter)}
            assert found == set(between), (there, here)
            assert pattern is None or not pattern.search("heron שלום 鷺 m² \U00020000")


def test_one_of_several_versions_is_enough() -> None:
    pattern = judged_differently(["14.0.0", "15.0.0"], "15.0.0")
    assert pattern and pattern.search(NEW["15.0.0"]) and not pattern.search(NEW["15.1.0"])
    assert judged_differently(["an odd one"], "15.1.0") and judged_differently([], HERE) is None


def test_this_python_knows_what_came_up_to_its_version_and_no_more() -> None:
    for version, letter in NEW.items():
        later = tuple(map(int, version.split("."))) > tuple(map(int, HERE.split(".")))
        assert (unicodedata.category(letter) == "Cn") == later, version
