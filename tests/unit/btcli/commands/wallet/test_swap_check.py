"""`btcli wallet swap-check`. `test_coldkey_swaps.py` shows an announced swap."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE


def test_a_coldkey_without_a_swap(world: Cli) -> None:
    done = world.inside("wallet", "swap-check", "--ss58", "alice")
    assert done.out.startswith(f"{ALICE} has announced no swap.\n")
