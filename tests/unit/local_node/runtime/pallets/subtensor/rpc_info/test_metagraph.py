from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import subnet
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import OWNER, ask


def test_metagraph(ctx: Context) -> None:
    answer = ask(ctx, "get_metagraph")
    assert answer["hotkeys"] == subnet(ctx, 2)
    assert answer["alpha_stake"] == [500, 0, 0]
    assert bytes(answer["symbol"]).decode() == "β"
    assert bytes(answer["name"]) == b"omron"
    assert answer["max_weights_limit"] == 65_535
    assert answer["owner_coldkey"] == OWNER


def test_a_mechanism_has_its_own_updates(ctx: Context) -> None:
    ctx.put(storage.MechanismCountCurrent, 2, 2)
    ctx.put(storage.Incentive, 4_098, [1, 2, 3])
    answer = ask(ctx, "get_mechagraph", mecid=1)
    assert (answer["netuid"], answer["incentives"]) == (4_098, [1, 2, 3])
    assert ask(ctx, "get_mechagraph", mecid=2) is None
    selected = ask(ctx, "get_selective_mechagraph", subid=1, metagraph_indexes=[62])
    assert (selected["netuid"], selected["incentives"]) == (2, [1, 2, 3])
