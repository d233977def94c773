"""Registering for no more than a price."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    call,
    dev_context,
    key,
    refused,
    rich,
)

ME, HOTKEY = key(1), key(2)


def test_the_price_of_now_counts() -> None:
    ctx = dev_context()
    rich(ctx, ME, tao=100)
    price = ctx.get(storage.Burn, 1)
    args = {"netuid": 1, "hotkey": HOTKEY}
    with refused("BadOrigin"):
        call(ctx, root, "register_limit", **args, limit_price=price)
    with refused(errors.RegistrationPriceLimitExceeded):
        call(ctx, ME, "register_limit", **args, limit_price=price - 1)
    assert currency.free(ctx, ME) == 100 * TAO
    call(ctx, ME, "register_limit", **args, limit_price=price + 9)
    assert currency.free(ctx, ME) == 100 * TAO - price  # the price, and not the limit
    assert ctx.contains(storage.Uids, (1, HOTKEY))
