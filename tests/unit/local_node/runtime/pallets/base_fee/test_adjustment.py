from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets import base_fee
from local_node.runtime.frame import Weight
from local_node.runtime.pallets.base_fee.adjustment import on_finalize
from local_node.runtime.pallets.system import limits
from tests.unit.local_node.runtime.pallets.base_fee.price import PRICE
from tests.unit.local_node.runtime.pallets.calling import events_of
from tests.unit.local_node.runtime.support import Node, fresh_context


@pytest.mark.parametrize(
    ("full", "expected"),
    [
        (Fraction(0), PRICE * 7 // 8),
        (Fraction(1, 4), PRICE * 15 // 16),
        (Fraction(1, 2), PRICE),
        (Fraction(3, 4), PRICE * 17 // 16),
        (Fraction(1), PRICE * 9 // 8),
    ],
)
def test_the_price_follows_how_full_the_block_is(full: Fraction, expected: int) -> None:
    ctx = fresh_context()
    most = limits.max_block(ctx).ref_time
    missing = int(most * full) - limits.consumed(ctx).ref_time
    limits.register(ctx, "Normal", Weight(missing))
    on_finalize(ctx)
    assert ctx.get(base_fee.storage.BaseFeePerGas) == expected


def test_a_price_that_cannot_be_reckoned_with_stays() -> None:
    ctx = fresh_context()
    ctx.set(base_fee.storage.BaseFeePerGas, 2**256 - 1)
    on_finalize(ctx)
    assert ctx.get(base_fee.storage.BaseFeePerGas) == 2**256 - 1
    assert events_of(ctx, "BaseFee") == [("BaseFeeOverflow", None)]


def test_nearly_empty_blocks_lower_it() -> None:
    node = Node()
    node.block()
    price = node.context().get(base_fee.storage.BaseFeePerGas)
    assert PRICE * 7 // 8 <= price < PRICE * 9 // 10
