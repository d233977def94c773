"""The free balance of a wallet."""

from __future__ import annotations

from tests.cli.running import Cli


def free(cli: Cli, name: str) -> float:
    """In TAO."""
    found = cli.inside("wallet", "balance", "-w", name, "--json").data()["balances"]
    return float(found[0]["free_tao"])
