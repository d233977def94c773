"""Liquidity of users, which 425 refuses to all, as `pallets/swap/src/pallet/mod.rs` has it."""

from __future__ import annotations

import pytest

from chain_spec.pallets import swap
from local_node.runtime.frame import Origin
from local_node.runtime.frame.origin import root, signed
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key, refused
from tests.unit.local_node.runtime.pallets.swap.swap_calls import call


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
