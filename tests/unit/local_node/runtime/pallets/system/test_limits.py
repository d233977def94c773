"""How much a block holds, by class."""

from __future__ import annotations

import pytest

from chain_spec.pallets import system
from local_node.runtime.frame import Context
from local_node.runtime.frame.validity import Refusal
from local_node.runtime.frame.weight import ZERO, Weight
from local_node.runtime.pallets.system import limits
from tests.unit.local_node.runtime.support import fresh_context


@pytest.fixture
def ctx() -> Context:
    made = fresh_context()
    made.remove(system.storage.BlockWeight)
    return made


def test_the_weight_of_a_block_is_the_sum_of_its_classes(ctx: Context) -> None:
    assert limits.consumed(ctx) == ZERO
    limits.register(ctx, "Normal", Weight(5, 1))
    limits.register(ctx, "Mandatory", Weight(7, 2))
    limits.register(ctx, "Normal", Weight(1, 0))
    assert limits.consumed(ctx) == Weight(13, 3)
    stored = ctx.get(system.storage.BlockWeight)
    assert stored["normal"] == {"ref_time": 6, "proof_size": 1}
    assert stored["operational"] == {"ref_time": 0, "proof_size": 0}


def test_what_was_not_used_is_given_back_and_never_more(ctx: Context) -> None:
    limits.register(ctx, "Normal", Weight(5, 1))
    limits.reduce(ctx, "Normal", Weight(2, 0))
    assert limits.consumed(ctx) == Weight(3, 1)
    limits.reduce(ctx, "Normal", Weight(9, 9))
    assert limits.consumed(ctx) == ZERO


def test_an_extrinsic_that_no_block_holds(ctx: Context) -> None:
    normal = limits.limits_of(ctx.schema).classes["Normal"]
    assert normal.max_extrinsic is not None
    limits.check_extrinsic(ctx, "Normal", ZERO, normal.max_length)
    with pytest.raises(Refusal):
        limits.check_extrinsic(ctx, "Normal", ZERO, normal.max_length + 1)
    limits.check_extrinsic(ctx, "Normal", normal.max_extrinsic.minus(Weight(0, 10)), 10)
    with pytest.raises(Refusal):
        limits.check_extrinsic(ctx, "Normal", normal.max_extrinsic.plus(Weight(1)), 0)


def test_an_extrinsic_takes_its_own_weight_its_length_and_the_base(ctx: Context) -> None:
    base = limits.base_extrinsic(ctx, "Normal")
    limits.take_up(ctx, "Normal", Weight(100, 3), 50)
    assert limits.consumed(ctx) == base.plus(Weight(100, 53))
    assert ctx.get(system.storage.AllExtrinsicsLen) == 50


def test_a_full_class_leaves_room_for_the_next(ctx: Context) -> None:
    total = limits.limits_of(ctx.schema).classes["Normal"].max_total
    assert total is not None
    limits.register(ctx, "Normal", Weight(total.ref_time, 0))
    before = limits.consumed(ctx)
    with pytest.raises(Refusal):
        limits.take_up(ctx, "Normal", Weight(1), 0)
    assert limits.consumed(ctx) == before
    limits.take_up(ctx, "Operational", Weight(1), 0)
    limits.take_up(ctx, "Mandatory", limits.max_block(ctx), 0)
