"""TAO for a proof of work."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.ops import Batch, Faucet, Transfer
from btsdk.tx.operation import Operation
from btsdk.units import Tao
from tests.unit.btsdk.chain import ALICE, BOB, POOL, TAO, Chain, called, draft


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (Faucet(), "SubtensorModule.faucet"),
    ],
)
def test_the_call(operation: Operation, name: str) -> None:
    assert called(operation, Chain(SubnetOwner=ss58.decode(ALICE), **POOL)) == name


def test_the_difficulty_is_that_of_the_chain_unless_given() -> None:
    usual = draft(Faucet())
    assert usual.effects == (
        "a proof of work of difficulty 10,000 is searched for",
        f"the faucet pays {Tao.parse('1000'):,} to {ALICE}",
    )
    assert "difficulty 50 is" in draft(Faucet(difficulty=50)).effects[0]


@pytest.mark.parametrize("wrong", [{"difficulty": 0}, {"processes": 0}, {"difficulty": -1}])
def test_what_no_search_can_be(wrong: dict[str, int]) -> None:
    with pytest.raises(UsageError):
        Faucet(**wrong)


def test_it_does_not_go_into_a_batch() -> None:
    with pytest.raises(UsageError, match="by itself"):
        draft(Batch([Faucet(), Transfer(BOB, TAO)]))
