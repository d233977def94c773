"""`btcli wallet faucet`."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.funds import free

YES = ("--no-prompt", "--json")


def test_the_faucet(funded: Cli) -> None:
    before = free(funded, "bob")
    funded.inside("wallet", "faucet", "-w", "bob", "--processes", "1", *YES).data()
    assert free(funded, "bob") - before == pytest.approx(1000)
