"""`btcli multisig list`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import TEAM
from tests.unit.btcli.samples import ALICE


def test_saved_multisigs_are_listed_with_their_signatories(world: Cli) -> None:
    found = world.inside("multisig", "list", "--json").data()["multisigs"]
    assert TEAM in {one["ss58"] for one in found}
    assert ALICE in world.inside("multisig", "list").out


def test_none_are_saved(cli: Cli) -> None:
    cli.inside("addr", "add", "friend", ALICE)
    assert cli.inside("multisig", "list", "--json").data() == {"multisigs": []}
    assert "btcli multisig save" in cli.inside("multisig", "list").out
