"""What is read of subnets."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import NotFound, SubnetNotFound
from btsdk.reads.identities import text
from btsdk.reads.subnets import (
    Fixed,
    find_subnet,
    staking_open,
    subnet,
    subnet_cost,
    subnet_count,
    subnet_exists,
    subnets,
)
from btsdk.units import Alpha, Tao
from chain_spec.apis import subnet_info
from chain_spec.types.expression import OptionOf
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.script import dev_at


def dynamic_info(**values: Any) -> dict[str, Any]:
    output = subnet_info.api.methods["get_dynamic_info"].output.resolve()
    assert isinstance(output, OptionOf)
    zero: dict[str, Any] = output.inner.zero()
    return {**zero, **values}


def test_fixed_point_numbers_are_shown_exactly_enough() -> None:
    assert str(Fixed(3 << 31, 32)) == "1.500000000"
    assert str(Fixed(-(1 << 32), 32)) == "-1.000000000"
    assert str(Fixed(1, 64)) == "0.000000000"


def test_chain_text_may_be_anything() -> None:
    assert text([206, 177]) == "α"
    assert text(b"\xff") == "\ufffd"


def test_a_subnet_has_its_amounts_in_units() -> None:
    info = dynamic_info(netuid=3, subnet_name=list(b"apex"), tempo=360, tao_in=10**9, alpha_in=5)
    chain = Chain(get_dynamic_info=info, current_alpha_price=25)
    found = chain.script().play(subnet(dev_at(), 3))
    assert found is not None
    assert (found.netuid, found.name, found.tempo) == (3, "apex", 360)
    assert (found.tao_in, found.alpha_in) == (Tao.parse("1"), Alpha.from_rao(5, 3))
    assert found.price == Tao.from_rao(25)
    assert found.identity is None


def test_a_subnet_that_is_not_there() -> None:
    nothing = Chain(get_dynamic_info=None).script()
    assert nothing.play(find_subnet(dev_at(), 9)) is None
    with pytest.raises(SubnetNotFound) as caught:
        nothing.play(subnet(dev_at(), 9))
    assert caught.value.netuid == 9
    assert isinstance(caught.value, NotFound)
    assert isinstance(caught.value, LookupError)


def test_all_subnets_leave_out_the_gaps() -> None:
    chain = Chain(
        get_all_dynamic_info=[dynamic_info(netuid=0), None, dynamic_info(netuid=2)],
        current_alpha_price_all=[{"netuid": 2, "price": 7}],
    )
    found = chain.script().play(subnets(dev_at()))
    assert [(one.netuid, one.price.rao) for one in found] == [(0, 0), (2, 7)]


def test_small_questions_of_a_subnet() -> None:
    chain = Chain(
        NetworksAdded=True, SubtokenEnabled=True, TotalNetworks=6, get_network_registration_cost=8
    )
    script = chain.script()
    assert script.play(subnet_exists(dev_at(), 1)) is True
    assert script.play(staking_open(dev_at(), 1)) is True
    assert script.play(subnet_count(dev_at())) == 6
    assert script.play(subnet_cost(dev_at())) == Tao.from_rao(8)
    assert Chain().script().play(subnet_exists(dev_at(), 1)) is False
    assert Chain().script().play(staking_open(dev_at(), 1)) is False
