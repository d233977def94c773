"""`subnets conviction`."""

from __future__ import annotations

from btsdk import Client
from btsdk.keys import Keypair
from btsdk.ops import AddStake, LockStake
from btsdk.units import Alpha, Tao
from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID

ALICE, HOT = Keypair.from_uri("//Alice"), Keypair.from_uri("//Alice//hot").ss58_address


def test_locked_alpha_gives_conviction(owner: Cli) -> None:
    with Client("local", chain_file=owner.chain_file) as client:
        client.execute(AddStake(HOT, 2, Tao.parse("9")), ALICE)
        client.execute(LockStake(HOT, 2, Alpha.parse("3", 2)), ALICE)
    data = owner.inside("subnets", "conviction", *NETUID, "--limit", "1", "--json").data()
    (found,) = data["hotkeys"]
    assert (found["hotkey"], found["coldkeys"], data["count"]) == (HOT, 1, 1)
    assert float(found["locked_alpha"]) > 2.9
