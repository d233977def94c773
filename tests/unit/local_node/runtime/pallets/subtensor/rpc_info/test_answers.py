"""The runtime APIs' answers: their shapes as declared, their figures as stored."""

from __future__ import annotations

import pytest

from chain_spec.profile import Profile
from chain_spec.runtime import build
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import FUNCTIONS, METHODS, ask

INTERFACE = build(Profile.FAST)


def test_every_method_is_answered() -> None:
    assert FUNCTIONS.keys() == METHODS.keys()


@pytest.mark.parametrize("name", sorted(METHODS))
def test_an_answer_has_the_declared_shape(ctx: Context, name: str) -> None:
    answer = ask(ctx, name)
    codec = INTERFACE.codec(METHODS[name].output)
    data = codec.encode(answer)
    assert codec.encode(codec.decode(data)) == data


@pytest.mark.parametrize(
    "name",
    [name for name, method in METHODS.items() if "netuid" in method.inputs and "get_su" in name],
)
def test_a_subnet_that_does_not_exist_has_no_answer(ctx: Context, name: str) -> None:
    assert ask(ctx, name, netuid=9) is None
