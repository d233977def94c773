"""Options of `btcli node advance` that contradict each other."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli

ADVANCE = ("node", "advance", "--json")


@pytest.mark.parametrize(
    "words",
    [("3", "--epoch"), ("--blocks", "3", "--epoch"), ("--netuid", "1"), ("3", "--blocks", "3")],
)
def test_what_cannot_be_meant(cli: Cli, words: tuple[str, ...]) -> None:
    assert cli.inside(*ADVANCE, *words).error()["code"] == "usage_error"
    assert not cli.chain_file.exists()
