"""`btcli multisig address`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import MEMBERS, TEAM, THREE


def test_the_address_follows_from_the_signatories(world: Cli) -> None:
    expected = {"ss58": TEAM, "threshold": 3, "signatories": MEMBERS}
    data = world.inside("multisig", "address", *THREE, "--json").data()
    assert data == {"name": None, **expected}
    data = world.inside("multisig", "address", "--multisig", "team", "--json").data()
    assert data == {"name": "team", **expected}
    assert TEAM in world.inside("multisig", "address", *THREE).out
