"""`DynamicInfo`: a subnet's token and its pool."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, go_to
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import HOTKEY, OWNER, ask


def test_the_token_and_the_pool_of_a_subnet(ctx: Context) -> None:
    ctx.put(storage.TokenSymbol, 2, "β".encode())
    ctx.put(storage.SubnetTAO, 2, 7 * TAO)
    ctx.put(storage.SubnetAlphaIn, 2, 5 * TAO)
    ctx.put(storage.LastMechansimStepBlock, 2, 4)
    go_to(ctx, 10)
    found = ask(ctx, "get_dynamic_info")
    assert (found["netuid"], found["owner_hotkey"], found["owner_coldkey"]) == (2, HOTKEY, OWNER)
    assert bytes(found["token_symbol"]) == "β".encode()
    assert (found["tao_in"], found["alpha_in"]) == (7 * TAO, 5 * TAO)
    assert (found["last_step"], found["blocks_since_last_step"]) == (4, 6)
    assert found["emission"] == found["pending_root_emission"] == 0


def test_all_subnets_in_their_order(ctx: Context) -> None:
    assert [one["netuid"] for one in ask(ctx, "get_all_dynamic_info")] == [0, 1, 2]
