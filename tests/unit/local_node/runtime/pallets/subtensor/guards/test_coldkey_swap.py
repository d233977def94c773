from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.guards.dispatch import check_call
from tests.unit.local_node.runtime.pallets.subtensor.chain import key, refused
from tests.unit.local_node.runtime.pallets.subtensor.guards.checking import WHO, check


def test_an_announced_coldkey_swap_stops_every_pallet(ctx: Context) -> None:
    ctx.put(storage.ColdkeySwapAnnouncements, WHO, (1, bytes(32)))
    with refused(errors.ColdkeySwapAnnounced):
        check_call(ctx, WHO, ("Balances", ("burn", {"value": 1, "keep_alive": True})))
    check(ctx, "swap_coldkey_announced", new_coldkey=key(2))
    check_call(ctx, WHO, ("MevShield", ("submit_encrypted", {})))
    ctx.put(storage.ColdkeySwapDisputes, WHO, 1)
    with refused(errors.ColdkeySwapDisputed):
        check(ctx, "swap_coldkey_announced", new_coldkey=key(2))
