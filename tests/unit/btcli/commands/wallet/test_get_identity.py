"""`btcli wallet get-identity`. `test_set_identity.py` reads one that was published."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB


def test_no_identity(world: Cli) -> None:
    words = ("wallet", "get-identity", "--ss58", BOB)
    assert world.inside(*words, "--json").data()["identity"] is None
    assert world.inside(*words).out.startswith(f"{BOB} has published no identity.\n")
