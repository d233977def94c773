"""The weights of motions: one aye is enough, or it is voted on."""

from __future__ import annotations

import pytest

from local_node.runtime.frame.weight import READ, WRITE
from local_node.runtime.weights.calls.triumvirate import COSTS, Direct
from local_node.runtime.weights.cost import Cost


@pytest.mark.parametrize(("threshold", "is_direct"), [(0, True), (1, True), (2, False), (3, False)])
def test_with_one_aye_the_call_is_dispatched_at_once(threshold: int, is_direct: bool) -> None:
    propose = COSTS["propose"]
    assert isinstance(propose, Direct)
    chosen = propose.chosen({"threshold": threshold})
    assert chosen is (propose.then if is_direct else propose.otherwise)
    assert chosen.inner == (("proposal",) if is_direct else ())


def test_the_length_of_the_proposal_counts() -> None:
    propose = COSTS["propose"].chosen({"threshold": 2})
    short, long = (propose.own({"length_bound": n}, len).ref_time for n in (0, 100))
    assert long - short == 100 * 2_355
    assert short == 24_778_955 + 3 * 20_518 + 10 * 85_670 + 4 * READ + 4 * WRITE


def test_closing_declares_the_weight_of_the_proposal() -> None:
    close = COSTS["close"]
    assert isinstance(close, Cost)
    assert (close.declared, close.kind) == ("proposal_weight_bound", "Operational")
    assert close.own({"length_bound": 10}, len).proof_size == 10_565 + 3 * 330 + 10 * 200 + 50
