"""The pallet's calls: the fee's rate, and liquidity of users, which 425 refuses to everybody.

As `pallets/swap/src/pallet/mod.rs` has them.
"""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import swap
from local_node.runtime.frame import Context, Origin
from local_node.runtime.frame.origin import root, signed
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key, refused
from tests.unit.local_node.runtime.support import decoded_events


def call(ctx: Context, origin: Origin, name: str, /, **args: Any) -> None:
    ctx.dispatch(("Swap", (name, args)), origin)


@pytest.mark.parametrize(
    "name",
    [
        "toggle_user_liquidity",
        "add_liquidity",
        "remove_liquidity",
        "modify_position",
        "disable_lp",
    ],
)
@pytest.mark.parametrize("origin", [root, signed(key(1))], ids=["root", "signed"])
def test_user_liquidity_is_of_the_past(name: str, origin: Origin) -> None:
    args = {argument: kind.zero() for argument, kind in swap.pallet.calls[name].args.items()}
    with refused(swap.errors.Deprecated):
        call(dev_context(), origin, name, **args)


def test_the_rate_of_the_fee() -> None:
    """Root only, for a subnet that exists, and at most `MaxFeeRate`."""
    ctx = dev_context()
    with refused("BadOrigin"):
        call(ctx, signed(key(1)), "set_fee_rate", netuid=1, rate=7)
    with refused(swap.errors.MechanismDoesNotExist):
        call(ctx, root, "set_fee_rate", netuid=9, rate=7)
    with refused(swap.errors.FeeRateTooHigh):
        call(ctx, root, "set_fee_rate", netuid=1, rate=10_001)
    call(ctx, root, "set_fee_rate", netuid=1, rate=10_000)
    assert ctx.get(swap.storage.FeeRate, 1) == 10_000
    assert decoded_events(ctx)[-1] == ("Swap", "FeeRateSet", {"netuid": 1, "rate": 10_000})
