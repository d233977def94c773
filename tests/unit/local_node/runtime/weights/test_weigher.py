"""What a weigher remembers of a call's weight is what one without memory reckons."""

from __future__ import annotations

from random import Random

import pytest

from chain_spec.profile import Profile
from chain_spec.runtime import OUTER_CALL, build
from local_node.runtime.weights.weigher import Weigher
from tests.simulation.episode import is_drawn
from tests.simulation.random_values import RandomValues
from tests.unit.local_node.runtime.support import FEATURES

INTERFACE = build(Profile.FAST, FEATURES["dev"])


@pytest.mark.parametrize("seed", range(3))
def test_other_arguments_do_not_leave_their_weight_behind(seed: int) -> None:
    codec = INTERFACE.codec(OUTER_CALL)
    values = RandomValues(INTERFACE.registry, Random(seed), [bytes(32)], _is_drawn)
    remembering = Weigher(codec.encode)
    for _ in range(200):
        call = codec.decode(values.call())
        assert remembering.info(call) == Weigher(codec.encode).info(call)


def _is_drawn(pallet: str, name: str) -> bool:
    return is_drawn(name)
