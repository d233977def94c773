from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import key, refused
from tests.unit.local_node.runtime.pallets.subtensor.guards.checking import check


def test_takes_are_bounded_and_the_owners(ctx: Context) -> None:
    ctx.set(storage.MinDelegateTake, 10)
    for take, error in ((9, errors.DelegateTakeTooLow), (11_797, errors.DelegateTakeTooHigh)):
        with refused(error):
            check(ctx, "increase_take", hotkey=key(5), take=take)
    with refused(errors.HotKeyAccountNotExists):
        check(ctx, "decrease_take", hotkey=key(5), take=10)
    ctx.put(storage.Owner, key(5), key(6))
    with refused(errors.NonAssociatedColdKey):
        check(ctx, "decrease_take", hotkey=key(5), take=10)
