"""The trial of the airlock: it says what holds, and says so when something doesn't."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from triage.messages import render, say
from triage.sandbox import doctor


@pytest.mark.nightly
def test_every_protection_holds_here_and_is_named_once() -> None:
    checks = doctor.protections()
    assert [render(check.message) for check in checks if not check.held] == []
    assert [check.name for check in checks] == ["means", *doctor.TRIALS, "programs", "dies-with-parent"]


@pytest.mark.nightly
def test_without_confinement_every_trial_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each trial can fail: with the confinement taken away, all but the libraries report what was possible."""
    free = "doctor.confine=lambda mb:[];doctor._ORPHAN_SECONDS=1;"
    monkeypatch.setattr(doctor, "_ORPHAN_SECONDS", 2)
    monkeypatch.setattr(doctor, "_START", doctor._START + f"{free}doctor._MEMORY_MB=1;doctor._START+={free!r};")
    checks = {check.name: check for check in doctor.protections()}
    assert [name for name, check in checks.items() if check.held] == ["libraries"]
    assert "could turn into another program" in render(checks["programs"].message)
    assert render(checks["means"].message) == "This system offers nothing."


def test_a_trial_process_that_dies_holds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_START", "import os;os.abort();")
    checks = doctor.protections()
    assert not any(check.held for check in checks)
    assert "ended before it could try" in render(checks[1].message)


def test_the_first_possible_attempt_is_named() -> None:
    with ExitStack() as stack:
        bait = doctor._bait(stack)
        possible = {name: doctor.TRIALS[name][1](bait) for name in ("writing", "files", "network")}
    assert possible == {
        "writing": say("trial-new-file"),
        "files": say("trial-open-temporary"),
        "network": say("trial-tcp"),
    }
