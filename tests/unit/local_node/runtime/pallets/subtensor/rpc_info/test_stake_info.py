from __future__ import annotations

from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import key
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import HOTKEY, OWNER, ask


def test_stakes(ctx: Context) -> None:
    (stake,) = ask(ctx, "get_stake_info_for_coldkey")
    assert (stake["netuid"], stake["hotkey"], stake["stake"]) == (2, HOTKEY, 500)
    assert stake["is_registered"] is True
    availability = dict(ask(ctx, "get_stake_availability_for_coldkeys"))
    assert availability[OWNER] == [(2, {"total": 500, "locked": 0, "available": 500})]
    assert availability[key(9)] == []
    more_than_there_are = [1, 2, 3, 4]
    asked = dict(ask(ctx, "get_stake_availability_for_coldkeys", netuids=more_than_there_are))
    assert asked[OWNER] == []
