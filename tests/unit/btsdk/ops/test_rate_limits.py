"""Rate limits: refused until the block that the draft names, and not one block longer."""

from __future__ import annotations

import re

from btsdk.ops import SetChildkeyTake, SetChildren
from btsdk.tx.operation import Operation
from tests.unit.btsdk.staked import ALICE_2, FIRST, Staked


def _ends(real: Staked, operation: Operation) -> None:
    """The block that the warning names is the first whose extrinsics may do it again."""
    (warning, *_) = real.draft(operation).warnings
    found = re.search(r"from block ([0-9]+) on", warning)
    assert found is not None
    first = int(found[1])
    real.chain.advance(first - 2 - real.view.number)
    assert len(real.codes(operation)) == 1
    real.chain.advance(1)
    assert real.codes(operation) == []
    receipt = real.do(operation)
    assert receipt.block_number == first


def test_children(real: Staked) -> None:
    real.do(SetChildren(ALICE_2, FIRST, []))
    _ends(real, SetChildren(ALICE_2, FIRST, []))


def test_childkey_take(real: Staked) -> None:
    real.do(SetChildkeyTake(ALICE_2, FIRST, "1%"))
    again = SetChildkeyTake(ALICE_2, FIRST, "2%")
    real.refuses(again, "TxChildkeyTakeRateLimitExceeded")
    _ends(real, again)
