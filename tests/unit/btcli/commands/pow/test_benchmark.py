"""`btcli pow benchmark`: a row for each code path, and a hint where searches are not compiled."""

from __future__ import annotations

import pytest

from btsdk.pow import workers
from tests.cli.running import Cli

WORDS = ("pow", "benchmark", "--seconds", "0.01", "--threads", "1")


def test_rates_are_shown_with_their_ratio(cli: Cli) -> None:
    paths = cli.inside(*WORDS, "--json").data()["paths"]
    assert {"plain", "batch"} < {path["name"] for path in paths}
    assert {path["message_bytes"] for path in paths} == {40, 131}
    assert "seals/s" in cli.inside(*WORDS).out


def test_without_the_extra_it_says_how_to_be_faster(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "is_compiled", lambda: False)
    assert "btsdk[pow]" in cli.inside(*WORDS).err
