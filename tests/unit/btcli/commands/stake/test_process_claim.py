"""`stake process-claim`."""

from __future__ import annotations

from btsdk.client import Client
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


def test_a_claim_on_every_subnet_that_pays(world: Cli) -> None:
    nothing = world.inside("stake", "process-claim", *YES)
    assert nothing.error()["code"] == "not_found"
    world.inside("stake", "set-claim", "keep", *YES).data()
    staked = world.inside("stake", "add", "--netuid", "0", "--amount", "10", *YES).data()
    with Client("local", chain_file=world.chain_file) as client:
        rate = [[[staked["hotkey"]], [[1, (1 << 32) // 10]]]]
        client.call("dev_setStorage", {"SubtensorModule": {"RootClaimable": rate}})
    data = world.inside("stake", "process-claim", *YES).data()
    assert (data["claim_type"], data["netuids"]) == ("Keep", [1])
    (claim,) = data["claims"]
    assert claim["hotkey"] == staked["hotkey"]
    assert float(claim["claimable_alpha"]) >= 0.99
    assert float(claim["left_alpha"]) < float(claim["claimable_alpha"])
