"""Tests of triage.store.latest: the last answers stay, the oldest go."""

from __future__ import annotations

from triage.store.latest import Latest


def test_what_was_asked_last_is_kept_and_the_oldest_goes_first() -> None:
    asked: list[str] = []

    def answer(key: str, size: int) -> list[int]:
        return latest.get(key, lambda: asked.append(key) or [0] * size)  # type: ignore[func-returns-value]

    latest: Latest[str, list[int]] = Latest(20)
    for key in ("a", "b", "a", "c", "b", "a"):
        answer(key, 8)
    assert asked == ["a", "b", "c", "b", "a"]  # c drove out b, as a had been asked since; then b drove out a


def test_an_answer_larger_than_everything_is_kept_alone_and_empty_ones_do_not_gather() -> None:
    latest: Latest[int, list[int]] = Latest(10)
    assert latest.get(0, lambda: [1] * 99) == latest.get(0, list)
    for key in range(1, 100):
        latest.get(key, list)
    assert len(latest._answers) <= 11
