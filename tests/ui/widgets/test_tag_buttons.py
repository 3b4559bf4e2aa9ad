"""The buttons of the tags: in columns where they fit, else close together."""

from __future__ import annotations

from ui.widgets.tag_buttons import laid


def test_buttons_stand_in_columns_or_else_close_together() -> None:
    assert laid([80, 90, 100, 40], 308, 4) == [[(0, 100), (104, 100), (208, 100)], [(0, 100)]]
    assert laid([80, 90, 100, 40], 250, 4) == [[(0, 123), (127, 123)], [(0, 123), (127, 123)]]
    close = laid([50, 60, 40, 190], 200, 4)
    assert [len(line) for line in close] == [3, 1] and close[1] == [(0, 200)]
    assert all(
        width >= need
        for line, needs in zip(close, ([50, 60, 40], [190]), strict=True)
        for (_, width), need in zip(line, needs, strict=True)
    )
    assert laid([300], 200, 4) == [[(0, 200)]], "words longer than the panel are cut"
