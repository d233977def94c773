from __future__ import annotations

from chain_spec.pallets import base_fee
from local_node.runtime.frame import BAD_ORIGIN
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.base_fee.adjustment import on_finalize
from tests.unit.local_node.runtime.pallets.base_fee.price import PRICE
from tests.unit.local_node.runtime.pallets.calling import dispatch, events_of, key, refused
from tests.unit.local_node.runtime.support import fresh_context


def test_without_elasticity_it_stays() -> None:
    ctx = fresh_context()
    with refused(ctx, BAD_ORIGIN):
        dispatch(ctx, key(1), "BaseFee", "set_elasticity", elasticity=0)
    dispatch(ctx, root, "BaseFee", "set_elasticity", elasticity=0)
    on_finalize(ctx)
    assert ctx.get(base_fee.storage.BaseFeePerGas) == PRICE
    with refused(ctx, BAD_ORIGIN):
        dispatch(ctx, key(1), "BaseFee", "set_base_fee_per_gas", fee=1)
    dispatch(ctx, root, "BaseFee", "set_base_fee_per_gas", fee=7)
    assert ctx.get(base_fee.storage.BaseFeePerGas) == 7
    assert events_of(ctx, "BaseFee") == [
        ("NewElasticity", {"elasticity": 0}),
        ("NewBaseFeePerGas", {"fee": 7}),
    ]
