"""Eras: where they begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from btsdk.extrinsic.era import Era
from chain_spec.pallets import system
from local_node.runtime.extensions.check_mortality import birth, death
from tests.unit.local_node.runtime.extensions.sending import REMARK, invalid
from tests.unit.local_node.runtime.support import ALICE, Node


def test_a_mortal_extrinsic_lives_for_its_period(node: Node):
    node.block()
    hash_1 = node.best[1]
    node.block()
    extrinsic = node.sign(ALICE, REMARK, era=("Mortal", (4, 1)), era_hash=hash_1)
    verdict, valid = node.validate(extrinsic)
    assert (verdict, valid["longevity"]) == ("Ok", 2)
    node.block()
    node.block()
    # in block 5 the era would begin anew, with a block whose hash nobody knows yet
    assert node.validate(extrinsic) == invalid("AncientBirthBlock")


def test_an_era_whose_first_block_is_forgotten(node: Node):
    for _ in range(3):
        node.block()
    context = node.context()
    context.remove(system.storage.BlockHash, 1)
    extrinsic = node.sign(ALICE, REMARK, era=("Mortal", (4, 1)))
    assert node.validate(extrinsic) == invalid("AncientBirthBlock")


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1), st.integers(2, 16))
def test_eras_begin_and_end_as_the_sdk_says(current: int, now: int, bits: int):
    era = Era.mortal(2**bits, current)
    value = era.to_scale()
    assert birth(value, now) == era.birth(now)
    assert death(value, now) == era.death(now)
    assert birth("Immortal", now) == 0
