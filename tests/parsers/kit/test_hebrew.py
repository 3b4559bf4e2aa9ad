"""Visual Hebrew turned into reading order."""

from __future__ import annotations

from triage.parsers.kit.hebrew import logical_order

LOGICAL = "שלום לכולם\nהפגישה (מס 125) עם John Smith\nדברים חשובים"


def test_logical_text_is_left_alone() -> None:
    assert logical_order(LOGICAL) is None
    assert logical_order("plain") is None


def test_visual_text_is_turned_line_by_line_with_numbers_and_latin_kept() -> None:
    visual = "םלוכל םולש\nJohn Smith םע (125 סמ) השיגפה\nםיבושח םירבד"
    assert logical_order(visual) == LOGICAL


def test_line_ends_stay() -> None:
    assert logical_order("םולש\r\nםירבד\r\n") == "שלום\r\nדברים\r\n"
