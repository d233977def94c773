"""The cost of creating a subnet, as the runtime API answers it."""

from __future__ import annotations

from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, go_to, key, rich
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import ask


def test_it_is_what_is_paid_and_falls(ctx: Context) -> None:
    first = ask(ctx, "get_network_registration_cost")
    go_to(ctx, 1_000)
    cost = ask(ctx, "get_network_registration_cost")
    assert 0 < cost < first
    payer = rich(ctx, key(70))
    before = currency.free(ctx, payer)
    call(ctx, payer, "register_network", hotkey=key(71))
    assert before - currency.free(ctx, payer) == cost
    assert ask(ctx, "get_network_registration_cost") > cost
